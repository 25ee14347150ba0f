using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NhiemSo.Platform.Papers.Docx;
using NhiemSo.Platform.Papers.Pdf;

namespace NhiemSo.Platform.Papers;

/// <summary>
/// Writes a <see cref="Paper"/> as DOCX in Times New Roman, to go on editing. It keeps room for signature and seal;
/// their pictures are only laid on the PDF.
/// </summary>
public static class PaperDocx
{
    /// <summary><paramref name="stream"/> must be able to seek, as a file or memory.</summary>
    public static void Write(Paper paper, Stream stream, DateTime createdUtc)
    {
        paper = PaperCharacters.Composed(paper);
        using var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document);
        var properties = package.PackageProperties;
        (properties.Title, properties.Creator, properties.Language) = (paper.FileTitle, paper.Author.Replace('\n', ' '), "vi-VN");
        (properties.Created, properties.Modified) = (createdUtc, createdUtc);

        var main = package.AddMainDocumentPart();
        DocxPages.Styles(main, paper.Layout);
        DocxPages.Settings(main);
        using var type = new TypeCase();
        var body = new Body(new DocxBlocks(paper, main, type).Make());
        // After its last table a document needs a paragraph; it is made too small to start a page.
        body.Append(DocxText.Space(1), DocxPages.Section(main, paper));
        main.Document = new Document(body);
    }
}
