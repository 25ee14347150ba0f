using NhiemSo.Mandate.Reading.Lines;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The legal bases between the issuing authority and the first article.</summary>
internal static class Bases
{
    private static readonly string[] Openers = ["Căn cứ", "Xét đề nghị", "Xét ", "Theo đề nghị", "Theo ", "Thực hiện", "Trên cơ sở", "Được sự", "Sau khi"];

    public static bool Opens(string text) => Array.Exists(Openers, o => Bare(text).StartsWith(o, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Ủy ban nhân dân ban hành Quyết định ...": the enacting words of newer texts, not a basis.</summary>
    private static bool Enacts(string text) =>
        (text.Contains(" ban hành ", StringComparison.Ordinal) || text.Contains(" hướng dẫn ", StringComparison.Ordinal) || text.EndsWith(" như sau:", StringComparison.Ordinal))
        && (UnitNames.IsName(text) || Posts.Length(text) > 0 || Array.Exists(["Chính phủ", "Hội đồng", "Liên tịch", "Liên Bộ", "Liên bộ"], p => text.StartsWith(p, StringComparison.Ordinal)));

    /// <summary>"QUYẾT NGHỊ:", or "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH" of the Party.</summary>
    private static bool Decides(string text) =>
        Heading.IsType(text) || text.StartsWith("QUYẾT NGHỊ", StringComparison.Ordinal) || (text.TrimEnd(':', ' ').EndsWith(" QUYẾT ĐỊNH", StringComparison.Ordinal) && !text.Any(char.IsLower));

    private static string Bare(string text) => text.TrimStart('-', '–', '+', ' ');

    public static IReadOnlyList<Basis> Read(IReadOnlyList<Line> head, Page page)
    {
        var texts = new List<string>();
        Line? last = null;
        foreach (var line in head)
        {
            if (Decides(line.Text))
            {
                if (texts.Count > 0) break;
                continue;
            }

            if (Opens(line.Text) && (last is null || last.Terminated || !page.Full(last) || texts.Count == 0)) texts.Add(Bare(line.Text));
            else if (last is { Terminated: true } && Enacts(line.Text)) break;
            else if (texts.Count > 0) texts[^1] += " " + line.Text;
            last = line;
        }

        return texts.ConvertAll(Basis);
    }

    private static Basis Basis(string text)
    {
        if (DocumentNumber.Reference(text) is { } named) return new Basis(text, named.Reference.Number, named.Reference.Date);
        return new Basis(text, null, DateText.First(text)?.Date);
    }
}
