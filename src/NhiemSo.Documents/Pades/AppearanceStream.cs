using System.Globalization;
using NhiemSo.Documents.Pades.Pdf;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using SkiaSharp;

namespace NhiemSo.Documents.Pades;

/// <summary>Draws a visible signature as a form XObject: Skia draws a one-page PDF, whose page becomes the form.</summary>
internal static class AppearanceStream
{
    /// <returns>Reference of the form in the update, or null value for an invisible signature.</returns>
    public static Outcome<PdfValue> Draw(PdfUpdate update, SignatureAppearance? appearance)
    {
        if (appearance is null)
            return PdfValue.Null;
        if (appearance.Place is not { Width: > 0 and < 14_400, Height: > 0 and < 14_400 })
            return Problem.Invalid("Khung chữ ký phải có chiều rộng và chiều cao.");
        using var picture = appearance.Picture is null ? null : SKImage.FromEncodedData(appearance.Picture);
        if (appearance.Picture is not null && picture is null)
            return Problem.Invalid("Ảnh chữ ký không đọc được. Chọn tệp PNG khác.");
        var lines = appearance.Lines ?? [];
        var missing = PaperFonts.Missing(PaperFonts.Face(bold: false, italic: false), string.Concat(lines));
        if (missing.Length > 0)
            return Problem.Invalid($"Phông chữ văn bản không có chữ “{missing}”. Viết lại nội dung khung chữ ký.");

        using var drawn = new MemoryStream();
        using (var document = SKDocument.CreatePdf(drawn))
        {
            var canvas = document.BeginPage(appearance.Place.Width, appearance.Place.Height);
            Paint(canvas, appearance, picture, lines);
            document.Close();
        }
        return Form(PdfFile.Read(drawn.ToArray()), update, appearance.Place);
    }

    public static PdfArray Box(PageRectangle place, bool atOrigin) => new([
        Number(atOrigin ? 0 : place.Left), Number(atOrigin ? 0 : place.Bottom),
        Number((atOrigin ? 0 : place.Left) + place.Width), Number((atOrigin ? 0 : place.Bottom) + place.Height)]);

    private static void Paint(SKCanvas canvas, SignatureAppearance appearance, SKImage? picture, IReadOnlyList<string> lines)
    {
        var (width, height) = (appearance.Place.Width, appearance.Place.Height);
        var textAt = 0f;
        if (picture is not null)
        {
            var room = lines.Count == 0 ? width : width * 0.4f;
            var scale = Math.Min(room / picture.Width, height / picture.Height);
            var (w, h) = (picture.Width * scale, picture.Height * scale);
            canvas.DrawImage(picture, SKRect.Create((room - w) / 2, (height - h) / 2, w, h), new SKSamplingOptions(SKFilterMode.Linear));
            textAt = lines.Count == 0 ? 0 : room + 4;
        }
        // Widths of the outlines, not of a screen's whole pixels: else the letters stand apart.
        using var font = new SKFont(PaperFonts.Face(bold: false, italic: false), appearance.FontSize) { Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true };
        using var ink = new SKPaint { Color = SKColors.Black, IsAntialias = true };
        for (var i = 0; i < lines.Count; i++)
            canvas.DrawText(lines[i], textAt, (i * appearance.FontSize * 1.3f) + appearance.FontSize, SKTextAlign.Left, font, ink);
    }

    private static PdfRef Form(PdfFile drawn, PdfUpdate update, PageRectangle place)
    {
        var (_, page) = drawn.Pages().Single();
        var content = drawn.Resolve(page["Contents"]) as PdfStream ?? throw new PdfFormatException("page without content");
        var dict = ((PdfDict)new PdfImport(drawn, update).Copy(new PdfDict(("Resources", drawn.Resolve(page["Resources"])))))
            .With("Type", new PdfName("XObject")).With("Subtype", new PdfName("Form")).With("BBox", Box(place, atOrigin: true));
        if (content.Dict["Filter"] is PdfName filter)
            dict = dict.With("Filter", filter);
        return update.Add(new PdfStream(dict, content.Data));
    }

    private static PdfScalar Number(float value) => new(value.ToString("0.###", CultureInfo.InvariantCulture));
}
