using NhiemSo.Mandate.Reading.Lines;
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
        var full = page.Full(previous);
        if (EndsJoining(previous.Text) && (full || page.Width == 0)) return true;
        if (!full) return false;
        if (token.Style is Style.Dash or Style.Plus) return true;
        return !fits || previous.Text[^1] == ',';
    }

    private static bool EndsJoining(string text) => Joining.Contains(text[(text.LastIndexOf(' ') + 1)..]);
}
