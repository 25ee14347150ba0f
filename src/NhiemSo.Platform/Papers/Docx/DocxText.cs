using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NhiemSo.Platform.Papers.Docx;

/// <summary>Paragraphs of WordprocessingML. Sizes in points; the format counts half points and twentieths (twips).</summary>
internal static class DocxText
{
    public static string Twips(double points) => Math.Round(points * 20).ToString(CultureInfo.InvariantCulture);

    /// <param name="text">A line feed inside breaks the line.</param>
    /// <param name="size">Type size.</param>
    /// <param name="align">Where the lines stand.</param>
    /// <param name="gap">Space above.</param>
    /// <param name="indent">Indent of the first line.</param>
    /// <param name="lines">Line height in lines.</param>
    /// <param name="keepNext">Stays on a page with the next paragraph.</param>
    public static Paragraph Paragraph(
        PaperText text, double size, PaperAlign align, double gap = 0, double indent = 0, double lines = 1, bool keepNext = false)
    {
        var properties = new ParagraphProperties();
        if (keepNext) properties.KeepNext = new KeepNext();
        properties.SpacingBetweenLines = new SpacingBetweenLines
        {
            Before = Twips(gap), After = "0", Line = Math.Round(lines * 240).ToString(CultureInfo.InvariantCulture), LineRule = LineSpacingRuleValues.Auto,
        };
        if (indent > 0) properties.Indentation = new Indentation { FirstLine = Twips(indent) };
        properties.Justification = new Justification { Val = Justify(align) };
        return new Paragraph([properties, .. Runs(text, size)]);
    }

    public static Paragraph Centred(PaperText text, double size, double gap = 0, bool keepNext = false) =>
        Paragraph(text, size, PaperAlign.Center, gap, keepNext: keepNext);

    /// <summary>A centred line of <paramref name="length"/>: the border of an empty paragraph drawn in from both sides.</summary>
    public static Paragraph Rule(double length, double width, bool keepNext = false)
    {
        var inset = Twips(Math.Max(0, (width - length) / 2));
        var properties = new ParagraphProperties();
        if (keepNext) properties.KeepNext = new KeepNext();
        properties.ParagraphBorders = new ParagraphBorders(new TopBorder { Val = BorderValues.Single, Size = 6, Space = 0, Color = "000000" });
        properties.SpacingBetweenLines = new SpacingBetweenLines { Before = "40", After = "0", Line = "80", LineRule = LineSpacingRuleValues.Exact };
        properties.Indentation = new Indentation { Left = inset, Right = inset };
        return new Paragraph(properties);
    }

    /// <summary>Empty height.</summary>
    public static Paragraph Space(double points, bool keepNext = false)
    {
        var properties = new ParagraphProperties();
        if (keepNext) properties.KeepNext = new KeepNext();
        properties.SpacingBetweenLines = new SpacingBetweenLines { Before = "0", After = "0", Line = Twips(points), LineRule = LineSpacingRuleValues.Exact };
        return new Paragraph(properties);
    }

    public static JustificationValues Justify(PaperAlign align) => align switch
    {
        PaperAlign.Center => JustificationValues.Center,
        PaperAlign.Right => JustificationValues.Right,
        PaperAlign.Left => JustificationValues.Left,
        _ => JustificationValues.Both,
    };

    public static IEnumerable<OpenXmlElement> Runs(PaperText text, double size)
    {
        foreach (var run in text.Runs)
        {
            var parts = run.Text.Split('\n');
            for (var i = 0; i < parts.Length; i++)
            {
                var written = new Run(Style(size, run.Bold, run.Italic));
                if (i > 0) written.Append(new Break());
                written.Append(new Text(parts[i]) { Space = SpaceProcessingModeValues.Preserve });
                yield return written;
            }
        }
    }

    public static RunProperties Style(double size, bool bold, bool italic)
    {
        var half = Math.Round(size * 2).ToString(CultureInfo.InvariantCulture);
        var style = new RunProperties();
        if (bold) style.Bold = new Bold();
        if (italic) style.Italic = new Italic();
        style.FontSize = new FontSize { Val = half };
        style.FontSizeComplexScript = new FontSizeComplexScript { Val = half };
        return style;
    }
}
