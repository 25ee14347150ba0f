using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using NhiemSo.Mandate.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Reading;

/// <summary>What offices do in Word: tables without borders for head and signature, tracked changes, soft breaks, lists that count by themselves.</summary>
public sealed class DocxLayoutTests
{
    [Theory]
    [InlineData("02-bo-cuc-dieu-khoan-diem")]
    [InlineData("05-moi-phong-mot-dieu")]
    [InlineData("09-dieu-1-danh-so-phong-la-ma")]
    [InlineData("24-phong-mot-dieu-gach-2018")]
    public void Head_and_signature_in_tables_read_as_the_columns_of_the_text(string name)
    {
        var lines = Corpus.Text(name).Split('\n');
        var foot = Array.FindIndex(lines, l => l.StartsWith("Nơi nhận", StringComparison.Ordinal));
        var head = Array.FindIndex(lines, l => l.Trim() == "QUYẾT ĐỊNH");
        var end = foot < 0 ? lines.Length : Enumerable.Range(foot, lines.Length - foot).First(i => i == lines.Length - 1 || (lines[i + 1].Length > 0 && lines[i].Length == 0));
        List<OpenXmlElement> content = [Columns(lines[..head]), .. lines[head..(foot < 0 ? lines.Length : foot)].Select(Text)];
        if (foot >= 0) content.AddRange([Columns(lines[foot..(end + 1)]), .. lines[(end + 1)..].Select(Text)]);

        var (fromTable, fromText) = (Corpus.ReadFile(OfficeFiles.Docx(content), "qd.docx"), Corpus.ReadText(Corpus.Text(name)));
        fromTable.Header.ShouldBe(fromText.Header);
        fromTable.Recipients.ShouldBe(fromText.Recipients);
        fromTable.Nodes.Select(n => (n.Citation, n.Heading, n.Text)).ShouldBe(fromText.Nodes.Select(n => (n.Citation, n.Heading, n.Text)));
        fromTable.Duties.ShouldBe(fromText.Duties);
    }

    [Fact]
    public void Tracked_changes_are_read_as_accepted()
    {
        var joined = Text("a) Cấp giấy phép");
        joined.ParagraphProperties = new ParagraphProperties(new ParagraphMarkRunProperties(new Deleted()));
        Read(
            Text("Điều 1. Nhiệm vụ của Văn phòng"),
            new Paragraph(Words("1. Quản lý "), new DeletedRun(new Run(new DeletedText("báo chí"))), new InsertedRun(Words("xuất bản")), new MoveFromRun(Words(" tạm")), Words(":")),
            joined,
            Text(" lưu chiểu;"),
            new Paragraph(new DeletedRun(new Run(new DeletedText("b) Bỏ;")))),
            new Paragraph(Words("b) Kiểm tra."), new Run(new RunProperties(new Vanish()), new Text("ghi chú"))))
            .ShouldBe(["Điều 1 / Nhiệm vụ của Văn phòng / ", "Điều 1.1 /  / Quản lý xuất bản:", "Điều 1.1.a /  / Cấp giấy phép lưu chiểu;", "Điều 1.1.b /  / Kiểm tra."]);
    }

    [Fact]
    public void Soft_breaks_and_tabs_part_lines_and_labels() =>
        Read(
            new Paragraph(new Run(new Text("Chương I"), new Break(), new Text("QUY ĐỊNH CHUNG"))),
            new Paragraph(new Run(new Text("Điều 1."), new TabChar(), new Text("Nhiệm vụ của Văn phòng"))),
            new Paragraph(new Run(new Text("1."), new TabChar(), new Text("Văn thư;"), new Break(), new Text("2."), new TabChar(), new Text("Lưu trữ."))))
            .ShouldBe(["Chương I / QUY ĐỊNH CHUNG / ", "Điều 1 / Nhiệm vụ của Văn phòng / ", "Điều 1.1 /  / Văn thư;", "Điều 1.2 /  / Lưu trữ."]);

