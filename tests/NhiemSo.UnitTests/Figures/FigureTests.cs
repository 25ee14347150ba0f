using CsCheck;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Figures;

/// <summary>Early, on time, late; periods by the report's cut-off; what figures have in common.</summary>
public sealed class FigureTests
{
    private static readonly QuarterCutoff Cutoff = new(15, 14);

    private static readonly DateOnly Due = new(2026, 10, 12);

    [Theory]
    [InlineData(11, 23, 59, 59, "Early")]
    [InlineData(12, 0, 0, 0, "OnTime")]
    [InlineData(12, 23, 59, 59, "OnTime")]
    [InlineData(13, 0, 0, 0, "Late")]
    public void A_limit_of_days_is_compared_by_days_in_Vietnam(int day, int hour, int minute, int second, string expected) =>
        DueEdges.Of(Vietnam.Utc(Due, new TimeOnly(23, 59, 59))).At(Vietnam.Utc(new DateOnly(2026, 10, day), new TimeOnly(hour, minute, second))).ToString().ShouldBe(expected);

    [Theory]
    [InlineData(9, 59, 59, "Early")]
    [InlineData(10, 0, 0, "OnTime")]
    [InlineData(10, 0, 59, "OnTime")]
    [InlineData(10, 1, 0, "Late")]
    public void A_limit_of_hours_is_compared_by_the_minute(int hour, int minute, int second, string expected) =>
        DueEdges.Of(Vietnam.Utc(Due, new TimeOnly(10, 0))).At(Vietnam.Utc(Due, new TimeOnly(hour, minute, second))).ToString().ShouldBe(expected);

    [Theory]
    [InlineData("2026-q4", "Quý IV/2026", "2026-09-15", "2026-12-14")]
    [InlineData("2027-q1", "Quý I/2027", "2026-12-15", "2027-03-14")]
    [InlineData("2026-m02", "Tháng 2/2026", "2026-02-01", "2026-02-28")]
    [InlineData("2026", "Năm 2026", "2025-12-15", "2026-12-14")]
    public void Periods_are_read_from_the_address(string key, string name, string from, string to)
    {
        var period = ReportPeriod.Read(key, null, null, new DateOnly(2026, 11, 10), Cutoff).Value!;
        (period.Name, period.From, period.To).ShouldBe((name, DateOnly.ParseExact(from, "yyyy-MM-dd"), DateOnly.ParseExact(to, "yyyy-MM-dd")));
        period.End.ShouldBe(Vietnam.Utc(period.To.AddDays(1), TimeOnly.MinValue));
    }

    [Theory]
    [InlineData("2026-q5")]
    [InlineData("2026-m13")]
    [InlineData("2026-x")]
    [InlineData("1-q1")]
    [InlineData("quý tư")]
    [InlineData("khoang")]
    public void What_is_no_period_is_told(string key) => ReportPeriod.Read(key, null, null, new DateOnly(2026, 11, 10), Cutoff).Ok.ShouldBeFalse();

    [Fact]
    public void Every_day_lies_in_exactly_the_quarter_that_is_found_for_it() => Gen.Int[0, 20000].Sample(days =>
    {
        var day = new DateOnly(2001, 1, 1).AddDays(days);
        var quarter = ReportPeriod.QuarterOf(day, Cutoff);
        return quarter.From <= day && day <= quarter.To && ReportPeriod.QuarterOf(quarter.To.AddDays(1), Cutoff).From == quarter.To.AddDays(1);
    });

    [Fact]
    public void Whatever_was_taken_in_is_finished_open_or_given_up() => Buckets.Sample(buckets =>
    {
        int Count(string word) => buckets.Where(Figure.Of(word).Counts).Sum(b => b.Count);
        return Count("tiep-nhan") == Count("da-giai-quyet") + Count("dang-giai-quyet") + Count("rut-dung")
            && Count("tiep-nhan") == Count("truc-tuyen") + Count("truc-tiep-buu-chinh") + Count("tu-ky-truoc")
            && Count("da-giai-quyet") == Count("truoc-han") + Count("dung-han") + Count("qua-han")
            && Count("dang-giai-quyet") == Count("trong-han") + Count("dang-qua-han");
    });

    /// <summary>Buckets as the database can give them: what was not accepted stands as not accepted.</summary>
    private static readonly Gen<Bucket[]> Buckets =
        (from came in Gen.Enum<Came>() from stands in Gen.Enum<Stands>() from refused in Gen.Bool from promised in Gen.Bool from count in Gen.Int[1, 900] select new Bucket("tt", came, stands, refused, promised, count))
        .Where(b => b.Came == Came.NotAccepted == (b.Stands == Stands.NotAccepted)).Array[0, 30];
}
