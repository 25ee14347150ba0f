namespace NhiemSo.Platform.Words;

/// <summary>
/// What a folded syllable sounds like across the regions, for words written by ear: tr/ch, s/x, d/gi/r, l/n, y/i and the endings n/ng/nh, t/c/ch are one.
/// </summary>
internal static class Sound
{
    private static readonly (string Written, string Heard)[] Starts =
        [("ngh", "ng"), ("ng", "ng"), ("nh", "nh"), ("tr", "ch"), ("gh", "g"), ("gi", "d"), ("ph", "ph"), ("qu", "qu"), ("s", "x"), ("r", "d"), ("n", "l"), ("k", "c"), ("q", "c"), ("f", "ph"), ("z", "d"), ("j", "d")];

    private static readonly (string Written, string Heard)[] Ends = [("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t")];

    public static string Of(string folded)
    {
        var (start, rest) = Change(folded, Starts, static (word, part) => word.StartsWith(part, StringComparison.Ordinal));
        var body = folded[rest..];
        // "gì", "giếng": the i of gi is the vowel itself.
        if (start == "d" && rest == 2 && (body.Length == 0 || !"aeouy".Contains(body[0], StringComparison.Ordinal) || body[0] == 'e')) body = "i" + body;
        var (end, length) = Change(body, Ends, static (word, part) => word.Length > part.Length && word.EndsWith(part, StringComparison.Ordinal));
        return start + body[..^length].Replace('y', 'i') + end;
    }

    private static (string Heard, int Length) Change(string word, (string Written, string Heard)[] parts, Func<string, string, bool> fits)
    {
        foreach (var (written, heard) in parts)
            if (fits(word, written)) return (heard, written.Length);
        return ("", 0);
    }
}
