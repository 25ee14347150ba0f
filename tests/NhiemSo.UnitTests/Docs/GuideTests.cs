using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Docs;

/// <summary>The documents lead where they say, the guide shows what is there and names what is on the screen.</summary>
public sealed partial class GuideTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../.."));

    private static readonly string Pictures = Path.Combine(Root, "docs/pictures");

    private static IEnumerable<string> Pages => Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(Root, "README.md"));

    [Fact]
    public void Every_relative_link_leads_to_a_file_and_a_heading()
    {
        var faults = new List<string>();
        foreach (var page in Pages)
        {
            foreach (Match link in Links().Matches(Prose(page)))
            {
                var (path, anchor) = Split(Uri.UnescapeDataString(link.Groups["to"].Value));
                if (path.Contains("://", StringComparison.Ordinal) || path.StartsWith("mailto:", StringComparison.Ordinal)) continue;
                var target = path.Length == 0 ? page : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, path));
                if (!File.Exists(target) && !Directory.Exists(target)) faults.Add($"{Name(page)}: {path} is not there");
                else if (anchor.Length > 0 && target.EndsWith(".md", StringComparison.Ordinal) && !Anchors(target).Contains(anchor)) faults.Add($"{Name(page)}: {Name(target)} has no heading #{anchor}");
            }
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public void Every_picture_is_shown_by_a_page_and_is_small()
    {
        var shown = Pages.SelectMany(p => Links().Matches(Prose(p)).Select(m => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(p)!, Split(m.Groups["to"].Value).Path)))).ToHashSet(StringComparer.Ordinal);
        var there = Directory.EnumerateFiles(Pictures).ToList();
        there.ShouldNotBeEmpty();
        there.Where(p => !shown.Contains(p)).Select(Name).ShouldBeEmpty("shown by no page");
        there.Where(p => new FileInfo(p).Length > 150_000).Select(Name).ShouldBeEmpty("larger than 150 kB: run deploy/take-pictures");
    }

    /// <summary>Bold in the guide is a word to be found on the screen.</summary>
    [Fact]
    public void What_the_guide_prints_bold_is_written_on_a_page()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs*", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/Migrations", StringComparison.Ordinal))
            .Concat(Directory.EnumerateFiles(Path.Combine(Root, "rules/processes")));
        var screen = string.Join('\n', sources.Select(File.ReadAllText)).ToUpperInvariant();
        Directory.EnumerateFiles(Path.Combine(Root, "docs/huong-dan")).SelectMany(page => Bold().Matches(File.ReadAllText(page)).Select(m => (Page: Name(page), Words: m.Groups["words"].Value)))
            .Where(b => !screen.Contains(b.Words.TrimEnd('…', ' ').ToUpperInvariant(), StringComparison.Ordinal)).Select(b => $"{b.Page}: {b.Words}").ShouldBeEmpty();
    }

    /// <summary>Without what stands in fences and between back-quotes.</summary>
    private static string Prose(string page) => Code().Replace(File.ReadAllText(page), "");

    private static (string Path, string Anchor) Split(string link) => link.Split('#', 2) is [var path, var anchor] ? (path, anchor) : (link, "");

    /// <summary>As the reader of Markdown makes them: small letters, spaces to hyphens, other marks gone.</summary>
    private static HashSet<string> Anchors(string page) =>
        Headings().Matches(File.ReadAllText(page)).Select(m => string.Concat(m.Groups["text"].Value.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-')).ToHashSet(StringComparer.Ordinal);

    private static string Name(string path) => Path.GetRelativePath(Root, path);

    [GeneratedRegex(@"\]\((?<to>[^)\s]+)\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Links();

    [GeneratedRegex(@"^#{1,6} (?<text>.+)$", RegexOptions.Multiline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Headings();

    [GeneratedRegex(@"\*\*(?<words>[^*\n]+)\*\*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Bold();

    [GeneratedRegex(@"(?s)```.*?```|`[^`\n]*`", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Code();

    private static string Here([CallerFilePath] string path = "") => path;
}
