using NhiemSo.Platform.Papers;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Papers;

public class PaperNumberingTests
{
    [Fact]
    public void Clauses_restart_in_each_article_and_points_in_each_clause_while_articles_go_on()
    {
        Numbered[] blocks =
        [
            new(PaperLevel.Section, "CHUNG"), new(PaperLevel.Article, "Một"), new(PaperLevel.Clause, "x"), new(PaperLevel.Point, "y"), new(PaperLevel.Clause, "x"),
            new(PaperLevel.Point, "y"), new(PaperLevel.Section, "RIÊNG"), new(PaperLevel.Article, "Hai"), new(PaperLevel.Clause, "x"),
        ];

        Texts(blocks).ShouldBe(["I. CHUNG", "Điều 1. Một", "1. x", "a) y", "2. x", "a) y", "II. RIÊNG", "Điều 2. Hai", "1. x"]);
    }

    [Fact]
    public void Points_follow_the_Vietnamese_letters_that_decisions_use() =>
        string.Concat(Texts([.. Enumerable.Range(0, 23).Select(_ => new Numbered(PaperLevel.Point, ""))]).Select(text => text[0]))
            .ShouldBe("abcdđeghiklmnopqrstuưvxy"[..23]);

    private static IEnumerable<string> Texts(IReadOnlyList<PaperBlock> blocks) =>
        PaperNumbering.Apply(blocks).Cast<PaperParagraph>().Select(paragraph => paragraph.Text.ToString());
}
