using System.Text;
using System.Text.Json;
using CsCheck;
using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Review;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.UnitTests.Reading;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Review;

/// <summary>Corrections of a reading, applied to every decision of the corpus and to the department's own.</summary>
public sealed class CorrectionTests
{
    private static readonly Dictionary<string, Outline> Outlines = CorpusTests.Names.Select(n => n.Data).ToDictionary(n => n, n => OutlineOf(Corpus.Text(n)));

    private static readonly Outline Ours = OutlineOf(Corpus.Decision);

    private static Outline OutlineOf(string text)
    {
        var parts = DecisionReader.Open(Encoding.UTF8.GetBytes(text), "thu.txt");
        return parts.Ok ? Outline.Of(parts.Value) : throw new InvalidOperationException(parts.Problem.Message);
    }

    [Theory]
    [MemberData(nameof(CorpusTests.Names), MemberType = typeof(CorpusTests))]
    public void Uncorrected_the_kept_reading_concludes_what_the_reader_does(string name)
    {
        var kept = Reviewed.ReadOutline(Reviewed.Write(Outlines[name]));
        Same(Revised.Of(Draft.Of(kept)).Reading, Corpus.ReadText(Corpus.Text(name)), name);
    }

    [Fact]
    public void Our_own_decision_is_concluded_alike_too() => Same(Revised.Of(Draft.Of(Ours)).Reading, Corpus.ReadText(Corpus.Decision), "qd-55-2024");

