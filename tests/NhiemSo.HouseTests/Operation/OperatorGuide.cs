using System.Text.RegularExpressions;

namespace NhiemSo.HouseTests.Operation;

/// <summary>An instrument as the guide lists it.</summary>
public sealed record Listed(string Name, string Kind, string Unit, IReadOnlyList<string> Tags);

/// <summary>What <c>docs/van-hanh.md</c> says, read from it.</summary>
internal static partial class OperatorGuide
{
    public static string Root { get; } = FindRoot();

    public static string Text { get; } = File.ReadAllText(Path.Combine(Root, "docs/van-hanh.md"));

    public static IReadOnlyList<Listed> Instruments =>
        [.. Rows("Số đo").Select(r => new Listed(Code(r[0])[0], r[1], r[2].Trim('`'), Code(r[3])))];

    public static IReadOnlyList<string> Spans => [.. Rows("Vết").Select(r => Code(r[0])[0])];

    public static IReadOnlyList<string> Settings => [.. Rows("Cài đặt").SelectMany(r => Code(r[0]))];

    /// <summary>Everything in back-quotes and fences, one string each.</summary>
    public static IReadOnlyList<string> Quoted =>
        [.. Fenced().Matches(Text).SelectMany(m => m.Groups["code"].Value.Split('\n')), .. Code(Fenced().Replace(Text, ""))];

    public static IReadOnlyList<string> Code(string text) => [.. Inline().Matches(text).Select(m => m.Groups["code"].Value)];

    /// <summary>The rows of the first table under a heading.</summary>
    private static IEnumerable<string[]> Rows(string heading) =>
        Text.Split($"# {heading}\n")[1].Split('\n').SkipWhile(l => !l.StartsWith('|')).TakeWhile(l => l.StartsWith('|')).Skip(2)
            .Select(l => l.Trim('|').Split('|', StringSplitOptions.TrimEntries));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NhiemSo.slnx"))) return folder.FullName;
        throw new InvalidOperationException("The tests run inside the repository.");
    }

    [GeneratedRegex(@"(?s)```[a-z]*\n(?<code>.*?)```", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"`(?<code>[^`\n]+)`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Inline();
}
