namespace NhiemSo.Mandate.Reading.Tokens;

/// <summary>Labels that begin with a word: articles and what stands above them.</summary>
internal static class WordLabels
{
    public static Token? Read(string text) =>
        Word(text, "Điều", Style.Article) ?? Word(text, "Chương", Style.Chapter) ?? Word(text, "Mục", Style.Section) ?? Word(text, "Phần", Style.Division);

    /// <summary>"Điều 3.", "ĐIỀU 3:", "Điều 1.-", "Điều 3a.", "Điều II:", "Chương II", "Mục 1 - ...", "Phần thứ nhất".</summary>
    private static Token? Word(string text, string word, Style style)
    {
        if (!text.StartsWith(word, StringComparison.OrdinalIgnoreCase) || text.Length <= word.Length) return null;
        var start = word.Length;
        if (text[start] == ' ') start++;
        else if (!char.IsAsciiDigit(text[start])) return null;
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        var label = text[start..end];
        if (label.Equals("thứ", StringComparison.OrdinalIgnoreCase) && end < text.Length)
        {
            start = end + 1;
            end = start;
            while (end < text.Length && char.IsLetter(text[end])) end++;
            label = text[start..end];
        }

        var ordinal = Value(label, style);
        if (ordinal == 0) return null;
        var mark = end < text.Length ? text[end] : '\n';
        var rest = end;
        while (rest < text.Length && text[rest] is '.' or ':' or '-' or '–' or ' ' or '/' or ')') rest++;
        if (mark == ' ' && rest < text.Length && rest > end + 1) mark = text[end + 1];
        var written = style == Style.Article && char.IsAsciiDigit(label[0]) ? ordinal + (char.IsLetter(label[^1]) ? label[^1..] : "") : Ordinals.OfWord(label) > 0 ? "thứ " + label.ToLowerInvariant() : label.ToUpperInvariant();
        return new Token(style, written, ordinal, mark, rest);
    }

    private static int Value(string label, Style style)
    {
        var roman = Ordinals.OfRoman(label.ToUpperInvariant());
        if (roman > 0 && (style != Style.Article || char.IsUpper(label[0]))) return roman;
        var digits = style == Style.Article && label.Length > 1 && char.IsLower(label[^1]) ? label[..^1] : label; // "Điều 3a" was put in by an amendment
        if (digits.Length is > 0 and <= 3 && digits.All(char.IsAsciiDigit)) return int.Parse(digits);
        if (style == Style.Division && label is [>= 'A' and <= 'H']) return label[0] - 'A' + 1;
        return style is Style.Chapter or Style.Division ? Ordinals.OfWord(label) : 0;
    }
}
