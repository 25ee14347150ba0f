using System.Globalization;
using System.IO.Compression;
using System.Text;
using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.UnitTests.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Fuzz;

/// <summary>Files made to cost: deep, long or unfolding to much more than they are.</summary>
public sealed class BombTests
{
    public static TheoryData<string> Lines => ["a) Nhiệm vụ", "1. Nhiệm vụ:", "1.1.1.1. Nhiệm vụ", "- Nhiệm vụ", "Điều 1. Nhiệm vụ", "“1. Nhiệm vụ", "Chương I", "QUYẾT ĐỊNH:", "nhiệm vụ tại điểm", "Căn cứ Luật số 1/2020/QH14 ngày 1 tháng 1 năm 2020;", "Nơi nhận:", "Phụ lục", "I.", "a", "số 1 ngày 1/1/2020 số 1 ngày"];

    [Theory, MemberData(nameof(Lines))]
    public void A_line_a_hundred_thousand_times_is_read_in_linear_time(string line) => Reading.Decision.Once(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(line, 100_000))));

    [Theory, MemberData(nameof(Lines))]
    public void One_line_of_a_million_letters_is_read_in_linear_time(string line) => Reading.Decision.Once(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Repeat(line, 1_000_000 / line.Length))));

    [Fact]
    public void A_docx_that_unfolds_a_thousandfold_is_refused() => Refused(Part("<w:p/>", 5_000_000));

    [Fact]
    public void A_docx_nested_without_end_is_refused() => Refused(Part("<w:p><w:r><w:pict>", 100_000));

    [Fact]
    public void A_docx_list_that_begins_at_two_thousand_million_costs_no_more_than_another() =>
        Reading.Decision.Once(OfficeFiles.NumberedDocx(start: int.MaxValue));

    [Fact]
    public void A_pdf_nested_without_end_is_refused() =>
        Refused([.. Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n"), .. Encoding.ASCII.GetBytes(new string('[', 1_000_000)), .. Encoding.ASCII.GetBytes("\nendobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF")]);

    [Theory]
    [InlineData("<00000000> <FFFFFFFF> <0041>")]
    [InlineData("<000000> <FFFFFF> <0041>")]
    [InlineData("<00228> <FB8> <0041>")]
    [InlineData("<0000000000> <0000000001> <0041>")]
    public void A_pdf_whose_font_maps_millions_of_codes_is_refused(string range)
    {
        PdfLines.Read(PdfWithCodes("<0041> <0042> <0041>"), "chu.pdf").Value.ShouldNotBeNull().Lines.ShouldHaveSingleItem().Text.ShouldBe("AB");
        Refused(PdfWithCodes(range));
    }

    [Fact]
    public void A_pdf_of_ranges_that_never_end_is_refused_in_linear_time() =>
        Refused(PdfWithCodes(string.Concat(Enumerable.Repeat("beginbfrange ( ", 100_000))));

    [Fact]
    public void A_calendar_nested_without_end_is_refused() => CalendarBook.Read("a: " + new string('[', 100_000), "lich.yaml").Ok.ShouldBeFalse();

    [Fact]
    public void A_limit_of_a_million_signs_is_refused() => Limit.Parse(new string('(', 1_000_000)).Ok.ShouldBeFalse();

    private static void Refused(byte[] file)
    {
        Reading.Decision.Once(file);
        DecisionReader.Read(file, "bom").Ok.ShouldBeFalse();
    }

    /// <summary>A PDF of one line whose font has this one range of codes to Unicode.</summary>
    private static byte[] PdfWithCodes(string range)
    {
        var map = $"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange {range} endbfrange endcmap end";
        const string show = "BT /F1 12 Tf 72 700 Td <00410042> Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {show.Length}>>stream\n{show}\nendstream",
            "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 6 0 R>>",
            $"<</Length {map.Length}>>stream\n{map}\nendstream",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 8 0 R/DW 1000>>",
            "<</Type/FontDescriptor/FontName/A/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>",
        ];
        StringBuilder pdf = new("%PDF-1.4\n"), xref = new($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        for (var i = 0; i < objects.Length; i++)
        {
            xref.Append(CultureInfo.InvariantCulture, $"{pdf.Length:D10} 00000 n \n");
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        return Encoding.Latin1.GetBytes($"{pdf}{xref}trailer<</Root 1 0 R/Size {objects.Length + 1}>>\nstartxref\n{pdf.Length}\n%%EOF");
    }

    /// <summary>A DOCX whose body is one text over and over.</summary>
    private static byte[] Part(string xml, int times)
    {
        var docx = new MemoryStream();
        docx.Write(OfficeFiles.Docx(["Điều 1. Nhiệm vụ"]));
        using (var zip = new ZipArchive(docx, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.Entries.Single(e => e.FullName.EndsWith("document.xml", StringComparison.Ordinal));
            var name = entry.FullName;
            entry.Delete();
            using var part = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
            part.Write("<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>");
            for (var i = 0; i < times; i++) part.Write(xml);
        }

        return docx.ToArray();
    }
}
