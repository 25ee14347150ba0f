using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using NhiemSo.Platform.Papers;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Papers;

public class PaperDocxTests
{
    [Fact]
    public void Every_template_gives_a_valid_document()
    {
        foreach (var (file, template) in PaperSamples.Templates())
            Faults(template.Fill(PaperSamples.Anything(template)).Value!).ShouldBeEmpty(file);
    }

    [Fact]
    public void A_paper_with_every_kind_of_block_is_valid()
    {
        var paper = PaperSamples.Licence with
        {
            Addressees = ["Sở Nội vụ", "Sở Tài chính"],
            Body =
            [
                new Numbered(PaperLevel.Article, "Cho phép"), new Numbered(PaperLevel.Clause, "Một"), new LabelValue("Địa chỉ", null),
                new Spacer(6), PaperSamples.Table(3), new PaperParagraph("Hết./.", PaperAlign.Center),
            ],
            Qr = PaperSamples.Licence.Qr! with { Place = QrPlace.Header },
            Note = "Mẫu chưa đối chiếu.",
        };
        Faults(paper).ShouldBeEmpty();
    }

    [Fact]
    public void It_has_the_page_of_the_layout_names_Times_New_Roman_and_hides_the_first_page_number()
    {
        using var package = Open(PaperSamples.Licence);
        var main = package.MainDocumentPart!;
        var section = main.Document!.Body!.GetFirstChild<SectionProperties>()!;

        section.GetFirstChild<PageSize>()!.Width!.Value.ShouldBe(11906u);
        section.GetFirstChild<PageSize>()!.Height!.Value.ShouldBe(16838u);
        section.GetFirstChild<PageMargin>()!.Left!.Value.ShouldBe(1701u);
        section.GetFirstChild<TitlePage>().ShouldNotBeNull();
        main.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>().Single().Ascii!.Value.ShouldBe("Times New Roman");
        main.ImageParts.Count().ShouldBe(1);
    }

    [Fact]
    public void It_says_the_same_as_the_PDF()
    {
        using var package = Open(PaperSamples.Licence);
        using var pdf = UglyToad.PdfPig.PdfDocument.Open(PaperSamples.Pdf(PaperSamples.Licence));

        Words(package.MainDocumentPart!.Document!.Body!.Descendants<Text>().Select(text => text.Text))
            .ShouldBe(Words(pdf.GetPages().Select(page => page.Text)), ignoreOrder: true);

        static List<string> Words(IEnumerable<string> texts) => [.. texts.SelectMany(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
    }

    private static IEnumerable<string> Faults(Paper paper)
    {
        using var package = Open(paper);
        return [.. new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(package).Select(fault => $"{fault.Path?.XPath}: {fault.Description}")];
    }

    private static WordprocessingDocument Open(Paper paper)
    {
        var stream = new MemoryStream();
        PaperDocx.Write(paper, stream, PaperSamples.Created);
        stream.Position = 0;
        return WordprocessingDocument.Open(stream, isEditable: false);
    }
}