    [Fact]
    public void Lists_that_word_counts_go_on_restart_and_follow_their_style()
    {
        var articles = new AbstractNum(
            Counted(0, NumberFormatValues.Decimal, "Điều %1.", new ParagraphStyleIdInLevel { Val = "Dieu" }), Counted(1, NumberFormatValues.Decimal, "%2."), Counted(2, NumberFormatValues.LowerLetter, "%3)"))
        { AbstractNumberId = 7 };
        var signs = new AbstractNum(Counted(0, NumberFormatValues.Bullet, "-"), Counted(1, NumberFormatValues.Bullet, "+")) { AbstractNumberId = 8 };
        var numbering = new Numbering(
            articles, signs, Instance(1, 7), Instance(2, 7, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 1 }), Instance(3, 8), Instance(4, 7));
        var styles = new Styles(
            new Style(new StyleParagraphProperties(new NumberingProperties(new NumberingId { Val = 1 }))) { StyleId = "Dieu", Type = StyleValues.Paragraph },
            new Style(new BasedOn { Val = "Dieu" }) { StyleId = "DieuDam", Type = StyleValues.Paragraph });
        var reading = Corpus.ReadFile(
            OfficeFiles.Docx(
                [Styled("Dieu", "Nhiệm vụ của Văn phòng"), Item(1, 1, "Văn thư:"), Item(3, 0, "Đến:"), Item(3, 1, "Sổ;"), Item(3, 1, "Bìa."), Item(3, 0, "Đi."), Item(4, 1, "Lưu trữ."), Styled("DieuDam", "Nhiệm vụ của Phòng Báo chí"), Item(2, 1, "Cấp phép:"), Item(2, 2, "Bản tin;"), Item(2, 2, "Báo.")],
                numbering,
                styles),
            "qd.docx");
        reading.Nodes.Select(n => n.Citation).ShouldBe(
            ["Điều 1", "Điều 1.1", "Điều 1.1.1", "Điều 1.1.1.1", "Điều 1.1.1.2", "Điều 1.1.2", "Điều 1.2", "Điều 2", "Điều 2.1", "Điều 2.1.a", "Điều 2.1.b"]);
        reading.Duties.ShouldBe(["Điều 1.1.1.1", "Điều 1.1.1.2", "Điều 1.1.2", "Điều 1.2", "Điều 2.1.a", "Điều 2.1.b"]);
    }

    [Fact]
    public void Rows_of_a_table_of_posts_are_text_and_give_the_positions()
    {
        var reading = Corpus.ReadFile(
            OfficeFiles.Docx([Text("Điều 1. Phòng Đào tạo"), Text("1. Nhiệm vụ: Tuyển sinh."), Text("2. Vị trí việc làm:"), Row("TT", "Vị trí", "Số lượng"), Row("1", "Trưởng phòng", "01"), Row("2", "Giáo vụ", "03"), Text("3. Mối quan hệ công tác: Phối hợp với các khoa.")]),
            "qd.docx");
        reading.Nodes.Select(n => n.Citation).ShouldBe(["Điều 1", "Điều 1.1", "Điều 1.2", "Điều 1.3"]);
        reading.Nodes[2].Text.ShouldBe("TT Vị trí Số lượng\n1 Trưởng phòng 01\n2 Giáo vụ 03");
        reading.Units.ShouldHaveSingleItem().Positions.ShouldBe(["Trưởng phòng", "Giáo vụ"]);

        static Table Row(params string[] cells) => new(new TableRow(cells.Select(c => new TableCell(Text(c)))));
    }

    private static IEnumerable<string> Read(params OpenXmlElement[] content) =>
        Corpus.ReadFile(OfficeFiles.Docx(content), "qd.docx").Nodes.Select(n => $"{n.Citation} / {n.Heading} / {n.Text}");

    private static Run Words(string text) => new(new Text(text) { Space = SpaceProcessingModeValues.Preserve });

    private static Paragraph Text(string text) => new(Words(text));

    private static Paragraph Styled(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Words(text));

    private static Paragraph Item(int list, int level, string text) =>
        new(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = list })), Words(text));

    private static Level Counted(int level, NumberFormatValues format, string text, params OpenXmlElement[] more) =>
        new([new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, .. more, new LevelText { Val = text }]) { LevelIndex = level };

    private static NumberingInstance Instance(int id, int list, params OpenXmlElement[] more) => new([new AbstractNumId { Val = list }, .. more]) { NumberID = id };

    /// <summary>A table of one row: what stands left in the left cell, what stands right in the right one.</summary>
    private static Table Columns(string[] lines)
    {
        var cells = lines.Select(l => l.Trim().Split("   ", 2, StringSplitOptions.TrimEntries)).ToList();
        return new Table(new TableRow(Cell(cells.Select(c => c[0])), Cell(cells.Where(c => c.Length > 1).Select(c => c[1]))));

        static TableCell Cell(IEnumerable<string> texts) => new([.. texts.Append("").Select(Text)]);
    }
}
