using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Papers;
using Shouldly;
using UglyToad.PdfPig;
using Xunit;

namespace NhiemSo.UnitTests.Papers;

public class PaperTemplateTests
{
    private const string Head = """
        kind: paper-template
        code: mau-thu
        name: "Mẫu thử"
        effective: {from: 2024-03-28}
        layout: nd30
        header: {issuer: "SỞ", number: "{{so?}}"}
        title: {kind: "GIẤY"}

        """;

    [Fact]
    public void The_one_stop_forms_and_the_licence_are_there()
    {
        var codes = PaperSamples.Templates().Select(one => one.Template.Code).ToList();
        foreach (var code in new[] { "mau-01", "mau-02", "mau-03", "mau-04", "mau-05", "mau-06", "giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh", "cong-van-yeu-cau" })
            codes.ShouldContain(code);
        PaperSamples.Templates().ShouldAllBe(one => one.File == one.Template.Code);
    }

    [Fact]
    public void Each_template_prints_every_value_it_asks_for()
    {
        foreach (var (file, template) in PaperSamples.Templates())
        {
            var paper = template.Fill(PaperSamples.Anything(template)).Value!;
            using var pdf = PdfDocument.Open(PaperSamples.Pdf(paper));
            var text = string.Concat(pdf.GetPages().Select(page => page.Text));
            text.ShouldNotContain("{{", customMessage: file);
            text.ShouldContain(PaperTemplate.UncheckedNote, customMessage: file);
            text.ShouldContain("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", customMessage: file);
        }
    }

    /// <summary>Thông tư 01/2018/TT-VPCP, Điều 9: mẫu 01 to 05 on A5, mẫu 06 on A4; with the longest names nothing leaves its page or lies on something else.</summary>
    [Theory]
    [InlineData("mau-01", 148, 210)]
    [InlineData("mau-02", 148, 210)]
    [InlineData("mau-03", 148, 210)]
    [InlineData("mau-04", 148, 210)]
    [InlineData("mau-05", 148, 210)]
    [InlineData("mau-06", 297, 210)]
    public void The_forms_of_the_one_stop_desk_hold_the_longest_names_on_their_own_size(string code, int width, int height)
    {
        const string longName = "Trung tâm Nghiên cứu, Chuyển giao Kỹ thuật Khuyến nông, Khuyến ngư huyện Thuận Nam – Nguyễn Phước Quỳnh Hương";
        var template = PaperSamples.Templates().Single(one => one.File == code).Template;
        var paper = template.Fill(PaperSamples.Anything(template, longName)).Value!;
        using var pdf = PdfDocument.Open(PaperSamples.Pdf(paper));
        foreach (var page in pdf.GetPages())
        {
            (Math.Round(page.Width * 25.4 / 72), Math.Round(page.Height * 25.4 / 72)).ShouldBe((width, height));
            var (left, right) = (paper.Layout.LeftMm * 72 / 25.4, (paper.Layout.WidthMm - paper.Layout.RightMm) * 72 / 25.4);
            var letters = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
            letters.ShouldAllBe(letter => letter.StartBaseLine.X >= left - 1 && letter.EndBaseLine.X <= right + 1 && letter.StartBaseLine.Y > 10 && letter.StartBaseLine.Y < page.Height - 10);
            letters.GroupBy(letter => (X: Math.Round(letter.StartBaseLine.X, 1), Y: Math.Round(letter.StartBaseLine.Y, 1))).ShouldAllBe(place => place.Count() == 1);
            if (code != "mau-06") letters.ShouldAllBe(letter => letter.PointSize >= 7.9, "legible on half a sheet");
        }
    }

    [Fact]
    public void Each_template_with_nothing_given_names_what_it_needs()
    {
        foreach (var (file, template) in PaperSamples.Templates())
            template.Fill(new PaperValues()).Problem!.Fields.Select(fault => fault.Field).ShouldContain("co_quan_ban_hanh", file);
    }

    [Fact]
    public void A_missing_value_is_named_an_optional_one_leaves_dots_to_write_on()
    {
        var template = Read("body:\n  - {line: \"Email\", value: \"{{thu_dien_tu?}}\"}\n  - {text: \"{{ten}}\"}\n");

        var problem = template.Fill(new PaperValues()).Problem!;
        problem.Fields.Select(fault => fault.Field).ShouldBe(["ten"]);
        problem.Message.ShouldContain("ten");

        var paper = template.Fill(new PaperValues().Set("ten", "Lê")).Value!;
        paper.Body[0].ShouldBe(new LabelValue("Email", null));
        paper.Header.NumberLine.ShouldBeNull();
        template.Placeholders.ShouldBe(["so", "ten", "thu_dien_tu"]);
    }

    [Fact]
    public void Styles_come_from_the_template_never_from_a_value()
    {
        var template = Read("body:\n  - {text: \"Của **{{ten}}** __nghiêng__\"}\n");

        var paragraph = (PaperParagraph)template.Fill(new PaperValues().Set("ten", "**{{so}}**")).Value!.Body.Single();

        paragraph.Text.Runs.ShouldBe([new("Của "), new("**{{so}}**", Bold: true), new(" "), new("nghiêng", Italic: true)]);
    }

    [Fact]
    public void A_block_with_if_is_left_out_when_its_value_is_blank_and_each_repeats_it_with_its_number()
    {
        var template = Read("body:\n  - {if: ghi_chu, text: \"Ghi chú\"}\n  - {each: muc, text: \"{{thu_tu}}. {{ten}} {{chung}}\"}\n");
        var rows = new[] { "a", "b" }.Select(ten => new PaperValues().Set("ten", ten));
        var values = new PaperValues().Set("ghi_chu", " ").Set("chung", "x").Set("muc", rows);

        template.Fill(values).Value!.Body.Cast<PaperParagraph>().Select(one => one.Text.ToString()).ShouldBe(["1. a x", "2. b x"]);
        template.Fill(values.Set("ghi_chu", "có")).Value!.Body.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("body:\n  - {text: \"{{Tên}}\"}\n", 9, "{{tên}}")]
    [InlineData("body:\n  - {text: \"**đậm\"}\n", 9, "cặp")]
    [InlineData("body:\n  - {txt: \"x\"}\n", 9, "đúng một")]
    [InlineData("body:\n  - {table: {columns: [{title: A, share: 1, cell: x}]}}\n", 9, "each")]
    [InlineData("qr: {content: x, caption: y, place: giua}\n", 8, "giua")]
    [InlineData("ngay: x\n", 8, "ngay")]
    public void A_fault_says_its_line(string yaml, int line, string words)
    {
        var problem = PaperTemplate.Read(Head + yaml, "templates/mau-thu.yaml").Problem!;
        problem.Fields.ShouldContain(fault => fault.Field == $"templates/mau-thu.yaml:{line}" && fault.Message.Contains(words));
    }

    [Fact]
    public void A_draft_is_told_as_such_and_never_printed() =>
        PaperTemplate.Read(Head + "draft: true\nbody:\n  - {text: \"x\"}\n", "templates/mau-thu.yaml").Problem!.Fields.ShouldHaveSingleItem().Message.ShouldContain("bản nháp");

    private static PaperTemplate Read(string yaml)
    {
        var read = PaperTemplate.Read(Head + yaml, "templates/mau-thu.yaml");
        read.Problem?.Fields.ShouldBeEmpty();
        return read.Value!;
    }
}
