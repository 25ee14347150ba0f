using NhiemSo.Mandate.Reading.Lines;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The legal bases between the issuing authority and the first article.</summary>
internal static class Bases
{
    private static readonly string[] Openers = ["Căn cứ", "Xét đề nghị", "Xét ", "Theo đề nghị", "Theo ", "Thực hiện", "Trên cơ sở", "Được sự", "Sau khi"];

    public static bool Opens(string text) => Array.Exists(Openers, o => Bare(text).StartsWith(o, StringComparison.OrdinalIgnoreCase));

    /// <summary>"Ủy ban nhân dân ban hành Quyết định ...": the enacting words of newer texts, not a basis.</summary>
    private static bool Enacts(string text) => text.Contains(" ban hành ", StringComparison.Ordinal) && (UnitNames.IsName(text) || Array.Exists(["Chủ tịch", "Giám đốc", "Bộ trưởng", "Thủ tướng", "Chính phủ", "Hội đồng", "Cục trưởng"], p => text.StartsWith(p, StringComparison.Ordinal)));

    private static string Bare(string text) => text.TrimStart('-', '–', '+', ' ');

    public static IReadOnlyList<Basis> Read(IReadOnlyList<Line> head, Page page)
    {
        var texts = new List<string>();
        Line? last = null;
        foreach (var line in head)
        {
            if (Heading.IsType(line.Text) || line.Text.StartsWith("QUYẾT NGHỊ", StringComparison.Ordinal))
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
