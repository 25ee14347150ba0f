using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>
/// The new wording an amending decision quotes (“2. Nhiệm vụ ...”) has labels that are not provisions of the decision itself.
/// A quotation starts with a quotation mark before a label and ends at the line that ends with the closing one.
/// </summary>
internal sealed class Quotation
{
    private int until = -1;
    private bool neverCloses;

    public bool Covers(IReadOnlyList<Line> lines, int at)
    {
        if (at <= until) return true;
        var text = lines[at].Text;
        if (text[0] is not ('“' or '"') || text.Length == 1 || neverCloses || Tokenizer.Read(text[1..].TrimStart()) is null) return false;
        var close = text[0] == '“' ? '”' : '"';
        var end = at;
        while (end < lines.Count && !Closes(lines[end].Text, close, end == at)) end++;

        // Not closed: only this line is quoted, and no later one need be looked for.
        neverCloses = end == lines.Count;
        until = neverCloses ? at : end;
        return true;
    }

    private static bool Closes(string text, char close, bool first)
    {
        var end = text.TrimEnd('.', ';', ',', ' ', '/');
        return end.Length > (first ? 1 : 0) && end[^1] == close;
    }
}
