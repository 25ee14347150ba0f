using NhiemSo.Platform.Rules.Books;
using Shouldly;
using Xunit;
using static NhiemSo.UnitTests.Rules.RuleTexts;

namespace NhiemSo.UnitTests.Rules;

public sealed class RuleLibraryTests
{
    private static DocumentBook? At(RuleCompilation rules, string date, string code = "so-a")
    {
        rules.Faults.ShouldBeEmpty();
        return rules.Library.At(DateOnly.Parse(date)).Find<DocumentBook>(code);
    }

    private static string? Note(RuleCompilation rules, string date)
    {
        var set = rules.Library.At(DateOnly.Parse(date));
        return set.HorizonNote(set.Book<DocumentBook>("so-a")!);
    }

    [Fact]
    public void A_rule_is_asked_with_a_date()
    {
        var newer = NumberBook(from: "2025-07-01") with { };
        var rules = Compile(NumberBook(), newer with { Yaml = newer.Yaml.Replace("pad: 2", "pad: 3", StringComparison.Ordinal) });
        At(rules, "2023-12-31").ShouldBeNull();
        At(rules, "2024-01-01")!.Pad.ShouldBe(2);
        At(rules, "2025-06-30")!.Pad.ShouldBe(2);
        At(rules, "2025-07-01")!.Pad.ShouldBe(3);
    }

    [Fact]
    public void A_book_whose_end_has_passed_gives_way_to_its_loaded_successor()
    {
        var rules = Compile(NumberBook(to: "2024-12-31", more: "replaced_by: so-b"), NumberBook("so-b", "2025-01-01"));
        At(rules, "2024-12-31").ShouldNotBeNull();
        At(rules, "2025-01-01").ShouldBeNull();
        At(rules, "2025-01-01", "so-b").ShouldNotBeNull();
    }

    [Fact]
    public void Without_a_successor_it_stays_in_use_and_says_so()
    {
        var rules = Compile(NumberBook(to: "2024-12-31"));
        At(rules, "2025-02-01").ShouldNotBeNull();
        Note(rules, "2024-12-31").ShouldBeNull();
        Note(rules, "2025-01-01").ShouldBe("hết hiệu lực từ 1/1/2025, chưa nạp quy định thay thế, cần đối chiếu");
    }

    [Fact]
    public void A_successor_that_has_not_begun_does_not_close_the_old_book()
    {
        var rules = Compile(NumberBook(to: "2024-12-31", more: "replaced_by: so-b"), NumberBook("so-b", "2025-07-01"));
        At(rules, "2025-06-30").ShouldNotBeNull();
        At(rules, "2025-07-01").ShouldBeNull();
    }

    [Fact]
    public void Past_the_law_horizon_a_rule_is_marked()
    {
        var rules = Compile(Law(), NumberBook());
        Note(rules, "2024-03-28").ShouldBeNull();
        Note(rules, "2024-03-29").ShouldBe("luật cập nhật đến 28/3/2024, cần đối chiếu");
    }

    [Fact]
    public void A_rule_loaded_from_after_the_horizon_is_not_marked() =>
        Note(Compile(Law(), NumberBook(from: "2025-07-01")), "2026-01-01").ShouldBeNull();

    [Fact]
    public void A_draft_is_checked_but_never_in_force()
    {
        var draft = NumberBook(from: "2024-06-01", more: "draft: true");
        var rules = Compile(NumberBook(), draft with { Yaml = draft.Yaml.Replace("pad: 2", "pad: 5", StringComparison.Ordinal) });
        At(rules, "2025-01-01")!.Pad.ShouldBe(2);
        Compile(draft with { Yaml = draft.Yaml.Replace("pad: 2", "pad: x", StringComparison.Ordinal) }).Faults.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_running_matter_finds_its_version_by_hash()
    {
        var old = NumberBook();
        var rules = Compile(old, NumberBook(from: "2025-01-01", more: "later_changes: []"));
        rules.Library.Version<DocumentBook>(BookText.Hash(old.Yaml)).ShouldNotBeNull();
        rules.Library.Version("khong-co").ShouldBeNull();
    }

    [Fact]
    public void The_same_code_with_the_same_first_day_twice_is_a_fault() =>
        Compile(NumberBook(), NumberBook(file: "codes/zz.yaml")).Faults.ShouldBe(2, "đã được dùng trong codes/so-a-2024-01-01.yaml");

    [Fact]
    public void Versions_must_not_overlap() =>
        Compile(NumberBook(to: "2025-02-01"), NumberBook(from: "2025-01-01")).Faults.ShouldBe(4, "trùng thời gian với bản sau");

    [Fact]
    public void A_successor_that_is_not_loaded_is_a_fault() =>
        Compile(NumberBook(to: "2024-12-31", more: "replaced_by: so-b")).Faults.ShouldBe(8, "Chưa nạp 'so-b'");
}
