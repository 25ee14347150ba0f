using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>Writes out the labels that Word numbers by itself (w:numPr), so that they read as if typed.</summary>
internal sealed class DocxNumbering(MainDocumentPart main)
{
    private readonly Dictionary<int, AbstractNum> lists = Lists(main);
    private readonly Dictionary<string, NumberingProperties> styles = Styles(main);
    private readonly Dictionary<(int List, int Level), int> counters = [];

    private static Dictionary<int, AbstractNum> Lists(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var definitions = numbering?.Elements<AbstractNum>().Where(a => a.AbstractNumberId is not null).GroupBy(a => a.AbstractNumberId!.Value).ToDictionary(g => g.Key, g => g.First()) ?? [];
        var found = new Dictionary<int, AbstractNum>();
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance is { NumberID: { } id, AbstractNumId.Val: { } definition } && definitions.TryGetValue(definition.Value, out var list)) found[id.Value] = list;
        }

        return found;
    }

    private static Dictionary<string, NumberingProperties> Styles(MainDocumentPart main)
    {
        var found = new Dictionary<string, NumberingProperties>(StringComparer.Ordinal);
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id && style.StyleParagraphProperties?.NumberingProperties is { } numbering) found[id] = numbering;
        }

        return found;
    }

    /// <summary>The label with a space after it, or nothing.</summary>
    public string LabelOf(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var numbering = properties?.NumberingProperties ?? (properties?.ParagraphStyleId?.Val?.Value is { } style ? styles.GetValueOrDefault(style) : null);
        if (numbering?.NumberingId?.Val is not { } id || !lists.TryGetValue(id.Value, out var list) || string.IsNullOrWhiteSpace(paragraph.InnerText)) return "";
        var at = numbering.NumberingLevelReference?.Val?.Value ?? 0;
        var levels = list.Elements<Level>().Where(l => l.LevelIndex is not null).GroupBy(l => l.LevelIndex!.Value).ToDictionary(g => g.Key, g => g.First());
        if (!levels.TryGetValue(at, out var level)) return "";
        counters[(id.Value, at)] = Count(id.Value, at, level) + 1;
        for (var deeper = at + 1; deeper < 9; deeper++) counters.Remove((id.Value, deeper));
        if (level.NumberingFormat?.Val?.Value == NumberFormatValues.Bullet) return "- ";
        var label = level.LevelText?.Val?.Value ?? "";
        for (var above = 0; above <= at; above++)
        {
            if (levels.TryGetValue(above, out var upper)) label = label.Replace("%" + (above + 1).ToString(CultureInfo.InvariantCulture), Written(upper, Math.Max(1, counters.GetValueOrDefault((id.Value, above)))), StringComparison.Ordinal);
        }

        return label.Length > 0 ? label + " " : "";
    }

    private int Count(int list, int level, Level definition) => counters.TryGetValue((list, level), out var count) ? count : (definition.StartNumberingValue?.Val?.Value ?? 1) - 1;

    private static string Written(Level level, int value)
    {
        var format = level.NumberingFormat?.Val?.Value ?? NumberFormatValues.Decimal;
        // Beyond XXXIX no text counts so, and a list may claim to begin at two thousand million.
        if (value < 40 && (format == NumberFormatValues.UpperRoman || format == NumberFormatValues.LowerRoman)) return Tokens.Ordinals.Roman(value);
        if (format == NumberFormatValues.LowerLetter) return ((char)('a' + ((value - 1) % 26))).ToString();
        if (format == NumberFormatValues.UpperLetter) return ((char)('A' + ((value - 1) % 26))).ToString();
        return value.ToString(CultureInfo.InvariantCulture);
    }
}
