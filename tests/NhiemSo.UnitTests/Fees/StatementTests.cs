using System.Text;
using CsCheck;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using NhiemSo.Dossiers.Fees.Statements;
using NhiemSo.Platform.Sheets;
using NhiemSo.Platform.Words;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Fees;

/// <summary>Bank statements as banks write them, and as nobody should.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("50.000", 50_000L)]
    [InlineData("50,000", 50_000L)]
    [InlineData("50000", 50_000L)]
    [InlineData("+1.234.567 VND", 1_234_567L)]
    [InlineData("1,234,567.00", 1_234_567L)]
    [InlineData("1.234.567,00", 1_234_567L)]
    [InlineData("50 000 đ", 50_000L)]
    [InlineData("-11.000", -11_000L)]
    [InlineData("(11,000)", -11_000L)]
    [InlineData("50.5", null)]
    [InlineData("50.1250", null)]
    [InlineData("0.500", null)]
    [InlineData("1.234,567", null)]
    [InlineData("1234.567", null)]
    [InlineData("1..000", null)]
    [InlineData("", null)]
    [InlineData("99999999999999999999", null)]
    public void Amounts(string text, long? amount) => StatementReader.Amount(text).ShouldBe(amount);

    [Theory]
    [InlineData("05/11/2026", 5, 11)]
    [InlineData("5/11/2026 08:30:12", 5, 11)]
    [InlineData("2026-11-05", 5, 11)]
    [InlineData("2026-11-05T08:30:12", 5, 11)]
    [InlineData("05-11-2026", 5, 11)]
    [InlineData("31/02/2026", null, null)]
    [InlineData("hôm qua", null, null)]
    public void Days(string text, int? day, int? month) => StatementReader.Day(text).ShouldBe(day is null ? null : new DateOnly(2026, month!.Value, day.Value));

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    public void The_head_row_is_found_by_its_names_and_only_money_that_came_in_is_taken(string by)
    {
        string[][] rows =
        [
            ["NGÂN HÀNG MINH HỌA"], ["Từ ngày", "01/11/2026"],
            ["STT", "Ngày giao dịch", "Mã giao dịch", "Số tiền ghi nợ", "Số tiền ghi có", "Số dư", "Diễn giải"],
            ["1", "05/11/2026", "FT1", "", "\"1,290,000\"", "0", "\"Nộp phí; hồ sơ \"\"NSP\"\", lần 1\""],
            ["2", "05/11/2026", "FT2", "11000", "", "0", "Phí"],
            ["3", "41/11/2026", "FT3", "", "7000", "0", "Hỏng"],
            ["", "", "", "", "1297000", "", "Cộng"],
        ];
        var sheet = Text(string.Join("\r\n", rows.Select(r => string.Join(by, r))));
        var read = StatementReader.Read(sheet.Value!);
        read.Value!.Rows.Single().ShouldBe(new StatementRow(4, new DateOnly(2026, 11, 5), 1_290_000, "Nộp phí; hồ sơ \"NSP\", lần 1", "FT1"));
        read.Value.Unreadable.Single().ShouldBe("dòng 6: ngày “41/11/2026”");
    }

    [Fact]
    public void A_signed_amount_column_and_english_names()
    {
        var read = StatementReader.Read(Text("Date,Description,Amount,Balance\n2026-11-05,IN,\"50,000\",1\n2026-11-05,OUT,\"-20,000\",1\n").Value!);
        read.Value!.Rows.Single().Amount.ShouldBe(50_000);
        StatementReader.Read(Text("a,b\n1,2\n").Value!).Problem!.Fields[0].Message.ShouldContain("dòng tiêu đề");
    }

    /// <summary>A formula counts as the value that stands in the file; nothing is worked out here.</summary>
    [Fact]
    public void Sheets_with_dates_numbers_and_formulas()
    {
        var sheet = SheetReader.Read(Sheet());
        var read = StatementReader.Read(sheet.Value!);
        read.Value!.Rows.Select(r => (r.Day, r.Amount, r.Content)).ShouldBe([(new DateOnly(2026, 11, 5), 1_290_000L, "NOP PHI"), (new DateOnly(2026, 11, 6), 50_000L, "=1+1")]);
    }

    /// <summary>The bank's number makes two rows one; without it, two like rows are two payments, and the same file again gives the same keys.</summary>
    [Fact]
    public void Keys()
    {
        StatementRow Row(string? id) => new(1, new DateOnly(2026, 11, 5), 50_000, "nop phi", id);
        StatementImport.Keyed([Row("FT1"), Row("FT1")]).Count.ShouldBe(1);
        StatementImport.Keyed([Row("FT1"), Row("FT2"), Row(null)]).Count.ShouldBe(3);
        var twice = StatementImport.Keyed([Row(null), Row(null)]);
        twice.Select(k => k.Key).Distinct().Count().ShouldBe(2);
        StatementImport.Keyed([Row(null), Row(null) with { Content = "NOP  PHI" }]).Select(k => k.Key).ShouldBe(twice.Select(k => k.Key));
    }

    [Fact]
    public void Garbage_is_answered_and_never_thrown()
    {
        var text = Gen.String[Gen.Char["Ngày,;\t\"\r\n0123456789./-=@ nội dung ghi có\u0000\uFFFF"], 0, 400];
        text.Sample(t =>
        {
            var sheet = Text("Ngày,Nội dung,Ghi có\n" + t);
            if (sheet.Ok) _ = StatementReader.Read(sheet.Value);
            _ = (StatementReader.Amount(t), StatementReader.Day(t), Text(t));
        });
        var whole = Sheet();
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[1, whole.Length]).Sample(
            (at, with, length) =>
            {
                var broken = whole[..length];
                if (at < broken.Length) broken[at] = with;
                var sheet = SheetReader.Read(broken);
                if (sheet.Ok) _ = StatementReader.Read(sheet.Value);
            },
            iter: 300);
    }

    [Fact]
    public void Amounts_as_the_house_writes_them_are_read_back() =>
        Gen.Long[0, 999_999_999_999_999].Sample(sum => StatementReader.Amount(Wording.Money(sum)).ShouldBe(sum));

    private static byte[] Sheet()
    {
        using var file = new MemoryStream();
        using (var book = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var main = book.AddWorkbookPart();
            main.Workbook = new Workbook();
            var styles = main.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new Stylesheet(
                new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()), new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            var part = main.AddNewPart<WorksheetPart>();
            part.Worksheet = new Worksheet(new SheetData(
                Row(1, Text("A1", "Ngày giao dịch"), Text("B1", "Nội dung"), Text("C1", "Số tiền ghi có")),
                Row(2, new Cell { CellReference = "A2", StyleIndex = 1, CellValue = new CellValue("46331") }, Text("B2", "NOP PHI"), new Cell { CellReference = "C2", CellFormula = new CellFormula("86*15000"), CellValue = new CellValue("1290000") }),
                Row(3, Text("A3", "06/11/2026"), Text("B3", "=1+1"), new Cell { CellReference = "C3", CellValue = new CellValue("50000") })));
            main.Workbook.AppendChild(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Id = main.GetIdOfPart(part), SheetId = 1, Name = "Sao kê" }));
        }

        return file.ToArray();
    }

    private static NhiemSo.Platform.Outcomes.Outcome<IReadOnlyList<SheetRow>> Text(string csv) => SheetReader.Read(Encoding.UTF8.GetBytes(csv));

    private static Row Row(uint at, params Cell[] cells) => new(cells) { RowIndex = at };

    private static Cell Text(string at, string text) => new() { CellReference = at, DataType = CellValues.InlineString, InlineString = new InlineString(new Text(text)) };
}
