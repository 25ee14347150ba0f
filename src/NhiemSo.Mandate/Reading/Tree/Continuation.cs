using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Parts;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>Tells a label from the wrapped end of a sentence that looks like one ("quy định tại điểm / b) khoản 1").</summary>
internal static class Continuation
{
    /// <summary>A sentence does not end with these words, so what follows is no label.</summary>
    private static readonly HashSet<string> Joining = new(StringComparer.OrdinalIgnoreCase)
    {
        "điểm", "khoản", "điều", "mục", "chương", "phần", "và", "hoặc", "của", "tại", "theo", "ngày", "tháng", "từ", "đến", "các",
        "những", "với", "cho", "về", "là", "trong", "trên", "dưới", "bằng", "để", "thuộc", "bởi", "hay", "nêu", "mức", "cấp", "loại",
    };

    /// <param name="fits">The label is the next of a list that is open, or the first of a new one.</param>
    public static bool Continues(Page page, Line previous, Line line, in Token token, bool fits)
    {
        if (previous.Terminated) return false;
        if (page.BlanksSeparate && line.AfterBlank && page.Width > 0 && fits) return false;
        if (NamesPlace.Contains(LastWord(previous.Text)) && token.Rest < line.Text.Length && char.IsLower(line.Text[token.Rest])) return true; // "theo điểm / b) khoản 2"
        var full = page.Full(previous);
        if (EndsJoining(previous.Text) && (full || !fits)) return true;
        if (page.Width == 0) return EndsJoining(previous.Text) && (!fits || NamesPlace.Contains(LastWord(previous.Text)));
        if (!full) return false;
        if (token.Style is Style.Dash or Style.Plus) return !Opens(line, token) || page.Brimming(previous);
        return !fits || previous.Text[^1] == ',';
    }

    /// <summary>Where each line is a paragraph, only the middle of a citation ends with one: "các đơn vị trực thuộc" is a heading there.</summary>
    private static readonly HashSet<string> NamesPlace = new(StringComparer.OrdinalIgnoreCase) { "điểm", "khoản", "điều", "mục", "chương", "phần", "và", "hoặc", "tại", "theo" };

    /// <summary>Words with which no heading and no paragraph ends: a blank line after one is the page's, not the text's.</summary>
    private static readonly HashSet<string> NeverLast = new(StringComparer.OrdinalIgnoreCase) { "và", "hoặc", "của", "tại", "theo", "từ", "đến", "với", "cho", "về", "là", "trong", "bằng", "để", "bởi", "hay" };

    /// <summary>The sentence goes on in an unlabelled line whatever stands between them.</summary>
    /// <param name="said">The previous line without its label.</param>
    public static bool GoesOn(Page page, Line previous, Line next, string said)
    {
        if (NeverLast.Contains(LastWord(previous.Text)) || previous.Text.EndsWith(" -", StringComparison.Ordinal) || (EndsJoining(previous.Text) && char.IsAsciiDigit(next.Text[0]))) return true;
        if (previous.Terminated || page.Width == 0 || (page.BlanksSeparate && next.AfterBlank)) return false;

        // No paragraph begins with a bare number ("đến năm / 2005. Việc ..."), and the first half of a sentence is no heading ("Lãnh đạo gồm Chánh / Thanh tra và ...").
        return char.IsAsciiDigit(next.Text[0]) ? !Headings.IsTitle(said) : Topics.IsLead(said);
    }

    /// <summary>An item begins with a capital; the dash of a wrapped "phối hợp / - kết nối" does not.</summary>
    private static bool Opens(Line line, in Token token) => token.Rest < line.Text.Length && char.IsUpper(line.Text[token.Rest]);

    private static bool EndsJoining(string text) => Joining.Contains(LastWord(text));

    private static string LastWord(string text) => text[(text.LastIndexOf(' ') + 1)..];
}
