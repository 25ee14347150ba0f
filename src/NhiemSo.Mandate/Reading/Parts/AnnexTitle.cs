using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>Where an annexed text begins: its kind in capitals on a line, with "(Ban hành kèm theo ...)" below it or after the decision's end.</summary>
internal static class AnnexTitle
{
    private static readonly string[] Kinds =
    [
        "QUY ĐỊNH", "QUI ĐỊNH", "BẢN QUY ĐỊNH", "BẢN QUI ĐỊNH", "QUY CHẾ", "QUI CHẾ", "BẢN QUY CHẾ", "ĐIỀU LỆ", "BẢN ĐIỀU LỆ", "NỘI QUY",
        "PHỤ LỤC", "ĐỀ ÁN", "PHƯƠNG ÁN", "DANH MỤC", "DANH SÁCH", "QUY TRÌNH", "CHỨC NĂNG, NHIỆM VỤ", "VỊ TRÍ, CHỨC NĂNG",
    ];

    /// <summary>How many lines below the kind the words "kèm theo" are looked for.</summary>
    private const int Reach = 8;

    public static bool At(IReadOnlyList<Line> lines, int at, bool mainEnded)
    {
        var text = lines[at].Text;
        var kind = Array.Find(Kinds, k => text.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        if (kind is null || text.Length > 120) return false;
        var capitals = !text.Any(char.IsLower);
        var alone = text.Length == kind.Length;
        if (!capitals && !alone && !text.StartsWith(kind, StringComparison.Ordinal)) return false;
        if (at > 0 && Tokenizer.Read(lines[at - 1].Text) is { Style: Style.Chapter or Style.Section or Style.Division } above && above.Rest >= lines[at - 1].Text.Length) return false;
        return (mainEnded && capitals) || NamesDecision(lines, at);
    }

    /// <summary>"(Ban hành kèm theo Quyết định số ...)" before the first provision.</summary>
    private static bool NamesDecision(IReadOnlyList<Line> lines, int at)
    {
        for (var i = at + 1; i < lines.Count && i <= at + Reach; i++)
        {
            var text = lines[i].Text;
            if (Tokenizer.Read(text) is { Style: Style.Article or Style.Chapter or Style.Clause or Style.Roman }) return false;
            if (IsNote(text)) return true;
        }

        return false;
    }

    /// <summary>"(Ban hành kèm theo Quyết định số ...".</summary>
    public static bool IsNote(string text) => text.Contains("kèm theo", StringComparison.OrdinalIgnoreCase) && text.TrimStart('[', '(') is ['B' or 'K' or 'b' or 'k', ..];

    /// <summary>The title of an annexed text: its lines up to the note of the decision, heads of office left out.</summary>
    public static string? Title(IReadOnlyList<Line> head)
    {
        var title = head.TakeWhile(l => l.Text[0] != '(' && !l.Text.StartsWith("Ban hành kèm", StringComparison.OrdinalIgnoreCase) && !l.Text.StartsWith("Kèm theo", StringComparison.OrdinalIgnoreCase))
            .Select(l => l.Text);
        var joined = string.Join(' ', title);
        return joined.Length > 0 ? joined : null;
    }

    /// <summary>How the annexed text is named in a citation: "Quy định kèm theo Quyết định số 12/2016/QĐ-UBND".</summary>
    public static string Name(string? title, Header header)
    {
        var kind = title is null ? null : Array.Find(Kinds, k => title.StartsWith(k, StringComparison.OrdinalIgnoreCase));
        var name = kind is null ? "văn bản" : kind[..1] + kind[1..].ToLowerInvariant();
        var decision = header.Number is null ? header.Type ?? "văn bản" : $"{header.Type ?? "văn bản"} số {header.Number}";
        return $"{name} kèm theo {decision}";
    }
}
