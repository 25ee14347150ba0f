namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The positions named where a decision sets out the organisation of a unit: "Trưởng phòng, Phó Trưởng phòng và chuyên viên".</summary>
internal static class Positions
{
    private static readonly string[] Kinds =
    [
        "chánh ", "phó ", "trưởng ", "giám đốc", "cục trưởng", "chi cục trưởng", "vụ trưởng", "tổng cục trưởng", "viện trưởng", "đội trưởng", "tổ trưởng", "trạm trưởng", "hạt trưởng", "hiệu trưởng", "tổng giám đốc",
        "chuyên viên", "công chức", "viên chức", "người lao động", "thanh tra viên", "nhân viên", "kế toán", "thủ quỹ", "văn thư", "bộ trưởng", "thứ trưởng", "kiểm soát viên", "cán bộ", "ủy viên", "uỷ viên",
        "bí thư", "chủ tịch", "chủ nhiệm", "giáo vụ", "thư ký", "lái xe", "kiểm lâm viên",
    ];

    /// <summary>Words and numbers before a position: "không quá 03 (ba) Phó Giám đốc", "từ 01 đến 02 Phó Trưởng phòng".</summary>
    private static readonly HashSet<string> Before = new(StringComparer.OrdinalIgnoreCase)
    {
        "các", "và", "có", "gồm", "không", "quá", "tối", "đa", "một", "số", "những", "từ", "đến", "hoặc", "là", "hai", "ba", "bốn", "năm",
    };

    /// <summary>What is said of the holder: "do Bộ trưởng bổ nhiệm", "giúp việc Vụ trưởng".</summary>
    private static readonly string[] After = [" do ", " giúp việc", " phụ trách", " điều hành"];

    private static readonly string[] Verbs = [" gồm có: ", " gồm có ", " gồm: ", " gồm ", " có: ", " có "];

    /// <summary>The verb stands near the beginning of the sentence that names the positions.</summary>
    private const int VerbReach = 60;

    /// <param name="texts">Each provision's text; positions stand in the first sentence of each, or in the rows of a table.</param>
    public static List<string> In(IEnumerable<string> texts)
    {
        var positions = new List<string>();
        foreach (var text in texts)
        {
            foreach (var part in Listed(text).Concat(text.Split('\n').Select(Row).OfType<string>()))
            {
                if (Position(part) is { } position && !positions.Contains(position, StringComparer.OrdinalIgnoreCase)) positions.Add(position);
            }
        }

        return positions;
    }

    /// <summary>The items of the first sentence that lists; without a verb it must start with a position ("Trưởng phòng, kế toán").</summary>
    private static string[] Listed(string text)
    {
        var verb = Verbs.Select(w => (At: text.IndexOf(w, StringComparison.Ordinal), w.Length)).Where(w => w.At is >= 0 and < VerbReach).OrderBy(w => w.At).FirstOrDefault();
        var head = text.IndexOf(" do ", StringComparison.Ordinal);
        if (head is > 0 and < VerbReach && (verb.Length == 0 || head < verb.At) && text.IndexOf(" phụ trách", head, StringComparison.Ordinal) is var charge && charge - head is > 0 and < VerbReach) verb = (head, " do ".Length); // "Sở do Giám đốc phụ trách"
        var start = verb.At + verb.Length;
        var end = text.AsSpan(start).IndexOfAny(".:\n");
        var groups = (end < 0 ? text[start..] : text.Substring(start, end)).Replace(" và ", ", ", StringComparison.Ordinal).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(g => g.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToArray();
        return [.. groups.TakeWhile((g, i) => (i == 0 && verb.Length > 0) || (g.Length > 0 && Position(g[0]) is not null)).SelectMany(g => g)];
    }

    /// <summary>"1 Trưởng phòng 01": a row of the table of posts.</summary>
    private static string? Row(string line)
    {
        var words = line.Split(' ');
        return words.Length > 2 && words[0].All(char.IsAsciiDigit) && words[^1].All(char.IsAsciiDigit) ? string.Join(' ', words[1..^1]) : null;
    }

    private static string? Position(string part)
    {
        if (part.StartsWith("người đứng đầu ", StringComparison.OrdinalIgnoreCase)) part = part["người đứng đầu ".Length..];
        var end = Array.ConvertAll(After, w => part.IndexOf(w, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(part.Length).Min();
        var position = part[..end];
        for (var space = position.IndexOf(' ', StringComparison.Ordinal); space > 0 && IsBefore(position[..space]); space = position.IndexOf(' ', StringComparison.Ordinal)) position = position[(space + 1)..];

        if (position.Length > 60 || Array.Exists([" chịu ", " là ", " được ", " giúp ", " quyết định", " quy định", " phân công", " bổ nhiệm"], w => position.Contains(w, StringComparison.Ordinal))) return null;
        var lower = position.ToLowerInvariant();
        return (lower.EndsWith(" viên", StringComparison.Ordinal) && lower.Length < 25 && !lower.StartsWith("thành viên", StringComparison.Ordinal)) || Array.Exists(Kinds, k => lower.StartsWith(k, StringComparison.Ordinal)) ? position : null;
    }

    private static bool IsBefore(string word) => Before.Contains(word) || word.All(char.IsAsciiDigit) || (word[0] == '(' && word[^1] == ')');
}
