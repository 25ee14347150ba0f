using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>
/// Joins lines that were broken where no office breaks one: texts copied from a web page keep the breaks of its source ("QUYẾT / ĐỊNH", "Số: / 17/2015/QĐ-UBND"),
/// and some programs that take text out of a PDF put the sign of a list on a line of its own.
/// </summary>
internal static class BrokenLines
{
    private static readonly string[] Phrases =
    [
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "ỦY BAN NHÂN DÂN", "UỶ BAN NHÂN DÂN", "HỘI ĐỒNG NHÂN DÂN",
        "QUYẾT ĐỊNH", "QUYẾT NGHỊ", "NGHỊ ĐỊNH", "NGHỊ QUYẾT", "THÔNG TƯ LIÊN TỊCH", "QUY ĐỊNH", "QUY CHẾ", "ĐIỀU LỆ",
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
        IsHalfPhrase(first.Text, second.Text) || IsProxyAlone(first.Text, second.Text) || IsSignAlone(first.Text) || IsNumberAlone(first.Text, second.Text) || IsHalfDate(first.Text, second.Text) || IsHalfPlace(first, before, second.Text);

    /// <summary>"CỘNG HÒA XÃ" and "HỘI CHỦ NGHĨA VIỆT NAM"; "ỦY" and "BAN NHÂN DÂN TỈNH X".</summary>
    private static bool IsHalfPhrase(string first, string second) => Array.Exists(
        Phrases,
        p => p.Length > first.Length && p[first.Length] == ' ' && p.StartsWith(first, StringComparison.Ordinal)
            && p[(first.Length + 1)..] is var rest && (second.StartsWith(rest, StringComparison.Ordinal) || rest.StartsWith(second + ' ', StringComparison.Ordinal)));

    /// <summary>"TM." above "ỦY BAN NHÂN DÂN", "KT." above "BỘ TRƯỞNG".</summary>
    private static bool IsProxyAlone(string first, string second) => first is "TM." or "T/M" or "KT." or "K/T" or "TL." or "TUQ." or "Q." && !second.Any(char.IsLower);

    /// <summary>A dash, a plus or a bullet and nothing else.</summary>
    private static bool IsSignAlone(string text) => text is "-" or "–" or "+" or "•" or "\uF0B7" or "\uF02D";

    /// <summary>"Số:", "Chương", "Điều" with its number below, "Số: 18" with "/2025/QĐ-UBND" below.</summary>
    private static bool IsNumberAlone(string first, string second) =>
        (first is "Số:" or "Số :" or "Số" && char.IsAsciiDigit(second[0]))
        || (first.Length < 12 && first.StartsWith("Số", StringComparison.OrdinalIgnoreCase) && char.IsAsciiDigit(first[^1]) && second.Length > 1 && second[0] == '/' && char.IsLetterOrDigit(second[1]))
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
