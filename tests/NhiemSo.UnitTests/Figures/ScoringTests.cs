using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Evaluate;
using NhiemSo.Dossiers.Figures;
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
        Scoring.OfDossiers(Rule, Rule.Indicators[0], [Of(Stands.Early, 0, early), Of(Stands.OnTime, 0, onTime), Of(Stands.Late, 0, late)]).ShouldBe(decimal.Parse(points, System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void Requests_give_2_for_none_1_for_one_0_for_more() =>
        Scoring.OfDossiers(Rule, Rule.Indicators[2], [Of(Stands.Early, 0, 5), Of(Stands.Late, 1, 3), Of(Stands.OnTime, 2, 2)]).ShouldBe(1.3m);

    [Fact]
    public void What_the_records_do_not_give_is_not_counted()
    {
        foreach (var num in (int[])[2, 4, 5, 6, 7]) Scoring.OfDossiers(Rule, Rule.Indicators[num - 1], [Of(Stands.Early, 0, 5)]).ShouldBeNull();
        Scoring.OfDossiers(Rule, Rule.Indicators[0], []).ShouldBeNull();
        Scoring.Rank(Rule.OfficerBands, [2m, null, 2m, null, null]).ShouldBeNull();
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
        Scoring.OfOnlineService(Rule.Indicators[8], new OnlineService(procedures, onlineProcedures, dossiers, onlineDossiers, late)).ShouldBe(points);

    [Theory]
    [InlineData(0, 0, 2)] // none
    [InlineData(7, 7, 2)]
    [InlineData(10, 9, 1)]
    [InlineData(9, 8, 0)] // 88,9 %
    public void Complaints_and_comments_answered_in_time(int all, int inTime, int points) =>
        Scoring.OfAnswers(Rule.Indicators[7], new Answers(all, inTime)).ShouldBe(points);

    [Theory]
    [InlineData("2 1 1 1 0", "hoàn thành 100% nhiệm vụ")]
    [InlineData("2 1 1 0.9 0", "hoàn thành từ 70% đến dưới 100% nhiệm vụ")]
    [InlineData("1 1 1 0.4 0", "hoàn thành dưới 70% nhiệm vụ")]
    public void An_officer_falls_into_one_band(string points, string rank) =>
        Scoring.Rank(Rule.OfficerBands, [.. points.Split(' ').Select(p => (decimal?)decimal.Parse(p, System.Globalization.CultureInfo.InvariantCulture))]).ShouldBe(rank);

    private static Decided Of(Stands stands, int requests, int count) => new(null, stands, requests, false, count);
}
