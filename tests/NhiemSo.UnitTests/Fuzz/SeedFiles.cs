using System.Text;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.UnitTests.Pades;
using NhiemSo.UnitTests.Reading;
using NhiemSo.UnitTests.Rules;

namespace NhiemSo.UnitTests.Fuzz;

/// <summary>Sound files of each kind, from which the damaged ones are made.</summary>
internal static class SeedFiles
{
    public static IReadOnlyList<byte[]> Texts { get; } = [.. Directory.EnumerateFiles(Corpus.Folder, "*.txt").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    public static IReadOnlyList<byte[]> Docx { get; } = [OfficeFiles.Docx(Lines), OfficeFiles.NumberedDocx()];

    public static IReadOnlyList<byte[]> Pdfs { get; } = [OfficeFiles.Pdf(Lines), SigningDesk.SkiaPdf()];

    public static IReadOnlyList<byte[]> Books { get; } = [.. RuleFolder.Read(OurBooksTests.Folder, new RuleFaults()).Select(t => Encoding.UTF8.GetBytes(t.Yaml))];

    public static IReadOnlyList<byte[]> Calendars { get; } = [.. Directory.EnumerateFiles(Path.Combine(OurBooksTests.Folder, "calendars"), "*.yaml").Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];

    public static IReadOnlyList<byte[]> Limits { get; } = [.. new[] { "15 (mười lăm) ngày làm việc", "0,5 ngày làm việc", "nửa tháng", "24 gio", "1.000 ngày", "05 năm" }.Select(Encoding.Unicode.GetBytes)];

    private static string[] Lines => Corpus.Text("02-bo-cuc-dieu-khoan-diem").Split('\n');

    /// <summary>Signed once, signed and sealed, and as other producers write them: with an object stream.</summary>
    public static async Task<IReadOnlyList<byte[]>> SignedAsync()
    {
        var one = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), SigningDesk.Director);
        var compact = await SigningDesk.SignAsync(CompactPdf.Of(SigningDesk.SkiaPdf()), SigningDesk.Deputy);
        return [one, await SigningDesk.SignAsync(one, SigningDesk.Organ), compact];
    }
}
