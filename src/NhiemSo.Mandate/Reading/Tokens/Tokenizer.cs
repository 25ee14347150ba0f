namespace NhiemSo.Mandate.Reading.Tokens;

/// <summary>Finds the label that starts a line. Whether it really is one (and not the wrapped end of a reference) is for the tree to say.</summary>
internal static class Tokenizer
{
    public static Token? Read(string text) =>
        text.Length == 0 ? null
        : WordLabels.Read(text) ?? Bullet(text) ?? Number(text) ?? Roman(text) ?? SmallRoman(text) ?? Letter(text) ?? Bracketed(text);

    private static Token? Bullet(string text)
    {
        var style = text[0] switch
        {
            '-' or '–' or '—' or '•' or '▪' or '●' or '\uF02D' or '\uF0B7' or '*' => Style.Dash,
            '+' or '○' or '◦' => Style.Plus,
            _ => (Style?)null,
        };
        if (style is null || text.Length == 1) return null;
        return text[1] == ' ' || char.IsLetter(text[1]) || text[1] == '"' || text[1] == '“' ? new Token(style.Value, "", 0, text[0] is '–' or '—' ? '-' : text[0], Skip(text, 1)) : null;
    }

    /// <summary>
    /// "1.", "1)", "1/", "1-", "1 -", "1.-", "1a.", "1.1.", "3.3.10 ", "I.1.": at most two digits a step, no step of 0.
    /// A number without any mark ("1 Văn phòng", "1.1 tham mưu") has a space for its mark; the tree looks at what stands around it.
    /// </summary>
    private static Token? Number(string text)
    {
        var at = 0;
        var steps = 0;
        var last = 0;
        if (text[0] is 'I' or 'V' or 'X')
        {
            while (at < text.Length && text[at] is 'I' or 'V' or 'X') at++;
            if (at + 1 >= text.Length || text[at] != '.' || !char.IsAsciiDigit(text[at + 1]) || Ordinals.OfRoman(text.AsSpan(0, at)) == 0) return null;
            at++;
            steps++;
        }

        var end = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at])) at++;
            if (at - start > 2) return null;
            last = int.Parse(text.AsSpan(start, at - start));
            if (last == 0 || (text[start] == '0' && steps > 0)) return null;
            steps++;
            end = at;
            if (at + 1 < text.Length && text[at] == '.' && char.IsAsciiDigit(text[at + 1])) at++;
        }

        if (steps == 0 || end < at) return null;
        if (steps == 1 && IsDocumentNumber(text, end)) return null;
        if (steps == 1 && end + 1 < text.Length && char.IsLower(text[end]) && text[end + 1] is '.' or ')') end++; // "1a." was put in by an amendment
        var label = text[..end].TrimStart('0');
        if (Closed(text, end) is { } close) return new Token(steps == 1 ? Style.Clause : Style.Decimal, label, last, steps == 1 ? close.Mark : '.', close.After);
        if (end + 1 >= text.Length || text[end] != ' ') return null;
        if (steps == 1) return char.IsUpper(text[end + 1]) ? new Token(Style.Clause, label, last, ' ', end + 1) : null;
        return new Token(Style.Decimal, label, last, char.IsLower(text[end + 1]) ? ' ' : '.', end + 1);
    }

    /// <summary>"63/QĐ-TTg ngày ..." is the number of a document, broken from "Quyết định số".</summary>
    private static bool IsDocumentNumber(string text, int end)
    {
        if (end + 2 >= text.Length || text[end] != '/' || !char.IsUpper(text[end + 1]) || !char.IsUpper(text[end + 2])) return false;
        var space = text.IndexOf(' ', end);
        return text.AsSpan(end, (space < 0 ? text.Length : space) - end).Contains('-');
    }

    /// <summary>The mark that closes a label, and where the text after it starts: "1.", "1)", "1/", "1-", "1:", with a space before it ("1 - Chức năng") or a dash behind it ("1.- Chức năng").</summary>
    private static (char Mark, int After)? Closed(string text, int end)
    {
        var spaced = end < text.Length && text[end] == ' ';
        var at = spaced ? end + 1 : end;
        if (at >= text.Length || text[at] is not ('.' or ')' or '/' or '-' or '–' or ':')) return null;
        var mark = text[at++] is var c && c == '–' ? '-' : c;
        if (!Opens(text, at) && text[at] is not ('-' or '–')) return null;
        if (mark != '-' && text.AsSpan(at).TrimStart() is ['-' or '–', ..] behind) at = text.Length - behind.Length + 1;
        if (!Opens(text, at)) return null;
        var rest = Skip(text, at);
        return !spaced || (rest < text.Length && text[at] == ' ' && char.IsUpper(text[rest])) ? (mark, rest) : null;
    }

    private static Token? Roman(string text)
    {
        var end = 0;
        while (end < text.Length && text[end] is 'I' or 'V' or 'X') end++;
        var value = Ordinals.OfRoman(text.AsSpan(0, end));
        return value > 0 && Closed(text, end) is { } close ? new Token(Style.Roman, text[..end], value, '.', close.After) : null;
    }

    /// <summary>"ii)", "iv." below a point; "i", "v" and "x" alone are read as letters, and the tree knows which of both they are.</summary>
    private static Token? SmallRoman(string text)
    {
        var end = 0;
        while (end < text.Length && end < 6 && text[end] is 'i' or 'v' or 'x') end++;
        var value = end > 1 ? Ordinals.OfRoman(text[..end].ToUpperInvariant()) : 0;
        return value > 0 && Closed(text, end) is { } close ? new Token(Style.Point, text[..end], value, close.Mark, close.After) : null;
    }

    /// <summary>"(a)", "(1)", "(ii)", as projects with foreign donors number.</summary>
    private static Token? Bracketed(string text)
    {
        var close = text[0] == '(' ? text.IndexOf(')', StringComparison.Ordinal) : -1;
        if (close is < 2 or > 5 || close + 2 >= text.Length || text[close + 1] != ' ') return null;
        return Read(text[1..(close + 1)]) is { Style: Style.Clause or Style.Point, Mark: ')' } inner ? inner with { Mark = '(', Rest = close + 2 } : null;
    }

    /// <summary>"a)", "đ.", "a/", "a-", "a1)", and the capital "A.", "A/ ", "A- " of older texts.</summary>
    private static Token? Letter(string text)
    {
        var ordinal = Ordinals.OfLetter(text[0]);
        if (ordinal == 0) return null;
        var end = 1;
        var sub = 0;
        if (end < text.Length && text[end] == '.' && end + 2 < text.Length && char.IsAsciiDigit(text[end + 1])) end++;
        while (end < text.Length && end < 4 && char.IsAsciiDigit(text[end])) sub = (sub * 10) + text[end++] - '0';
        if (Closed(text, end) is not { Mark: not ':' } close) return null;
        if (char.IsLower(text[0])) return new Token(Style.Point, text[..end], sub > 0 ? sub : ordinal, sub > 0 ? text[0] : close.Mark, close.After);
        var spaced = close.After > end + 1; // "T/M", "K/T" are no labels
        return sub == 0 && (close.Mark == '.' || spaced) ? new Token(Style.Letter, text[..1], ordinal, '.', close.After) : null;
    }

    /// <summary>After a label comes a space, the end, or at once a capital or a quotation mark.</summary>
    private static bool Opens(string text, int at) => at >= text.Length || text[at] == ' ' || char.IsUpper(text[at]) || text[at] is '"' or '“' or '(';

    private static int Skip(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '.') at++;
        return at;
    }
}
