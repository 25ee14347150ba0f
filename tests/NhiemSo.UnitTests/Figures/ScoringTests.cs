using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Evaluate;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.UnitTests.Rules;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Figures;

/// <summary>Points of the nine indicators by worked examples, under the book that comes with the program.</summary>
public sealed class ScoringTests
{
    private static readonly Evaluation Rule = RuleTexts.Compile([.. RuleFolder.Read(OurBooksTests.Folder, new RuleFaults()).Where(t => t.File.StartsWith("reports/", StringComparison.Ordinal))])
        .Library.At(new DateOnly(2026, 11, 10)).Get<ReportRule>("danh-gia-tt01-2018").Evaluation!;

    [Theory]
    [InlineData(3, 0, 0, "2")]
    [InlineData(0, 0, 4, "0")]
    [InlineData(2, 4, 3, "0.9")] // (2·2 + 4·1 + 3·0) / 9 = 0.888…
    [InlineData(1, 1, 2, "0.8")] // 3 / 4 = 0.75, rounded half up
    public void Total_time_gives_2_1_0(int early, int onTime, int late, string points) =>
        Scoring.OfDossiers(Rule, Rule.Indicators[0], [Of(Stands.Early, 0, early), Of(Stands.OnTime, 0, onTime), Of(Stands.Late, 0, late)])!.Points.ShouldBe(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Requests_give_2_for_none_1_for_one_0_for_more() =>
        Scoring.OfDossiers(Rule, Rule.Indicators[2], [Of(Stands.Early, 0, 5), Of(Stands.Late, 1, 3), Of(Stands.OnTime, 2, 2)])!.ShouldBe(new Scored(1.3m, 10, "hồ sơ"));

    [Fact]
    public void What_the_records_do_not_give_is_not_counted()
    {
        foreach (var num in (int[])[2, 4, 5, 6, 8, 9]) Scoring.OfDossiers(Rule, Rule.Indicators[num - 1], [Of(Stands.Early, 0, 5)]).ShouldBeNull();
        Scoring.OfDossiers(Rule, Rule.Indicators[0], []).ShouldBeNull();
        Scoring.Rank(Rule.OfficerBands, [2m, null, 2m, null, null]).ShouldBeNull();
    }

    [Fact]
    public void Time_of_the_units_is_counted_over_the_dossiers_whose_history_tells_it() =>
        // (3·2 + 1·1 + 2·0) / 6 = 1.166…; the four without data are left out.
        Scoring.OfDossiers(Rule, Rule.Indicators[1], [Units(Timeliness.Early, 3), Units(Timeliness.OnTime, 1), Units(Timeliness.Late, 2), Units(null, 4)]).ShouldBe(new Scored(1.2m, 6, "hồ sơ"));

    [Fact]
    public void Bodies_to_be_contacted_are_counted_over_those_who_answered() =>
        // (4·2 + 3·1 + 1·0 + 1·0) / 9 = 1.222…
        Scoring.OfDossiers(Rule, Rule.Indicators[3], [Contacts("khong", 4), Contacts("mot", 3), Contacts("hai", 1), Contacts("ba", 1), Contacts(null, 20)]).ShouldBe(new Scored(1.2m, 9, "hồ sơ"));

    [Fact]
    public void Answers_of_few_are_left_out_of_the_officer_and_of_the_whole()
    {
        var (many, few) = (Guid.NewGuid(), Guid.NewGuid());
        Decided[] all = [Contacts("khong", 4) with { OfficerId = many }, Contacts("ba", 1) with { OfficerId = many }, Contacts("ba", 4) with { OfficerId = few }, Contacts("ba", 1)];
        var shown = Decided.Guarded(all, 5);
        shown.Sum(d => d.Count).ShouldBe(10, "the dossiers are still there");
        Scoring.OfDossiers(Rule, Rule.Indicators[3], shown).ShouldBe(new Scored(1.6m, 5, "hồ sơ"));
        Scoring.OfDossiers(Rule, Rule.Indicators[3], [.. shown.Where(d => d.OfficerId == few)]).ShouldBeNull();
    }

    [Theory]
    [InlineData(20, 20, 4, 2)]
    [InlineData(20, 20, 3, 1)] // 15 % appraised and approved there
    [InlineData(20, 20, 0, 1)]
    [InlineData(20, 19, 19, 0)] // one isn't taken in there
    public void The_desk_by_what_the_processes_leave_to_it(int procedures, int returned, int appraised, int points) =>
        Scoring.OfDesk(Rule.Indicators[4], new DeskService(procedures, returned, appraised)).ShouldBe(new Scored(points, procedures, "thủ tục"));

    [Fact]
    public void No_procedure_offered_gives_the_desk_no_points() => Scoring.OfDesk(Rule.Indicators[4], new DeskService(0, 0, 0)).ShouldBeNull();

    [Theory]
    [InlineData(true, true, 2)]
    [InlineData(true, false, 1)]
    [InlineData(false, true, 1)]
    [InlineData(false, false, 0)]
    public void Publication_by_the_ways_it_was_published_at_the_decision(bool posted, bool portal, int points) =>
        Scoring.OfDossiers(Rule, Rule.Indicators[5], [Of(Stands.Late, 0, 3) with { Posted = posted, OnPortal = portal }, Of(Stands.Early, 0, 2)]).ShouldBe(new Scored(points, 3, "hồ sơ"));

    [Fact]
    public void Conduct_has_no_points_for_late_without_a_complaint() =>
        // (2·2 + 1·1 + 1·0 + 1·0) / 5 = 1.0: a complaint found right is 0 whatever the time; the seven late ones without are left out.
        Scoring.OfDossiers(Rule, Rule.Indicators[6], [Of(Stands.Early, 0, 2), Of(Stands.OnTime, 0, 1), Of(Stands.Early, 0, 1) with { Complained = true }, Of(Stands.Late, 0, 1) with { Complained = true }, Of(Stands.Late, 0, 7)])
            .ShouldBe(new Scored(1.0m, 5, "hồ sơ"));

    [Fact]
    public void Every_process_of_our_books_for_applicants_is_taken_in_and_returned_at_the_desk_and_none_is_decided_there()
    {
        var texts = RuleFolder.Read(OurBooksTests.Folder, new RuleFaults()).Where(t => t.File.StartsWith("processes/", StringComparison.Ordinal)).ToList();
        foreach (var process in RuleTexts.Compile([.. texts]).Library.At(new DateOnly(2026, 11, 10)).All<ProcessDefinition>())
            (AtDesk.TakesInAndReturns(process), AtDesk.AppraisesAndApproves(process)).ShouldBe((!process.OpenedByOffice, false), process.Code);
    }

    [Fact]
    public void A_process_in_which_it_is_only_the_desks_turn_is_decided_there()
    {
        var text = RuleFolder.Read(OurBooksTests.Folder, new RuleFaults()).Single(t => t.File == "processes/mot-cua-so-quyet-dinh.yaml");
        var atDesk = text with { Yaml = new[] { "unit-head", "officer", "leader", "clerk" }.Aggregate(text.Yaml, (yaml, role) => yaml.Replace($"turn: {role},", "turn: desk,", StringComparison.Ordinal)) };
        AtDesk.AppraisesAndApproves(Process(atDesk)).ShouldBeTrue();
        AtDesk.TakesInAndReturns(Process(atDesk with { Yaml = atDesk.Yaml.Replace("to: da-tra-ket-qua\n    by: [desk]", "to: da-tra-ket-qua\n    by: [clerk]", StringComparison.Ordinal) })).ShouldBeFalse();

        static ProcessDefinition Process(RuleText book) => RuleTexts.Compile(book).Library.At(new DateOnly(2026, 11, 10)).All<ProcessDefinition>().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(20, 4, 100, 30, 0, 2)]
    [InlineData(20, 4, 100, 30, 1, 0)] // one late
    [InlineData(20, 3, 100, 30, 0, 1)] // 15 % of the procedures only
    [InlineData(20, 4, 100, 29, 0, 1)]
    [InlineData(20, 4, 100, 15, 0, 1)]
    [InlineData(20, 4, 100, 14, 0, 0)]
    [InlineData(20, 0, 100, 50, 0, 0)]
    public void Online_service_by_procedures_dossiers_and_lateness(int procedures, int onlineProcedures, int dossiers, int onlineDossiers, int late, int points) =>
        Scoring.OfOnlineService(Rule.Indicators[8], new OnlineService(procedures, onlineProcedures, dossiers, onlineDossiers, late))!.Points.ShouldBe(points);

    [Theory]
    [InlineData(0, 0, 2)] // none
    [InlineData(7, 7, 2)]
    [InlineData(10, 9, 1)]
    [InlineData(9, 8, 0)] // 88,9 %
    public void Complaints_and_comments_answered_in_time(int all, int inTime, int points) =>
        Scoring.OfAnswers(Rule.Indicators[7], new Answers(all, inTime))!.Points.ShouldBe(points);

    [Theory]
    [InlineData("2 1 1 1 0", "hoàn thành 100% nhiệm vụ")]
    [InlineData("2 1 1 0.9 0", "hoàn thành từ 70% đến dưới 100% nhiệm vụ")]
    [InlineData("1 1 1 0.4 0", "hoàn thành dưới 70% nhiệm vụ")]
    public void An_officer_falls_into_one_band(string points, string rank) =>
        Scoring.Rank(Rule.OfficerBands, [.. points.Split(' ').Select(p => (decimal?)decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture))]).ShouldBe(rank);

    private static Decided Units(Timeliness? time, int count) => Of(Stands.OnTime, 0, count) with { UnitsTime = time };

    private static Decided Contacts(string? answer, int count) => Of(Stands.OnTime, 0, count) with { Contacts = answer };

    private static Decided Of(Stands stands, int requests, int count) => new(null, stands, requests, false, count);
}
