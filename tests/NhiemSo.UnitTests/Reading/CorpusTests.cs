using System.Text;
using CsCheck;
using NhiemSo.Mandate.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Reading;

/// <summary>Decisions of other bodies in other layouts, made for these tests; each .expected file beside a text was marked by hand.</summary>
public sealed class CorpusTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Corpus.Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Texts => Names.Select(n => Corpus.Text(n.Data)).Append(Corpus.Decision);

    [Theory]
    [MemberData(nameof(Names))]
    public void Of_each_text_at_least_98_of_100_provisions_are_read_as_marked(string name)
    {
        foreach (var (kind, reading) in CorpusKinds.Of(name))
        {
            var expected = Corpus.Expected(name);
            var (right, of) = Corpus.Marks(reading).Against(expected);
            output.WriteLine($"{name} {kind}: {right}/{of}");
            (100 * right).ShouldBeGreaterThanOrEqualTo(98 * of, $"{name} {kind}\n{Corpus.Marks(reading).Difference(expected)}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Head_units_effect_and_foot_are_read_as_marked(string name) =>
        Corpus.Marks(Corpus.ReadText(Corpus.Text(name))).Frame.ShouldBe(Corpus.Expected(name).Frame);

    /// <summary>Lines differ from file to file, so where warnings stand does not count here.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void Head_units_effect_and_foot_are_the_same_in_every_kind_of_file(string name)
    {
        foreach (var (kind, reading) in CorpusKinds.Of(name)) Own(Corpus.Marks(reading)).ShouldBe(Own(Corpus.Expected(name)), kind);

        static IEnumerable<string> Own(Marks marks) => marks.Frame.Where(l => !l.StartsWith("warning:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_corpus_is_wide_and_its_rates_are_printed()
    {
        var (right, of) = (0, 0);
        var fields = new List<(string Field, int Right, int Of)>();
        foreach (var name in Names.Select(n => n.Data))
        {
            var (read, expected) = (Corpus.Marks(Corpus.ReadText(Corpus.Text(name))), Corpus.Expected(name));
            var rate = read.Against(expected);
            output.WriteLine($"{100.0 * rate.Right / rate.Of,6:F1} %  {rate.Right,3}/{rate.Of,-3}  {name}\n{read.Difference(expected)}");
            (right, of) = (right + rate.Right, of + rate.Of);
            fields.AddRange(read.FieldsAgainst(expected));
        }

        output.WriteLine($"{100.0 * right / of,6:F1} %  {right}/{of}  all {Names.Count} texts");
        foreach (var field in fields.GroupBy(f => f.Field)) output.WriteLine($"{field.Key,10} {field.Sum(f => f.Right)}/{field.Sum(f => f.Of)}");
        Names.Count.ShouldBeGreaterThanOrEqualTo(20);
        (100 * right).ShouldBeGreaterThanOrEqualTo(98 * of);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Citations_are_unique_and_parents_come_first(string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in Corpus.ReadText(Corpus.Text(name)).Nodes)
        {
            if (node.Parent is not null) seen.ShouldContain(node.Parent);
            seen.Add(node.Citation).ShouldBeTrue(node.Citation);
        }
    }

    /// <summary>Between the words of one provision and those of the next stands a label, and here and there a running head; at the end of a text, its foot.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void No_word_of_a_provision_is_lost_or_moved(string name)
    {
        var lines = Mended(Corpus.Text(name)).Split('\n');
        string[] printed = [.. lines.Select(l => l.Contains("CÔNG BÁO/Số", StringComparison.Ordinal) ? "" : Letters(l))];
        var source = string.Concat(printed);
        var (end, root) = (0, "-");
        foreach (var node in Corpus.ReadText(Corpus.Text(name)).Nodes)
        {
            var words = Letters(node.Heading + node.Text);
            var at = printed.Take(node.Line - 1).Sum(l => l.Length);
            var found = source.IndexOf(words, Math.Max(end, at), StringComparison.Ordinal);
            var own = node.Citation.Contains(':', StringComparison.Ordinal) ? node.Citation[..node.Citation.IndexOf(':', StringComparison.Ordinal)] : node.Kind == NodeKind.Annex ? node.Citation : "";
            (found - at).ShouldBeInRange(0, LongestLabel, $"{node.Citation}: {node.Heading} {node.Text}");
            if (own == root && node.Parent != own) (found - end).ShouldBeLessThanOrEqualTo(LongestLabel, $"before {node.Citation}: {source[end..found]}");
            if (node.Kind is not (NodeKind.Dash or NodeKind.Annex)) lines[node.Line - 1].Normalize().ShouldContain(node.Label.Split(' ')[0], Case.Insensitive);
            (end, root) = (found + words.Length, own);
        }
    }

    /// <summary>Letters of "Chương thứ nhất".</summary>
    private const int LongestLabel = 13;

    /// <summary>What a scan got wrong and the reader puts right: Eth for Đ, and labels of text 171.</summary>
    private static string Mended(string text) =>
        text.Replace('\u00D0', 'Đ').Replace('\u00F0', 'đ').Replace("Điêu 3", "Điều 3", StringComparison.Ordinal).Replace("Dieu 4.", "Điều 4.", StringComparison.Ordinal).Replace("  l. ", "  1. ", StringComparison.Ordinal);

    private static string Letters(string text) => string.Concat(text.Normalize().Where(char.IsLetter));

    [Fact]
    public void Decomposed_letters_carriage_returns_and_form_feeds_change_nothing()
    {
        foreach (var text in Texts)
        {
            var plain = Whole(text);
            Whole(text.Normalize(NormalizationForm.FormD)).ShouldBe(plain);
            Whole(text.Replace("\n", "\r\n", StringComparison.Ordinal)).ShouldBe(plain);
            Whole(text.Replace("\nĐiều ", "\n\fĐiều ", StringComparison.Ordinal)).ShouldBe(plain);
            Whole("\uFEFF" + text.Replace("Đ", "\u00D0", StringComparison.Ordinal)).ShouldBe(plain);
        }
    }

    [Fact]
    public void A_cut_or_shuffled_file_is_read_or_explained_but_never_throws()
    {
        var texts = Texts.Select(Encoding.UTF8.GetBytes).ToArray();
        Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[0, 60_000], Gen.Int[0, 60_000]).Sample((which, a, b) =>
        {
            var bytes = texts[which];
            var (from, to) = (Math.Min(a, b) % bytes.Length, Math.Min(bytes.Length, Math.Max(a, b)));
            var outcome = DecisionReader.Read(bytes.AsMemory(from, Math.Max(0, to - from)), "cat.txt");
            return outcome.Ok || outcome.Problem.Message.Length > 0;
        }, iter: 300);
    }

    private static string Whole(string text) => System.Text.Json.JsonSerializer.Serialize(Corpus.ReadText(text));
}
