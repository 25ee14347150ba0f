using System.Text;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using Shouldly;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;
using UglyToad.PdfPig;
using Xunit;

namespace NhiemSo.UnitTests.Papers;

public class PaperPdfTests
{
    private const double PointsPerMm = 72 / 25.4;

    [Fact]
    public void Every_Vietnamese_letter_comes_back_from_the_file()
    {
        var letters = string.Join(' ', PaperFonts.Required.Chunk(20).Select(part => new string(part)));
        PaperText text = new([new(letters), new(" " + letters, Bold: true), new(" " + letters, Italic: true), new(" " + letters, Bold: true, Italic: true)]);

        var all = Text(PaperSamples.Licence with { Body = [new PaperParagraph(text)] });

        all.ShouldContain(text.ToString());
    }

    [Fact]
    public void Text_typed_decomposed_is_printed_composed() =>
        Text(PaperSamples.Licence with { Body = [new PaperParagraph("Phường Lộc Thọ".Normalize(NormalizationForm.FormD))] }).ShouldContain("Phường Lộc Thọ");

    [Fact]
    public void All_parts_of_a_licence_are_on_the_paper_in_the_order_they_are_read()
    {
        var text = Text(PaperSamples.Licence);
        string[] parts =
        [
            "UBND TỈNH KHÁNH HÒA", "SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Số: 05/GP-STTTT", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
            "Khánh Hòa, ngày 28 tháng 3 năm 2024", "GIẤY PHÉP", "Xuất bản tài liệu không kinh doanh", "Căn cứ Luật Xuất bản số 19/2012/QH13;",
            "Xét đề nghị của Trưởng phòng.", "Tên tài liệu: Kỷ yếu hội thảo", "Nơi nhận:", "- Như trên;", "- Lưu: VT, TTBCXB.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Ửng",
        ];

        parts.Select(part => text.IndexOf(part, StringComparison.Ordinal)).ShouldBeInOrder();
        parts.ShouldAllBe(part => text.Contains(part));
    }

