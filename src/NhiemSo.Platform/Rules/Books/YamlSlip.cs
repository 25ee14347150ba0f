using System.Text.RegularExpressions;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>The slips of hand behind most broken YAML, said in words: the parser speaks English and names the line on which it gave up, often the one after.</summary>
internal static partial class YamlSlip
{
    /// <summary>The nearest slip at, shortly before or just after <paramref name="line"/> (from 1); null when the lines look sound.</summary>
    public static (int Line, string Words)? Near(string text, int line)
    {
        var lines = text.Split('\n');
        foreach (var at in (int[])[line, line - 1, line - 2, line + 1])
            if (at >= 1 && at <= lines.Length && Of(lines[at - 1]) is { } words) return (at, words);
        return null;
    }

    private static string? Of(string line)
    {
        if (Indent().Match(line).Value.Contains('\t', StringComparison.Ordinal)) return "Dòng này thụt bằng phím Tab: thay bằng dấu cách.";
        if (NoBlank().Match(line) is { Success: true } key) return $"Thiếu dấu cách sau dấu hai chấm của '{key.Groups["key"].Value}'.";
        if (Colon().IsMatch(line)) return "Giá trị có dấu hai chấm: đặt cả giá trị trong ngoặc kép.";
        if (line.Count(c => c == '"') % 2 == 1 && !line.Contains("\\\"", StringComparison.Ordinal)) return "Dòng này thiếu một dấu nháy kép.";
        if (line.Count(c => c == '{') != line.Count(c => c == '}') && !line.Contains('"', StringComparison.Ordinal)) return "Dòng này thiếu một dấu ngoặc nhọn.";
        return null;
    }

    [GeneratedRegex(@"^\s*", RegexOptions.NonBacktracking)]
    private static partial Regex Indent();

    [GeneratedRegex(@"^\s*(?:- )?\{?(?<key>[a-z][a-z0-9_]*):[^\s/]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex NoBlank();

    [GeneratedRegex(@"^\s*(?:- )?[a-z][a-z0-9_]*: [^\s""'{\[|>#][^""]*: ", RegexOptions.NonBacktracking)]
    private static partial Regex Colon();
}
