using System.Globalization;
using System.Text;

namespace NhiemSo.Mandate.Reading.Tokens;

/// <summary>Labels that begin with a word: articles and what stands above them.</summary>
internal static class WordLabels
{
    public static Token? Read(string text) =>
        Word(text, "Điều", Style.Article) ?? Word(text, "Chương", Style.Chapter) ?? Word(text, "Mục", Style.Section) ?? Word(text, "Phần", Style.Division);

    /// <summary>"Điều 3.", "ĐIỀU 3:", "Điều 1.-", "Điều 3a.", "Điều II:", "Chương II", "Mục 1 - ...", "Phần thứ nhất".</summary>
    private static Token? Word(string text, string word, Style style)
    {
        if (text.Length <= word.Length) return null;
        var misprinted = !text.StartsWith(word, StringComparison.OrdinalIgnoreCase);
        if (misprinted && ((text[0] == 'D' ? 'Đ' : text[0]) != word[0] || !IsMisprintOf(word, text[..word.Length]))) return null;
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
        return new Token(style, written, ordinal, mark, rest, misprinted);
    }

    /// <summary>"Điêu", "Diều", "Dieu" for "Điều": scans lose and change tones and the bar of Đ, or a typist wrote no marks at all. "Mức" is another word than "Mục".</summary>
    private static bool IsMisprintOf(string word, string written) => Bare(written, horns: true) == Bare(word, horns: true) || Bare(word, horns: false).Equals(written, StringComparison.OrdinalIgnoreCase);

    /// <param name="horns">Keeps the marks that make another vowel of a letter (â, ê, ô, ư, ơ, ă).</param>
    private static string Bare(string text, bool horns)
    {
        var bare = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark || (horns && c is '\u0302' or '\u0306' or '\u031B')) bare.Append(c == 'đ' ? 'd' : c);
        }

        return bare.ToString();
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