    [Theory]
    [InlineData("nd30", 210, 297)]
    [InlineData("nd30-13", 210, 297)]
    [InlineData("mot-cua-a5", 148, 210)]
    public void The_page_has_its_size_and_no_letter_stands_in_the_margins(string name, double width, double height)
    {
        var layout = PaperLayout.All.Single(one => one.Name == name);
        var longName = string.Join(' ', Enumerable.Repeat("Trung tâm Giới thiệu Nghiên cứu và Ứng dụng Khoa học Kỹ thuật", 6));
        using var pdf = PdfDocument.Open(PaperSamples.Pdf(PaperSamples.Licence with
        {
            Layout = layout,
            Header = PaperSamples.Licence.Header with { Issuer = longName.ToUpperInvariant() },
            Body = [new PaperParagraph(longName), new LabelValue("Tên", longName), new LabelValue("Địa chỉ", null), new PaperParagraph(new string('x', 300)), PaperSamples.Table(3)],
        }));

        foreach (var page in pdf.GetPages())
        {
            page.Width.ShouldBe(width * PointsPerMm, 1);
            page.Height.ShouldBe(height * PointsPerMm, 1);
            foreach (var letter in page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)))
            {
                letter.StartBaseLine.X.ShouldBeGreaterThan(layout.LeftMm * PointsPerMm - 0.5, letter.Value);
                letter.EndBaseLine.X.ShouldBeLessThan(page.Width - layout.RightMm * PointsPerMm + 0.5, letter.Value);
                letter.StartBaseLine.Y.ShouldBeGreaterThan(layout.BottomMm * PointsPerMm - 0.5, letter.Value);
            }
        }
    }

    [Fact]
    public void The_layout_of_the_decree_is_inside_its_ranges()
    {
        foreach (var layout in new[] { PaperLayout.Nd30, PaperLayout.Nd30Small })
        {
            layout.TopMm.ShouldBeInRange(20, 25);
            layout.BottomMm.ShouldBeInRange(20, 25);
            layout.LeftMm.ShouldBeInRange(30, 35);
            layout.RightMm.ShouldBeInRange(15, 20);
            new[] { 10.0, 12.7 }.ShouldContain(layout.IndentMm);
            foreach (var size in new[] { layout.NationSize, layout.ParentSize, layout.IssuerSize, layout.LetterSubjectSize }) size.ShouldBeInRange(12, 13);
            foreach (var size in new[] { layout.MottoSize, layout.DateSize, layout.KindSize, layout.SubjectSize, layout.BodySize, layout.SignatureSize, layout.PageNumberSize })
                size.ShouldBeInRange(13, 14);
            (layout.NumberSize, layout.CopiesTitleSize, layout.CopiesSize).ShouldBe((13, 12, 11));
            layout.ParagraphGap.ShouldBeGreaterThanOrEqualTo(6);
            layout.LineSpacing.ShouldBeInRange(1, 1.5);
        }
    }

    [Fact]
    public void A_table_breaks_between_rows_with_its_head_on_each_page_and_the_page_number_is_hidden_on_the_first()
    {
        using var pdf = PdfDocument.Open(PaperSamples.Pdf(PaperSamples.Licence with { Body = [PaperSamples.Table(100)] }));

        var pages = pdf.GetPages().ToList();
        pages.Count.ShouldBeGreaterThan(2);
        foreach (var page in pages) page.Text.ShouldContain("TT Tên giấy tờ ");
        pages[0].Text.ShouldStartWith("UBND");
        for (var i = 1; i < pages.Count; i++)
        {
            pages[i].Text.ShouldStartWith($"{i + 1} TT Tên giấy tờ ");
            var number = pages[i].Letters[0];
            (pages[i].Height - number.StartBaseLine.Y).ShouldBeLessThan(PaperLayout.Nd30.TopMm * PointsPerMm);
        }

        var text = string.Concat(pages.Select(page => page.Text));
        for (var row = 1; row <= 100; row++) text.ShouldContain($"Giấy tờ thứ {row} ");
    }

    [Fact]
    public void A_row_taller_than_a_page_is_printed_whole_over_several()
    {
        var words = string.Join(' ', Enumerable.Range(1, 2000).Select(i => $"chữ{i}"));
        var paper = PaperSamples.Licence with { Body = [new PaperTable([new PaperColumn("Nội dung", 1)], [[words]])] };
        var text = Text(paper);
        for (var i = 1; i <= 2000; i++) text.ShouldContain($"chữ{i} ");
    }

    [Fact]
    public void The_signature_never_stands_on_a_page_without_text()
    {
        for (var rows = 20; rows < 45; rows++)
        {
            var paper = PaperSamples.Licence with { Body = [.. Enumerable.Range(0, rows).Select(i => new PaperParagraph($"Nội dung {i}."))] };
            using var pdf = PdfDocument.Open(PaperSamples.Pdf(paper));
            var signed = pdf.GetPages().Single(page => page.Text.Contains("KT. GIÁM ĐỐC"));
            signed.Text.ShouldContain($"Nội dung {rows - 1}.");
            signed.Text.ShouldContain("Nguyễn Văn Ửng");
        }
    }

    [Fact]
    public void The_room_for_the_signature_is_told_and_lies_between_authority_and_name()
    {
        using var stream = new MemoryStream();
        var place = PaperPdf.Render(PaperSamples.Licence, stream, PaperSamples.Created).Value!.Signatures.Single();

        using var pdf = PdfDocument.Open(stream.ToArray());
        var page = pdf.GetPage(place.Page);
        double Y(string word) => page.Height - page.GetWords().Last(one => one.Text == word).BoundingBox.Bottom;
        Y("PHÓ").ShouldBeLessThan(place.TopMm * PointsPerMm);
        Y("Ửng").ShouldBeGreaterThan((place.TopMm + place.HeightMm) * PointsPerMm);
        place.LeftMm.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void The_same_paper_gives_the_same_bytes_and_another_time_gives_others()
    {
        var first = PaperSamples.Pdf(PaperSamples.Licence);
        // Often: the writer's own identity is random, and is written in more than one way.
        for (var i = 0; i < 40; i++) PaperSamples.Pdf(PaperSamples.Licence).AsSpan().SequenceEqual(first).ShouldBeTrue();

        using var later = new MemoryStream();
        PaperPdf.Render(PaperSamples.Licence, later, PaperSamples.Created.AddSeconds(1));
        later.ToArray().ShouldNotBe(first);
    }

    [Fact]
    public void The_file_says_title_author_language_and_embeds_each_font()
    {
        var bytes = PaperSamples.Pdf(PaperSamples.Licence);
        using var pdf = PdfDocument.Open(bytes);

        pdf.Information.Title.ShouldBe("GIẤY PHÉP Xuất bản tài liệu không kinh doanh");
        pdf.Information.Author.ShouldBe("SỞ THÔNG TIN VÀ TRUYỀN THÔNG");
        pdf.Information.Producer.ShouldBe("Nhiệm Sở");
        pdf.Structure.Catalog.CatalogDictionary.TryGet(NameToken.Create("Lang"), out StringToken language).ShouldBeTrue();
        language.Data.ShouldBe("vi-VN");
        var raw = Encoding.Latin1.GetString(bytes);
        raw.ShouldContain("<pdfaid:part>2</pdfaid:part>");
        raw.Split("/FontFile2").Length.ShouldBe(1 + 4);
        pdf.GetPage(1).Letters.Select(letter => letter.FontName).ShouldAllBe(font => font!.Contains("Tinos"));
    }

    [Fact]
    public void A_character_the_font_lacks_is_named_and_nothing_is_written()
    {
        using var stream = new MemoryStream();
        var outcome = PaperPdf.Render(PaperSamples.Licence with { Body = [new PaperParagraph("Tài liệu 漢字")] }, stream, PaperSamples.Created);

        outcome.Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        outcome.Problem.Message.ShouldContain("“漢” (U+6F22), “字” (U+5B57)");
        stream.Length.ShouldBe(0);
    }

    private static string Text(Paper paper)
    {
        using var pdf = PdfDocument.Open(PaperSamples.Pdf(paper));
        return string.Concat(pdf.GetPages().Select(page => page.Text));
    }
}
