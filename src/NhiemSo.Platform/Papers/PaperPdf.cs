using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers.Pdf;
using SkiaSharp;

namespace NhiemSo.Platform.Papers;

/// <param name="Pages">Number of pages written.</param>
/// <param name="Signatures">Where each signature has its room, in the order of <see cref="Paper.Signatures"/>.</param>
public sealed record PaperPrint(int Pages, IReadOnlyList<SignaturePlace> Signatures);

/// <summary>A box on a page (counted from 1), in millimetres from the page's left and top edge.</summary>
public sealed record SignaturePlace(int Page, double LeftMm, double TopMm, double WidthMm, double HeightMm);

/// <summary>Writes a <see cref="Paper"/> as PDF/A-2b with embedded fonts and text that can be read back.</summary>
public static class PaperPdf
{
    private const string Producer = "Nhiệm Sở";

    /// <summary>
    /// Writes the file; the same paper and <paramref name="createdUtc"/> give the same bytes. Fails, before anything is written,
    /// when the font has no glyph for a character.
    /// </summary>
    public static Outcome<PaperPrint> Render(Paper paper, Stream stream, DateTime createdUtc)
    {
        if (PaperCharacters.Unprintable(paper) is { } problem) return problem;
        paper = PaperCharacters.Composed(paper);

        using var type = new TypeCase();
        var body = new[] { new HeadStrips(paper, type).Make(), new BodyStrips(paper, type).Make() }.SelectMany(strips => strips).ToList();
        // The signature never stands alone on a page: the last lines of text go with it.
        body[^1] = body[^1] with { KeepWithNext = true };
        body.AddRange(new ClosingStrips(paper, type).Make());
        var pages = Pages.Divide(body, paper.Layout.Bottom - paper.Layout.Top);

        var places = new List<SignaturePlace>();
        using var bytes = new MemoryStream();
        using (var target = new SKManagedWStream(bytes))
        using (var document = SKDocument.CreatePdf(target, Metadata(paper, createdUtc)))
        {
            Pages.Draw(document, paper, type, pages, places);
            document.Close();
        }

        stream.Write(PdfFinish.Apply(bytes.ToArray()));
        return new PaperPrint(pages.Count, places);
    }

    private static SKDocumentPdfMetadata Metadata(Paper paper, DateTime createdUtc) => new()
    {
        Title = paper.FileTitle,
        Author = paper.Author.Replace('\n', ' '),
        Creator = Producer,
        Producer = Producer,
        Creation = createdUtc,
        Modified = createdUtc,
        PdfA = true,
        RasterDpi = 300,
        EncodingQuality = 101, // Above 100: images are kept without loss.
    };
}