    /// <summary>Whatever is done in whatever order: the tree stays a tree, nothing is named twice, and taking all of it back in any order that is let gives the reading it began with.</summary>
    [Fact]
    public void Any_corrections_keep_the_tree_whole_and_taking_them_back_gives_the_original()
    {
        var texts = Outlines.Values.Append(Ours).Where(o => o.Nodes.Count is > 5 and < 120).ToArray();
        Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Int[0, 9].Array[1, 12], Gen.Int[0, 10_000].Array[30], Gen.Int).Sample((which, kinds, picks, seed) =>
        {
            var read = texts[which];
            var pick = 0;
            var (draft, made) = (Draft.Of(read), new List<Correction>());
            foreach (var kind in kinds)
            {
                var correction = Make(kind, draft, made.Count + 1, () => picks[pick++ % picks.Length]);
                if (correction?.Apply(draft) is not { Ok: true } applied) continue;
                correction.Say(draft).ShouldNotBeNullOrWhiteSpace();
                made.Add(Correction.FromJson(correction.ToJson()));
                draft = applied.Value;
                IsWhole(draft);
            }

            var replayed = Draft.Of(read, made);
            replayed.Ok.ShouldBeTrue("what was stored applies again");
            Same(Revised.Of(replayed.Value).Reading, Revised.Of(draft).Reading, "replayed");

            var random = new Random(seed);
            while (made.Count > 0)
            {
                // The last can always be taken back; an earlier one only where no later one rests on it.
                var at = random.Next(made.Count);
                var without = made.Where((_, i) => i != at).ToList();
                if (!Draft.Of(read, without).Ok)
                {
                    at.ShouldNotBe(made.Count - 1);
                    without = [.. made.Take(made.Count - 1)];
                }

                made = without;
                Draft.Of(read, made).Ok.ShouldBeTrue();
            }

            Same(Revised.Of(Draft.Of(read, made).Value!).Reading, Revised.Of(Draft.Of(read)).Reading, "taken back");
        }, iter: 300);
    }

    [Fact]
    public void A_point_lost_in_a_broken_line_is_cut_out_again_and_everything_follows()
    {
        // Where the PDF lost the break before "b)", the reader sees one long point a.
        var lines = Corpus.Decision.Split('\n');
        var at = Array.FindIndex(lines, l => l.TrimStart().StartsWith("b) Tổ chức thực hiện và theo dõi phong trào thi đua", StringComparison.Ordinal));
        lines[at] = lines[at].Replace("b) Tổ chức", "b Tổ chức", StringComparison.Ordinal);
        var read = OutlineOf(string.Join('\n', lines));
        var before = Revised.Of(Draft.Of(read));
        before.Reading.Duties.Count.ShouldBe(116);
        var point = before.Nodes.Single(n => n.Citation == "1.3.a").Node;
        var cut = SourceWords.Find(point.Text!, lines[at].Trim()[..30])!.Value;
        var split = new SplitNode(point.Id, "m1", at + 1, point.Text!, cut, Below: false, Style.Point, "b", point.Text![cut..][2..].Trim()).Apply(Draft.Of(read));
        split.Ok.ShouldBeTrue();
        var revised = Revised.Of(split.Value);
        revised.Reading.Duties.ShouldBe(Corpus.ReadText(Corpus.Decision).Duties);
        revised.Nodes.Single(n => n.Citation == "1.3.b").Display.ShouldBe("điểm b mục 1.3 khoản 1 Điều 1");
        revised.Nodes.Where(n => n.Corrected).Select(n => n.Citation).ShouldBe(["1.3.a", "1.3.b"]);
    }

    [Fact]
    public void A_mark_by_hand_makes_a_duty_without_renaming_what_matters_cite()
    {
        var revised = Revised.Of(Draft.Of(Ours));
        var article = revised.Nodes.Single(n => n.Citation == "Điều 2");
        var marked = Revised.Of(new MarkDuty(article.Node.Id, true).Apply(Draft.Of(Ours)).Value!);
        marked.Reading.Duties.Except(revised.Reading.Duties).ShouldBe(["Điều 2"]);
        marked.Nodes.Select(n => n.Citation).ShouldBe(revised.Nodes.Select(n => n.Citation));
        Readiness.Of(marked).ShouldContain(f => f.Contains("Điều 2", StringComparison.Ordinal));
    }

    [Fact]
    public void The_book_with_its_corrections_gives_the_corrected_reading_again()
    {
        var first = Revised.Of(Draft.Of(Ours));
        var unit = first.Nodes.First(n => n.Unit is not null);
        List<Correction> made =
        [
            new Reword(first.Nodes.Single(n => n.Citation == "1.3.a").Node.Id, Style.Point, "a", null, "Tổ chức công tác thông tin: \"nội bộ\" và 'đối ngoại' – {thử}"),
            new SetHeader("Quyết định", "55/QĐ-STTTT", new DateOnly(2024, 3, 28), "Sở Thông tin và Truyền thông", "Quy định chức năng", new DateOnly(2024, 4, 1), [new("233/QĐ-STTTT", null)]),
            new SetUnit(unit.Node.Id, "VP", "Văn phòng Sở", "Tham mưu", ["Chánh Văn phòng"]),
        ];
        var corrected = Revised.Of(Draft.Of(Ours, made).Value!).Reading;
        var codes = corrected.Units.Select((u, i) => (u.Citation, Code: $"D{i}")).ToDictionary(u => u.Citation, u => u.Code, StringComparer.Ordinal);
        var yaml = (MandateBook.Draft(corrected, "qd-55-2024", codes) with { Corrections = [.. made.Select(c => c.ToJson())] }).ToYaml();
        var compiled = RuleCompiler.Compile([new RuleText("mandates/qd-55-2024/mandate.yaml", yaml)], [new MandateKind()]);
        compiled.Faults.ShouldBeEmpty();
        var rule = (MandateRule)compiled.Library.Version(compiled.Books[0].Hash)!.Rule;
        compiled.Books[0].Text.ShouldBe(yaml);
        rule.From.ShouldBe(new DateOnly(2024, 4, 1));
        var again = Revised.Of(Encoding.UTF8.GetBytes(Corpus.Decision), "decision.txt", rule.Corrections);
        again.Ok.ShouldBeTrue();
        Same(again.Value, corrected, "the file and its book");
        rule.Duties.ShouldBe(again.Value.Duties);
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_words_and_changes_nothing()
    {
        var draft = Draft.Of(Ours);
        var parent = Revised.Of(draft).Nodes.Single(n => n.Citation == "1.3").Node;
        var child = draft.Nodes.First(n => n.Parent == parent.Id);
        new MoveNode(parent.Id, child.Id).Apply(draft).Problem!.Fields[0].Message.ShouldContain("chính nó");
        new MoveNode(child.Id, parent.Id).Apply(draft).Problem!.Fields[0].Message.ShouldContain("đang ở đó");
        new JoinNode(draft.Nodes[0].Id, "x").Apply(draft).Problem!.Message.ShouldContain("không có mục nào");
        new Reword(child.Id, child.Style, child.Label, child.Heading, child.Text).Apply(draft).Problem!.Message.ShouldContain("không có gì để sửa");
        new DeleteNode("khong-co", false).Apply(draft).Problem!.Message.ShouldContain("không còn");
        new SplitNode(child.Id, "m1", child.Line + 1, "chữ khác", 3, false, Style.Point, "b", "x").Apply(draft).Problem!.Message.ShouldContain("đã khác lúc tách");
    }

    private static Correction? Make(int kind, Draft draft, int number, Func<int> next)
    {
        var node = draft.Nodes[next() % draft.Nodes.Count];
        var other = next() % 5 == 0 ? null : draft.Nodes[next() % draft.Nodes.Count].Id;
        return kind switch
        {
            0 => new Reword(node.Id, node.Style, node.Label + "x", node.Heading, (node.Text ?? "") + " sửa"),
            1 => new MoveNode(node.Id, other),
            2 when node.Text is { Length: > 20 } text && text.IndexOf(' ', 5) is > 0 and var cut && cut < text.Length - 1 => new SplitNode(node.Id, $"m{number}", node.Line + 1, text, cut + 1, next() % 2 == 0, Style.Point, "z", text[(cut + 1)..].Trim()),
            3 => new JoinNode(node.Id, SourceWords.WithLabel(draft.Read, node)),
            4 => new DeleteNode(node.Id, next() % 3 == 0),
            5 => new AddNode($"m{number}", other, node.Line, Style.Clause, "9", null, "Mục thêm"),
            6 => new MarkDuty(node.Id, next() % 2 == 0),
            7 => new SetUnit(node.Id, $"D{number}", $"Đơn vị {number}", null, []),
            8 => new DropUnit(node.Id),
            _ => new SeeWarning(node.Line, "xem"),
        };
    }

    private static void IsWhole(Draft draft)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in draft.Nodes)
        {
            if (node.Parent is not null) seen.ShouldContain(node.Parent, "parents come first");
            seen.Add(node.Id).ShouldBeTrue("an identity stands once");
        }

        // All below a node stand right after it, so that the order of the list is the order of the text.
        for (var i = 0; i < draft.Nodes.Count; i++) draft.Nodes.Skip(draft.EndOf(i)).ShouldNotContain(n => n.Parent == draft.Nodes[i].Id);
        var revised = Revised.Of(draft);
        revised.Nodes.Select(n => n.Citation).ShouldBeUnique();
        revised.Reading.Nodes.Select(n => n.Citation).ShouldBe(revised.Nodes.Select(n => n.Citation), ignoreOrder: true);
    }

    private static void Same(DecisionReading one, DecisionReading other, string why) => JsonSerializer.Serialize(one).ShouldBe(JsonSerializer.Serialize(other), why);
}
