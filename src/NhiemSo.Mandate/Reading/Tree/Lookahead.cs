using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>Labels that only what stands a few lines below tells from something else.</summary>
internal static class Lookahead
{
    /// <summary>Lines in which the first number below a unit is looked for.</summary>
    private const int Near = 3;

    /// <summary>Lines in which the second item of a list is looked for.</summary>
    private const int Far = 40;

    /// <summary>"1 Văn phòng" without a mark is a clause when "1.1" stands below it; else it is a row of a table or part of a sentence.</summary>
    public static bool HasDecimals(IReadOnlyList<Line> lines, int at, in Token token)
    {
        for (var i = at + 1; i < lines.Count && i <= at + Near; i++)
        {
            if (Tokenizer.Read(lines[i].Text) is { Style: Style.Decimal } below) return below.Label == token.Label + ".1";
        }

        return false;
    }

    /// <summary>"l." is a "1." that was scanned wrong when a "2." with the same mark comes and no "m." before it.</summary>
    public static bool IsOne(IReadOnlyList<Line> lines, int at, in Token token)
    {
        for (var i = at + 1; i < lines.Count && i <= at + Far; i++)
        {
            if (Tokenizer.Read(lines[i].Text) is not { } next) continue;
            if (next.Style <= Style.Article || next is { Style: Style.Point, Label: "m" }) return false;
            if (next.Style == Style.Clause) return next.Ordinal == 2 && next.Mark == token.Mark;
        }

        return false;
    }

    /// <summary>A bullet below a dash begins a list of its own when another comes next; a single one was set in the place of a dash.</summary>
    public static bool GoesOn(IReadOnlyList<Line> lines, int at, in Token token)
    {
        for (var i = at + 1; i < lines.Count && i <= at + Far; i++)
        {
            if (Tokenizer.Read(lines[i].Text) is { } next) return next.Style == Style.Dash && next.Mark == token.Mark;
        }

        return false;
    }

    /// <summary>"i)" begins a list of small Roman numbers when "ii)" comes; else it is the letter after h.</summary>
    public static bool IsRoman(IReadOnlyList<Line> lines, int at)
    {
        for (var i = at + 1; i < lines.Count && i <= at + Far; i++)
        {
            var label = Tokenizer.Read(lines[i].Text) is { Style: Style.Point } next ? next.Label : "";
            if (label is "ii" or "k" or "j" or "l") return label == "ii";
        }

        return false;
    }
}
