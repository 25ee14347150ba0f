using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>Writes out the labels that Word numbers by itself (w:numPr), so that they read as if typed.</summary>
internal sealed class DocxNumbering(MainDocumentPart main)
{
    private readonly Dictionary<int, (NumberingInstance Instance, AbstractNum List)> lists = Lists(main);
    private readonly Dictionary<string, Style> styles = Styles(main);
    private readonly Dictionary<(int List, int Level), int> counters = [];
    private readonly HashSet<int> begun = [];

    private static Dictionary<int, (NumberingInstance, AbstractNum)> Lists(MainDocumentPart main)
    {
        var numbering = main.NumberingDefinitionsPart?.Numbering;
        var definitions = numbering?.Elements<AbstractNum>().Where(a => a.AbstractNumberId is not null).GroupBy(a => a.AbstractNumberId!.Value).ToDictionary(g => g.Key, g => g.First()) ?? [];
        var found = new Dictionary<int, (NumberingInstance, AbstractNum)>();
        foreach (var instance in numbering?.Elements<NumberingInstance>() ?? [])
        {
            if (instance is { NumberID: { } id, AbstractNumId.Val: { } definition } && definitions.TryGetValue(definition.Value, out var list)) found[id.Value] = (instance, list);
        }

        return found;
    }

    private static Dictionary<string, Style> Styles(MainDocumentPart main)
    {
        var found = new Dictionary<string, Style>(StringComparer.Ordinal);
        foreach (var style in main.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        {
            if (style.StyleId?.Value is { } id) found[id] = style;
        }

        return found;
    }

    /// <summary>The label with a space after it, or nothing.</summary>
    public string LabelOf(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var (numbering, style) = properties?.NumberingProperties is { NumberingId: not null } own ? (own, null) : OfStyle(properties?.ParagraphStyleId?.Val?.Value);
        if (numbering?.NumberingId?.Val is not { } id || !lists.TryGetValue(id.Value, out var found)) return "";
        var levels = found.List.Elements<Level>().Where(l => l.LevelIndex is not null).GroupBy(l => l.LevelIndex!.Value).ToDictionary(g => g.Key, g => g.First());
        var at = numbering.NumberingLevelReference?.Val?.Value ?? levels.Values.FirstOrDefault(l => style is not null && l.ParagraphStyleIdInLevel?.Val?.Value == style)?.LevelIndex?.Value ?? 0;
        if (!levels.TryGetValue(at, out var level)) return "";

        // Instances of one list count on together, unless one says that it begins anew.
        var list = found.List.AbstractNumberId!.Value;
        if (begun.Add(id.Value)) Restart(list, found.Instance);
        counters[(list, at)] = Count(list, at, level) + 1;
        for (var deeper = at + 1; deeper < 9; deeper++) counters.Remove((list, deeper));
        if (level.NumberingFormat?.Val?.Value is { } format && (format == NumberFormatValues.Bullet || format == NumberFormatValues.None)) return Bullet(level, format);
        var label = level.LevelText?.Val?.Value ?? "";
        for (var above = 0; above <= at; above++)
        {
            if (!levels.TryGetValue(above, out var upper)) continue;
            var number = counters.TryGetValue((list, above), out var count) ? count : upper.StartNumberingValue?.Val?.Value ?? 1;
            var written = level.IsLegalNumberingStyle is not null ? Math.Max(1, number).ToString(CultureInfo.InvariantCulture) : Written(upper, Math.Max(1, number));
            label = label.Replace("%" + (above + 1).ToString(CultureInfo.InvariantCulture), written, StringComparison.Ordinal);
        }

        return label.Length > 0 ? label + " " : "";
    }

    /// <summary>The numbering of a style or of the one it is based on.</summary>
    private (NumberingProperties? Numbering, string? Style) OfStyle(string? style)
    {
        for (var steps = 0; steps < 10 && style is not null && styles.TryGetValue(style, out var found); steps++)
        {
            if (found.StyleParagraphProperties?.NumberingProperties is { NumberingId: not null } numbering) return (numbering, style);
            style = found.BasedOn?.Val?.Value;
        }

        return (null, null);
    }

    private void Restart(int list, NumberingInstance instance)
    {
        foreach (var level in instance.Elements<LevelOverride>())
        {
            if (level is { LevelIndex: { } index, StartOverrideNumberingValue.Val: { } start }) counters[(list, index.Value)] = start.Value - 1;
        }
    }

    /// <summary>Dash, plus or round sign: lists with different signs are different lists.</summary>
    private static string Bullet(Level level, NumberFormatValues format)
    {
        if (format == NumberFormatValues.None) return "";
        var sign = level.LevelText?.Val?.Value ?? "";
        return sign.Trim() switch { "+" or "o" or "○" => "+ ", "" or "-" or "–" or "—" or "\uF02D" => "- ", _ => "• " };
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
