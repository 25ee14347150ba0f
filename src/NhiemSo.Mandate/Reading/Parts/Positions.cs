namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The positions named where a decision sets out the organisation of a unit: "Trưởng phòng, Phó Trưởng phòng và chuyên viên".</summary>
internal static class Positions
{
    private static readonly string[] Kinds =
    [
        "chánh ", "phó ", "trưởng ", "giám đốc", "cục trưởng", "chi cục trưởng", "vụ trưởng", "tổng cục trưởng", "viện trưởng", "đội trưởng", "tổ trưởng", "hiệu trưởng", "tổng giám đốc",
        "chuyên viên", "công chức", "viên chức", "người lao động", "thanh tra viên", "nhân viên", "kế toán", "thủ quỹ", "văn thư", "bộ trưởng", "thứ trưởng", "kiểm soát viên", "cán bộ",
    ];

    private static readonly string[] Openers = ["các ", "và ", "có ", "gồm ", "01 ", "02 ", "03 ", "04 ", "không quá ", "một số ", "một ", "1 ", "2 ", "3 ", "một đến hai ", "từ ", "đến ", "người đứng đầu là ", "là "];

    /// <param name="texts">Each provision's text; positions stand in the first sentence of each.</param>
    public static List<string> In(IEnumerable<string> texts)
    {
        var positions = new List<string>();
        foreach (var text in texts)
        {
            foreach (var part in FirstSentence(text).Replace(" và ", ", ", StringComparison.Ordinal).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                if (Position(part) is { } position && !positions.Contains(position, StringComparer.OrdinalIgnoreCase)) positions.Add(position);
            }
        }

        return positions;
    }

    private static string FirstSentence(string text)
    {
        var has = new[] { " gồm có ", " gồm: ", " gồm ", " có " }.Select(w => (At: text.IndexOf(w, StringComparison.Ordinal), w.Length)).Where(w => w.At is >= 0 and < 60).OrderBy(w => w.At).ToArray();
        var start = has.Length > 0 ? has[0].At + has[0].Length : 0;
        var end = text.AsSpan(start).IndexOfAny(";.:");
        return end < 0 ? text[start..] : text.Substring(start, end);
    }

    private static string? Position(string part)
    {
        var position = part.EndsWith(" giúp việc", StringComparison.OrdinalIgnoreCase) ? part[..^" giúp việc".Length] : part;
        for (var cut = true; cut;)
        {
            var opener = Array.Find(Openers, o => position.StartsWith(o, StringComparison.OrdinalIgnoreCase));
            cut = opener is not null;
            if (opener is not null) position = position[opener.Length..].TrimStart();
        }

        if (position.Length > 60 || Array.Exists([" chịu ", " là ", " do ", " được ", " giúp ", " quyết định", " quy định", " phân công", " bổ nhiệm"], w => position.Contains(w, StringComparison.Ordinal))) return null;
        var lower = position.ToLowerInvariant();
        return Array.Exists(Kinds, k => lower.StartsWith(k, StringComparison.Ordinal)) ? position : null;
    }
}
