using System.Text.RegularExpressions;
using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Registers.Books;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Rules;

/// <summary>The books that come with the program.</summary>
public sealed class OurBooksTests
{
    private const string Licence = "xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh";
    internal static readonly string Folder = FindFolder();
    private static readonly RuleCompilation Ours = RuleTexts.Compile([.. RuleFolder.Read(Folder, new RuleFaults())]);
    private static readonly RuleSet Rules = Ours.Library.At(new DateOnly(2024, 3, 28));

    [Fact]
    public void They_have_no_faults() => Ours.Faults.ShouldBeEmpty();

    [Fact]
    public void They_are_kept_in_canonical_form()
    {
        foreach (var text in RuleFolder.Read(Folder, new RuleFaults())) text.Yaml.ShouldBe(BookText.Canonical(text.Yaml), text.File);
    }

    [Fact]
    public void The_law_is_kept_up_to_28_March_2024()
    {
        Rules.Horizon.ShouldBe(new DateOnly(2024, 3, 28));
        var later = Ours.Library.At(new DateOnly(2026, 11, 25));
        later.HorizonNote(later.Book<Procedure>(Licence)!).ShouldBe("luật cập nhật đến 28/3/2024, cần đối chiếu");
    }

    [Fact]
    public void The_licence_takes_15_days_and_its_fee_is_counted_by_pages_or_minutes()
    {
        var procedure = Rules.Get<Procedure>(Licence);
        (procedure.TimeLimit!.Limit.Amount, procedure.TimeLimit.Limit.Unit).ShouldBe((15m, LimitUnit.Day));
        procedure.Fees!.Select(f => (f.AmountVnd, f.QuantityField)).ShouldBe(
            [(15000L, "so_trang_quy_chuan"), (6000L, "so_phut_doc"), (27000L, "so_phut_nghe_nhin")]);
        procedure.Components.Where(c => c.Required).Select(c => c.Count).ShouldBe([1, 3]);
        procedure.Groups.SelectMany(g => g.Fields).Count().ShouldBe(33);
    }

    [Fact]
    public void It_stays_unpublished_until_every_doubtful_fact_is_confirmed_by_name()
    {
        var procedure = Rules.Get<Procedure>(Licence);
        var book = Rules.Book<Procedure>(Licence)!;
        var doubtful = DoubtfulFacts.In(book, []);
        doubtful.Select(d => d.Path).ShouldContain("withdrawal_grounds");
        Publication.Blocks(procedure, book, []).Count.ShouldBe(doubtful.Count);
        Publication.Blocks(procedure, book, doubtful.Select(d => Confirmed(book, d))).ShouldBeEmpty();
    }

    [Fact]
    public void Its_process_stops_the_clock_for_a_supplement_and_counts_anew_after_it()
    {
        var process = Rules.Get<ProcessDefinition>(Rules.Get<Procedure>(Licence).Process);
        process.Act("yeu-cau-bo-sung")!.Clocks.ShouldContain(new ClockMove("giai-quyet", ClockAction.Pause));
        process.Act("bo-sung")!.Clocks.ShouldContain(new ClockMove("giai-quyet", ClockAction.Reset));
        process.Clocks.Single(c => c.Id == "chuyen").SameDayUntil.ShouldBe(new TimeOnly(15, 0));
        process.Act("xin-loi-hen-lai")!.Times.ShouldBe(1);
        process.States.Select(s => s.Status).ShouldAllBe(s => s >= 1 && s <= 10);
    }

    [Fact]
    public void Its_register_shows_no_personal_data() =>
        Rules.Get<RegisterSchema>("giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh").PublicColumns.ShouldAllBe(c => !c.Personal);

    [Fact]
    public void Licence_numbers_below_ten_have_a_leading_zero()
    {
        var book = Rules.Get<DocumentBook>("so-giay-phep");
        book.Format(5, 2024).ShouldBe("05/GP-STTTT");
        book.Format(123, 2024).ShouldBe("123/GP-STTTT");
    }

    [Fact]
    public void Dossier_codes_follow_the_form_of_the_decree()
    {
        var rule = Rules.Get<DossierCodeRule>("ma-ho-so");
        var code = rule.Format(new DateOnly(2024, 4, 2), 7);
        code.ShouldBe("000.00.23.H32-240402-0007");
        Regex.IsMatch(code, @"^\d{3}\.\d{2}\.\d{2}\.[A-Y]\d{2}-\d{6}-\d{4}$", RegexOptions.NonBacktracking).ShouldBeTrue();
        rule.Fits(code).ShouldBeTrue();
        rule.Fits("000.00.23.H32-240402-007").ShouldBeFalse();
        rule.Fits("000.00.23.H32-241402-0007").ShouldBeFalse();
        rule.Largest.ShouldBe(9999);
        Should.Throw<ArgumentOutOfRangeException>(() => rule.Format(new DateOnly(2024, 4, 2), 10000));
    }

    private static RuleConfirmation Confirmed(RuleBook book, DoubtfulFact fact) => new()
    {
        Kind = book.Kind,
        Code = book.Code,
        Fact = fact.Path,
        FactHash = fact.FactHash,
        PersonId = null,
        PersonName = "Trần Thị Bình",
        At = new DateTime(2026, 1, 5, 3, 0, 0, DateTimeKind.Utc),
        Source = "Công báo",
    };

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "NhiemSo.slnx"))) folder = folder.Parent!;
        return Path.Combine(folder.FullName, "rules");
    }
}
