using System.Text;
using CsCheck;
using NhiemSo.Mandate.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Reading;

/// <summary>Decisions of other bodies in other layouts, made for these tests; each .expected file was checked by hand.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => [.. Directory.GetFiles(Corpus.Folder, "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Texts => Names.Select(n => Corpus.Text(n.Data)).Append(Corpus.Decision);

    [Theory]
    [MemberData(nameof(Names))]
    public void A_decision_is_read_as_a_person_reads_it(string name) =>
        Corpus.Brief(Corpus.ReadText(Corpus.Text(name))).ShouldBe(File.ReadAllText(Path.Combine(Corpus.Folder, name + ".expected")));

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
