using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;
using static NhiemSo.UnitTests.Rules.RuleTexts;

namespace NhiemSo.UnitTests.Rules;

public sealed class BookFactTests
{
    private const string Doubt = "sources: [{id: ND, title: Nghị định}]\nconfidence: {pattern: source-seen, pad: {level: designed, source: ND, note: Xem lại}, restart: unknown}";

    private static RuleBook Book(Func<string, string>? edit = null)
    {
        var text = NumberBook(more: Doubt);
        var result = Compile(text with { Yaml = (edit ?? (t => t))(text.Yaml) });
        result.Faults.ShouldBeEmpty();
        return result.Books[0];
    }

    private static RuleConfirmation Confirm(RuleBook book, string path) => new()
    {
        Kind = book.Kind,
        Code = book.Code,
        Fact = path,
        FactHash = BookFacts.Hash(book, path)!,
        PersonId = null,
        PersonName = "Nguyễn Văn An",
        At = new DateTime(2026, 1, 5, 3, 0, 0, DateTimeKind.Utc),
        Source = "Công báo",
    };

    [Fact]
    public void Facts_not_seen_in_a_source_are_doubtful_with_source_and_note()
    {
        var doubtful = DoubtfulFacts.In(Book(), []);
        doubtful.Select(d => (d.Path, d.Words, d.Level)).ShouldBe([("pad", "2", Confidence.Designed), ("restart", "year", Confidence.Unknown)]);
        doubtful[0].Source!.Title.ShouldBe("Nghị định");
        doubtful[0].Note.ShouldBe("Xem lại");
    }

    [Fact]
    public void A_confirmed_fact_is_no_longer_doubtful() =>
        DoubtfulFacts.In(Book(), [Confirm(Book(), "pad")]).ShouldHaveSingleItem().Path.ShouldBe("restart");

    [Fact]
    public void A_confirmation_holds_while_other_facts_change_and_falls_when_its_own_does()
    {
        var confirmation = Confirm(Book(), "pad");
        DoubtfulFacts.In(Book(t => t.Replace("{number}/A", "{number}/B", StringComparison.Ordinal)), [confirmation]).Count.ShouldBe(1);
        DoubtfulFacts.In(Book(t => t.Replace("pad: 2", "pad: 3", StringComparison.Ordinal)), [confirmation]).Count.ShouldBe(2);
    }

    [Fact]
    public void A_confirmation_of_another_book_does_not_count()
    {
        var other = Confirm(Book(t => t.Replace("code: so-a", "code: so-c", StringComparison.Ordinal)), "pad");
        DoubtfulFacts.In(Book(), [other]).Count.ShouldBe(2);
    }

    [Fact]
    public void Layout_quotes_and_order_of_keys_do_not_change_a_fact() =>
        BookFacts.Hash(Book(t => t.Replace("{from: 2024-01-01, to: null}", "\n  to: ~\n  from: '2024-01-01'", StringComparison.Ordinal)), "effective")
            .ShouldBe(BookFacts.Hash(Book(), "effective"));

    [Fact]
    public void Nothing_and_the_word_null_are_not_the_same_fact() =>
        BookFacts.CanonicalJson(YamlOf("a: null")).ShouldNotBe(BookFacts.CanonicalJson(YamlOf("a: 'null'")));

    [Fact]
    public void A_fact_in_a_list_is_found_by_its_id() =>
        BookFacts.Words(Book(), "sources.ND.title").ShouldBe("Nghị định");

    [Fact]
    public void Confidence_of_a_fact_that_is_not_there_is_a_fault() =>
        Compile(NumberBook(more: "confidence: {patern: designed}")).Faults.ShouldBe(8, "Có phải bạn muốn viết 'pattern'?");

    [Fact]
    public void A_source_that_is_not_listed_is_a_fault() =>
        Compile(NumberBook(more: "confidence: {pad: {level: designed, source: NDX}}")).Faults.ShouldBe(8, "Không có nguồn 'NDX'");

    [Fact]
    public void A_level_that_is_not_one_is_a_fault() =>
        Compile(NumberBook(more: "confidence: {pad: designd}")).Faults.ShouldBe(8, "Có phải bạn muốn viết 'designed'?");

    private static YamlDotNet.RepresentationModel.YamlMappingNode YamlOf(string yaml) => BookYaml.Load("x", yaml, new RuleFaults())!;
}
