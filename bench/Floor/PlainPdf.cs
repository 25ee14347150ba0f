using SkiaSharp;

namespace NhiemSo.Floor;

/// <summary>A page of lines in one embedded font: no layout, no PDF/A, no room for signatures.</summary>
public static class PlainPdf
{
    public static byte[] Write(IReadOnlyList<string> lines, SKTypeface face)
    {
        using var bytes = new MemoryStream();
        using (var document = SKDocument.CreatePdf(bytes))
        using (var paint = new SKPaint())
        using (var font = new SKFont(face, 13))
        {
            var page = document.BeginPage(595, 842);
            for (var i = 0; i < lines.Count; i++) page.DrawText(lines[i], 85, 80 + (i * 18), SKTextAlign.Left, font, paint);
            document.EndPage();
            document.Close();
        }

        return bytes.ToArray();
    }
}
