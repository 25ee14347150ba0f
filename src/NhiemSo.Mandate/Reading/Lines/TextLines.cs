using System.Text;
using NhiemSo.Platform.Words;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>Plain text to normalised lines that keep their number in the file.</summary>
internal static class TextLines
{
    /// <summary>A form feed ends a page, not a line: files with and without it number their lines alike.</summary>
    public static IReadOnlyList<Line> Split(string text)
    {
        var normal = NormalText.Of(text);
        var lines = new List<Line>();
        var start = 0;
        var number = 1;
        var blank = false;
        for (var i = 0; i <= normal.Length; i++)
        {
            var end = i == normal.Length;
            var c = end ? '\n' : normal[i];
            if (c is not ('\n' or '\r' or '\f')) continue;
            Add(normal.AsSpan(start, i - start), c == '\f');
            if (c == '\r' && i + 1 < normal.Length && normal[i + 1] == '\n') i++;
            if (c != '\f') number++;
            start = i + 1;
        }

        return lines;

        void Add(ReadOnlySpan<char> part, bool pageEnd)
        {
            var raw = Tidy(Clean(part));
            var single = Collapse(raw);
            if (single.Length > 0)
            {
                lines.Add(new Line(number, raw, single, blank));
                blank = false;
            }
            else if (!pageEnd)
            {
                blank = lines.Count > 0;
            }
        }
    }

    /// <summary>Replaces look-alikes of old fonts and editors: Eth for Đ, no-break spaces, tabs and the bars of a table (a column gap), invisible characters.</summary>
    private static string Clean(ReadOnlySpan<char> part)
    {
        var clean = new StringBuilder(part.Length);
        foreach (var c in part)
        {
            switch (c)
            {
                case '\t' or '|': clean.Append("    "); break;
                case '\u00D0': clean.Append('Đ'); break;
                case '\u00F0': clean.Append('đ'); break;
                case '\u2010' or '\u2011' or '\u2012' or '\u2212' or '\u00AD': clean.Append('-'); break;
                case '\uFEFF' or '\u200B' or '\u200C' or '\u200D' or '\u2060': break;
                default:
                    if (char.IsWhiteSpace(c)) clean.Append(' ');
                    else if (!char.IsControl(c)) clean.Append(c);
                    break;
            }
        }

        return clean.ToString().TrimEnd();
    }

    /// <summary>Scans and typists set marks apart ("Chức năng :", "a )"), and consolidated texts put marks of footnotes anywhere ("2.[2] Sở ...").</summary>
    private static string Tidy(string raw)
    {
        var tidy = new StringBuilder(raw.Length);
        for (var at = 0; at < raw.Length; at++)
        {
            if (raw[at] == '[' && FootnoteEnd(raw, at) is > 0 and var end) at = end;
            else if (raw[at] != ' ' || !IsMarkApart(raw, at)) tidy.Append(raw[at]);
        }

        return tidy.ToString();
    }

    /// <summary>One or two blanks between a word and its mark.</summary>
    private static bool IsMarkApart(string raw, int at)
    {
        var mark = at + 1 < raw.Length && raw[at + 1] == ' ' ? at + 2 : at + 1;
        if (mark >= raw.Length || raw[mark] is not (',' or ';' or ':' or '.' or ')') || (mark + 1 < raw.Length && raw[mark + 1] != ' ')) return false;
        var word = at > 0 && raw[at - 1] == ' ' ? at - 2 : at - 1;
        return word >= 0 && (char.IsLetterOrDigit(raw[word]) || raw[word] is '"' or '”' or ')');
    }

    /// <summary>The closing bracket of "[12]" after some word; a line that starts so is the footnote itself.</summary>
    private static int FootnoteEnd(string raw, int at)
    {
        var end = at + 1;
        while (end < raw.Length && end <= at + 3 && char.IsAsciiDigit(raw[end])) end++;
        return end > at + 1 && end < raw.Length && raw[end] == ']' && raw.AsSpan(0, at).ContainsAnyExcept(' ') ? end : 0;
    }

    private static string Collapse(string raw)
    {
        var single = new StringBuilder(raw.Length);
        foreach (var c in raw)
        {
            if (c != ' ' || (single.Length > 0 && single[^1] != ' ')) single.Append(c);
        }

        return single.ToString().TrimEnd();
    }
}
