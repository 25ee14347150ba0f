using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;

namespace NhiemSo.HouseTests.Bed;

/// <summary>Rows that are complete and stand for nothing.</summary>
public static class Samples
{
    public static Matter Matter(Guid? unit = null) => new()
    {
        Kind = "dossier", Title = "Hồ sơ thử", DutyId = Guid.CreateVersion7(), DutyCitation = "1.1", UnitId = unit ?? Guid.CreateVersion7(),
        Process = "thu", ProcessVersion = "thu@1", State = "moi", StateName = "Mới", Opened = Office.Start, LastEvent = Office.Start,
    };

    /// <summary>A one-page PDF that names itself with letters of our alphabet.</summary>
    public static byte[] Pdf(string text = "Bản thảo: kỹ thuật ươm giống rong nho")
    {
        var memory = new MemoryStream();
        using (var document = SkiaSharp.SKDocument.CreatePdf(memory))
        {
            using var paint = new SkiaSharp.SKPaint();
            using var font = new SkiaSharp.SKFont(SkiaSharp.SKTypeface.Default, 14);
            document.BeginPage(595, 842).DrawText(text, 72, 72, SkiaSharp.SKTextAlign.Left, font, paint);
            document.EndPage();
        }

        return memory.ToArray();
    }

    public static Actor Actor { get; } = new(Guid.CreateVersion7(), "Nguyễn Thị Mai", "Chuyên viên, Văn phòng Sở");
}
