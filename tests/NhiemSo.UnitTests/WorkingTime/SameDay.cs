using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.WorkingTime;

/// <summary>"Chuyển ngay trong ngày làm việc; tiếp nhận sau 15 giờ thì đầu giờ ngày làm việc tiếp theo" (Nghị định 61/2018/NĐ-CP, Điều 18), and an extension, by hand on the calendar of 2026.</summary>
public class SameDay
{
    private static readonly ClockSettings Settings = new(AfterHour: new TimeOnly(15, 0), SameDay: true);

    [Theory]
    [InlineData("2026-11-10T09:12", "2026-11-10T17:00:00")]
    [InlineData("2026-11-10T15:00", "2026-11-10T17:00:00")]
    [InlineData("2026-11-10T15:01", "2026-11-11T08:30:00")]
    [InlineData("2026-11-10T05:00", "2026-11-10T17:00:00")]
    [InlineData("2026-11-20T16:00", "2026-11-23T08:30:00")] // a Friday afternoon
    [InlineData("2026-11-21T09:00", "2026-11-23T08:30:00")] // online on a Saturday
    [InlineData("2026-11-23T15:30", "2026-11-25T08:30:00")] // 24/11 is Ngày Văn hóa Việt Nam
    [InlineData("2026-02-13T16:00", "2026-02-23T08:30:00")] // before Tết
    public void A_transfer_is_due_the_same_day_or_in_the_first_hour_of_the_next_working_day(string at, string due)
        => Office.Text(Office.Count("1 giờ làm việc", at, Settings).Due).ShouldBe(due);

    [Fact]
    public void The_explanation_names_the_rule_and_the_passed_days()
    {
        Office.Count("1 giờ làm việc", "2026-11-10T09:12", Settings).Days.ShouldHaveSingleItem().Reason.ShouldBe("trong ngày làm việc, hết hạn lúc 17:00");
        var late = Office.Count("1 giờ làm việc", "2026-11-20T16:00", Settings).Days;
        late.Select(d => d.Counted).ShouldBe([false, false, false, true]);
        late[0].Reason.ShouldStartWith("tiếp nhận sau 15:00");
    }

    [Fact]
    public void It_survives_being_stored()
    {
        var clock = RunningClock.Start(Office.Limit("1 giờ làm việc"), Office.At("2026-11-10T09:12"), Settings);
        RunningClock.FromJson(clock.ToJson()).Due(Office.Calendar).ShouldBe(clock.Due(Office.Calendar));
    }

    /// <summary>15 days from Tuesday 10/11/2026 end on Wednesday 25/11; moved to Monday 30/11 the days 26 to 30 are the extension's.</summary>
    [Theory]
    [InlineData("2026-11-30", "2026-11-30T23:59:59", 5)]
    [InlineData("2026-11-29", "2026-11-30T23:59:59", 5)] // a Sunday: goes to the next working day
    [InlineData("2027-01-04", "2027-01-04T23:59:59", 40)] // over the new year
    public void An_extension_to_a_day_counts_on_from_the_first_due_day(string until, string due, int days)
    {
        var clock = RunningClock.Start(Office.Limit("15 ngày"), Office.At("2026-11-10T09:12"));
        var extended = clock.Extend(Office.At("2026-11-23T10:00"), DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture), "chờ ý kiến", "Điều 19 khoản 9", Office.Calendar).Value!;
        Office.Text(extended.Due(Office.Calendar)).ShouldBe(due);
        Office.Text(extended.OriginalDue(Office.Calendar)).ShouldBe("2026-11-25T23:59:59");
        var answer = extended.Answer(Office.Calendar);
        answer.Days.Count(d => d.Reason.StartsWith(RunningClock.ExtensionMark, StringComparison.Ordinal)).ShouldBe(days);
        answer.Days.Select(d => d.Date).ShouldBe(Enumerable.Range(0, answer.Days.Count).Select(i => new DateOnly(2026, 11, 10).AddDays(i)), "every day once, in order");
    }
}
