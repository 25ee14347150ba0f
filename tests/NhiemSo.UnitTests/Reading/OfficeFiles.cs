using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SkiaSharp;

namespace NhiemSo.UnitTests.Reading;

/// <summary>Decisions as DOCX and PDF, made here from lines of text.</summary>
internal static class OfficeFiles
{
    private static Paragraph Plain(string text) => new(new Run(new Text(text)));

    private static Paragraph Numbered(string text, int level) =>
        new(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = level }, new NumberingId { Val = 1 })), new Run(new Text(text)));

    public static byte[] Docx(IEnumerable<string> lines) =>
        Docx(body => body.Append(lines.Select(l => new Paragraph(new Run(new Text(l) { Space = SpaceProcessingModeValues.Preserve })))));

    /// <summary>Lists that Word counts by itself.</summary>
    public static byte[] NumberedDocx(int start = 1) =>
        Docx(
            body => body.Append(Plain("Điều 1. Nhiệm vụ"), Numbered("Quản lý báo chí:", 0), Numbered("Cấp phép;", 1), Numbered("Kiểm tra.", 1), Numbered("Quản lý xuất bản.", 0)),
            new Level(new StartNumberingValue { Val = start }, new NumberingFormat { Val = start == 1 ? NumberFormatValues.Decimal : NumberFormatValues.UpperRoman }, new LevelText { Val = "%1." }) { LevelIndex = 0 },
            new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.LowerLetter }, new LevelText { Val = "%2)" }) { LevelIndex = 1 });

    /// <summary>Any body, with lists that Word counts and the styles that lead to them.</summary>
    public static byte[] Docx(IEnumerable<OpenXmlElement> content, Numbering? numbering = null, Styles? styles = null)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(content));
            if (numbering is not null) main.AddNewPart<NumberingDefinitionsPart>().Numbering = numbering;
            if (styles is not null) main.AddNewPart<StyleDefinitionsPart>().Styles = styles;
        }

        return stream.ToArray();
    }

    /// <summary>The same lines with their clauses ("1.") and first points ("a)" to "d)") counted by Word instead of typed.</summary>
    public static byte[] CountedDocx(IEnumerable<string> lines)
    {
        var numbering = new Numbering(
            new AbstractNum(new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.Decimal }, new LevelText { Val = "%1." }) { LevelIndex = 0 }) { AbstractNumberId = 1 },
            new AbstractNum(new Level(new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = NumberFormatValues.LowerLetter }, new LevelText { Val = "%1)" }) { LevelIndex = 0 }) { AbstractNumberId = 2 });
        var (last, lists) = (new int[3], new int[3]);
        var count = 0;
        return Docx(lines.Select(Paragraph).ToArray(), numbering);

        Paragraph Paragraph(string line)
        {
            var (kind, value, label) = line is [>= '1' and <= '9', '.', ' ', ..] ? (1, line[0] - '0', 3) : line is [>= 'a' and <= 'd', ')', ' ', ..] ? (2, line[0] - 'a' + 1, 3) : (0, 0, 0);
            var run = new Run(new Text(line[label..]) { Space = SpaceProcessingModeValues.Preserve });
            if (kind == 0) return new Paragraph(run);
            if (value != last[kind] + 1 || lists[kind] == 0)
            {
                lists[kind] = ++count;
                numbering.Append(new NumberingInstance(new AbstractNumId { Val = kind }, new LevelOverride(new StartOverrideNumberingValue { Val = value }) { LevelIndex = 0 }) { NumberID = count });
            }

            last[kind] = value;
            return new Paragraph(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = lists[kind] })), run);
        }
    }

    private static byte[] Docx(Action<Body> fill, params Level[] levels)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            var body = new Body();
            fill(body);
            main.Document = new Document(body);
            if (levels.Length > 0)
            {
                main.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                    new AbstractNum(levels) { AbstractNumberId = 1 }, new NumberingInstance(new AbstractNumId { Val = 1 }) { NumberID = 1 });
            }
        }

        return stream.ToArray();
    }

    /// <summary>25 lines a page; what stands apart by three blanks or more is drawn apart.</summary>
    public static byte[] Pdf(IEnumerable<string> lines)
    {
        using var stream = new MemoryStream();
        using (var document = SKDocument.CreatePdf(stream))
        using (var font = new SKFont(SKTypeface.FromFile(Path.Combine(Corpus.Mandate, "../../../src/NhiemSo.Platform/Papers/Fonts/Tinos-Regular.ttf")), 10))
        using (var paint = new SKPaint())
        {
            foreach (var page in lines.Chunk(25))
            {
                var canvas = document.BeginPage(1400, 842);
                for (var i = 0; i < page.Length; i++)
                    foreach (var (column, text) in Cells(Typeset(page[i]))) canvas.DrawText(text, 50 + (column * 6), 60 + (i * 18), SKTextAlign.Left, font, paint);
                document.EndPage();
            }

            document.Close();
        }

        return stream.ToArray();
    }

    /// <summary>A printer knows neither tabs nor letters whose marks stand apart: the font has no glyphs for them.</summary>
    private static string Typeset(string line) => line.Normalize().Replace("\t", "        ", StringComparison.Ordinal);

    private static IEnumerable<(int Column, string Text)> Cells(string line)
    {
        for (var at = 0; at < line.Length;)
        {
            var gap = line.IndexOf("   ", at, StringComparison.Ordinal);
            var end = gap < 0 ? line.Length : gap;
            if (end > at) yield return (at, line[at..end]);
            for (at = end; at < line.Length && line[at] == ' ';) at++;
        }
    }
}
