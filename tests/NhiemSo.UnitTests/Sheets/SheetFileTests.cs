using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using MiniExcelLibs;
using NhiemSo.Platform.Sheets;
using Shouldly;
using Xunit;
using Sheet = NhiemSo.Platform.Sheets.Sheet;

namespace NhiemSo.UnitTests.Sheets;

/// <summary>Sheets as programs that we did not write read them.</summary>
public sealed class SheetFileTests
{
    private static readonly string[] Formulas = ["=1+1", "+84905123482", "-5", "@SUM(A1)", "\t=1", "\r=1", "  =HYPERLINK(\"http://x\")", "＝1"];

    [Fact]
    public async Task Texts_stay_texts_numbers_are_numbers_and_days_days()
    {
        var rows = Formulas.Select((f, i) => (IReadOnlyList<object?>)[f, i, 12.5m, new DateOnly(2026, 11, 28)]).Append(["Đỗ \"<&>\" Ẩn\ndòng hai", null, null, null]).ToList();
        using var file = await SheetFile.WriteAsync(new Sheet("Sổ: giấy/phép", ["Sổ giấy phép", "Lập ngày 28/11/2026"], [new("Tên, số", 30), new("Số hồ sơ"), new("Tỷ lệ"), new("Ngày cấp")], rows), CancellationToken.None);

        var read = (await MiniExcel.QueryAsync(file, useHeaderRow: false)).Cast<IDictionary<string, object?>>().ToList();
        (read[0]["A"], read[1]["A"], read[3]["A"], read[3]["D"]).ShouldBe(("Sổ giấy phép", "Lập ngày 28/11/2026", "Tên, số", "Ngày cấp"));
        read.Skip(4).Select(r => r["A"]).ShouldBe([.. Formulas.Select(f => f.Replace("\r", "", StringComparison.Ordinal)), "Đỗ \"<&>\" Ẩn\ndòng hai"]);
        (read[5]["B"], read[5]["C"], read[5]["D"]).ShouldBe((1d, 12.5d, new DateTime(2026, 11, 28)));

        file.Position = 0;
        using var book = SpreadsheetDocument.Open(file, false);
        new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        book.WorkbookPart!.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>().Single().Name!.Value.ShouldBe("Sổ- giấy-phép");
        var cells = book.WorkbookPart.WorksheetParts.Single().Worksheet!.Descendants<Cell>().ToList();
        cells.ShouldAllBe(c => c.CellFormula == null);
        var styles = book.WorkbookPart.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        cells.Where(c => c.CellReference!.Value!.StartsWith('A') && c.CellReference != "A13").Skip(3).ShouldAllBe(c => styles[(int)c.StyleIndex!.Value].QuotePrefix!.Value);
        styles[(int)cells.Single(c => c.CellReference == "A13").StyleIndex!.Value].QuotePrefix.ShouldBeNull();
    }

    [Fact]
    public async Task A_sheet_without_rows_keeps_its_head_and_a_long_text_fits_a_cell()
    {
        using var empty = await SheetFile.WriteAsync(new Sheet("Trống", [], [new("Số"), new("Tên")], Array.Empty<IReadOnlyList<object?>>()), CancellationToken.None);
        (await MiniExcel.QueryAsync(empty)).Cast<IDictionary<string, object?>>().Single().Values.ShouldBe(["Số", "Tên"]);
        using var longer = await SheetFile.WriteAsync(new Sheet("Dài", [], [new("Tên")], [[new string('ạ', 40_000)]]), CancellationToken.None);
        var text = (string)(await MiniExcel.QueryAsync(longer)).Cast<IDictionary<string, object?>>().Last()["A"]!;
        (text.Length, text[^1]).ShouldBe((32_767, '…'));
    }

    [Theory]
    [InlineData(0, "A")]
    [InlineData(25, "Z")]
    [InlineData(26, "AA")]
    [InlineData(701, "ZZ")]
    [InlineData(702, "AAA")]
    public void Columns_have_letters(int column, string letters) => SheetXml.Letters(column).ShouldBe(letters);
}
