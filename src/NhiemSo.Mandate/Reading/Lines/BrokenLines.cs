using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>
/// Joins lines that were broken where no office breaks one: texts copied from a web page keep the breaks of its source ("QUYẾT / ĐỊNH", "Số: / 17/2015/QĐ-UBND"),
/// and some programs that take text out of a PDF put the sign of a list on a line of its own.
/// </summary>
internal static class BrokenLines
{
    private static readonly (string First, string[] Then)[] Phrases =
    [
        ("CỘNG", ["HÒA XÃ HỘI", "HOÀ XÃ HỘI"]), ("QUYẾT", ["ĐỊNH"]), ("NGHỊ", ["ĐỊNH", "QUYẾT"]), ("THÔNG", ["TƯ"]), ("QUY", ["ĐỊNH", "CHẾ"]), ("ĐIỀU", ["LỆ"]),
    ];

    public static IReadOnlyList<Line> Join(IReadOnlyList<Line> lines)
    {
        var joined = new List<Line>(lines.Count);
        foreach (var line in lines)
        {
            if (joined.Count > 0 && Belongs(joined[^1], joined.Count > 1 ? joined[^2] : null, line)) joined[^1] = Together(joined[^1], line);
            else joined.Add(line);
        }

        return joined;
    }

    private static Line Together(Line first, Line second) =>
        first with { Raw = first.Raw.TrimEnd() + ' ' + second.Raw.TrimStart(), Text = first.Text + ' ' + second.Text };

    private static bool Belongs(Line first, Line? before, Line second) =>
        IsHalfPhrase(first.Text, second.Text) || IsSignAlone(first.Text) || IsNumberAlone(first.Text, second.Text) || IsHalfDate(first.Text, second.Text) || IsHalfPlace(first, before, second.Text);

    private static bool IsHalfPhrase(string first, string second) =>
        Array.Exists(Phrases, p => first == p.First && Array.Exists(p.Then, t => second.StartsWith(t, StringComparison.Ordinal)));

    /// <summary>A dash, a plus or a bullet and nothing else.</summary>
    private static bool IsSignAlone(string text) => text is "-" or "–" or "+" or "•" or "\uF0B7" or "\uF02D";

    /// <summary>"Số:", "Chương", "Điều" with its number below.</summary>
    private static bool IsNumberAlone(string first, string second) =>
        (first is "Số:" or "Số :" or "Số" && char.IsAsciiDigit(second[0]))
        || (first is "Điều" or "ĐIỀU" or "Chương" or "CHƯƠNG" && Tokenizer.Read(first + ' ' + second) is { Style: Style.Article or Style.Chapter });

    /// <summary>"Đông Hải, ngày 30 tháng 12 / năm 2021".</summary>
    private static bool IsHalfDate(string first, string second)
    {
        var day = first.LastIndexOf(", ngày", StringComparison.OrdinalIgnoreCase);
        if (day < 0 || first.Length - day > 22) return false;
        return second.Length <= 25 && (second.StartsWith("năm ", StringComparison.Ordinal) || second.StartsWith("tháng ", StringComparison.Ordinal));
    }

    /// <summary>"Nam / Liêu, ngày 12 tháng 10 năm 2015": a name of two words, broken below the number of the document.</summary>
    private static bool IsHalfPlace(Line first, Line? before, string second)
    {
        var comma = second.IndexOf(", ngày ", StringComparison.Ordinal);
        return comma is > 0 and < 20 && second.Length <= comma + 30 && char.IsUpper(second[0]) && first.Text.Length <= 8 && char.IsUpper(first.Text[0]) && first.Text.All(char.IsLetter)
            && first.Text.Any(char.IsLower) && before is not null && before.Text.StartsWith("Số", StringComparison.OrdinalIgnoreCase);
    }
}
