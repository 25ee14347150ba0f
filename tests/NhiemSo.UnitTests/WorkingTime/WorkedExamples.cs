using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.WorkingTime;

/// <summary>Dates worked out by hand from the legal calendar of 2024 to 2026.</summary>
public class WorkedExamples
{
    [Theory]
    [InlineData("2024-04-25", "5", "2024-05-06")] // 26/4, 2/5, 3/5, 4/5 (worked for 29/4), 6/5
    [InlineData("2025-04-25", "3", "2025-04-29")] // 26/4 (worked for 2/5), 28/4, 29/4
    [InlineData("2026-01-01", "1", "2026-01-05")] // 2/1 swapped off
    [InlineData("2024-02-07", "1", "2024-02-15")] // Tết 2024: 8/2 to 14/2
    [InlineData("2024-02-06", "3", "2024-02-16")]
    [InlineData("2024-02-02", "10", "2024-02-23")]
    [InlineData("2024-02-09", "1", "2024-02-15")] // received on a day off
    [InlineData("2024-04-17", "2", "2024-04-22")] // Giỗ Tổ on Thursday 18/4
    [InlineData("2024-05-03", "1", "2024-05-04")] // ends on a worked Saturday
    [InlineData("2024-05-03", "2", "2024-05-06")]
    [InlineData("2024-08-30", "1", "2024-09-04")] // 2/9 and 3/9
    [InlineData("2024-08-29", "5", "2024-09-09")]
    [InlineData("2025-01-24", "1", "2025-02-03")] // Tết 2025: 27/1 to 31/1
    [InlineData("2025-01-20", "7", "2025-02-05")]
    [InlineData("2025-04-04", "1", "2025-04-08")] // Giỗ Tổ on Monday 7/4
    [InlineData("2025-04-24", "5", "2025-05-05")] // 25/4, 26/4 worked, 28/4, 29/4, 5/5
    [InlineData("2025-04-29", "1", "2025-05-05")]
    [InlineData("2025-08-29", "1", "2025-09-03")] // 1/9 and 2/9
    [InlineData("2025-12-31", "6", "2026-01-10")] // 5/1 to 9/1, then the worked Saturday
    [InlineData("2026-01-09", "2", "2026-01-12")]
    [InlineData("2026-02-13", "1", "2026-02-23")] // Tết 2026: 16/2 to 20/2
    [InlineData("2026-02-10", "5", "2026-02-24")]
    [InlineData("2026-04-24", "3", "2026-05-04")] // 27/4 given for Giỗ Tổ on Sunday 26/4
    [InlineData("2026-04-24T15:30", "10", "2026-05-13")]
    [InlineData("2026-08-21", "1", "2026-08-22")] // worked for 31/8
    [InlineData("2026-08-20", "10", "2026-09-07")]
    [InlineData("2026-08-28", "1", "2026-09-03")] // 31/8, 1/9, 2/9
    [InlineData("2026-11-23", "1", "2026-11-25")] // Ngày Văn hóa Việt Nam
    [InlineData("2026-11-20", "3", "2026-11-26")]
    [InlineData("2026-12-30", "1", "2026-12-31")]
    public void Working_days_end_with_the_day(string from, string amount, string due)
    {
        var answer = Office.Count($"{amount} ngày làm việc", from);

        Office.Text(answer.Due).ShouldBe($"{due}T23:59:59");
        Office.Text(answer.Appointment).ShouldBe($"{due}T17:00:00");
        answer.Provisional.ShouldBeFalse();
    }

    [Theory]
    [InlineData("12 ngày", "2024-08-20", "2024-09-04")] // 1/9 is a Sunday, 2/9 and 3/9 holidays
    [InlineData("15 ngày", "2024-01-26", "2024-02-15")] // 10/2 is mùng 1
    [InlineData("15 ngày", "2025-01-13", "2025-02-03")] // 28/1 is in Tết
    [InlineData("3 ngày", "2024-05-01", "2024-05-04")] // a worked Saturday is no day off
    [InlineData("2 ngày", "2026-08-20", "2026-08-22")]
    [InlineData("1 ngày", "2026-04-25", "2026-04-28")] // Sunday 26/4 and 27/4
    [InlineData("30 ngày", "2026-10-25", "2026-11-25")] // 24/11
    [InlineData("5 ngày", "2026-08-28", "2026-09-03")]
    [InlineData("1 tuần", "2024-04-22", "2024-05-02")] // 29/4 to 1/5
    [InlineData("2 tuần", "2026-02-02", "2026-02-23")]
    [InlineData("1 tháng", "2024-01-31", "2024-02-29")]
    [InlineData("1 tháng", "2025-01-31", "2025-02-28")]
    [InlineData("1 tháng", "2024-03-31", "2024-05-02")] // 30/4, 1/5
    [InlineData("1 tháng", "2026-01-31", "2026-03-02")] // 28/2 is a Saturday
    [InlineData("3 tháng", "2024-11-30", "2025-02-28")]
    [InlineData("6 tháng", "2025-08-31", "2026-03-02")]
    [InlineData("0,5 tháng", "2026-03-02", "2026-03-17")] // nửa tháng là 15 ngày
    [InlineData("1 năm", "2024-02-29", "2025-02-28")]
    [InlineData("1 năm", "2025-02-28", "2026-03-02")]
    [InlineData("0,5 năm", "2025-03-10", "2025-09-10")] // nửa năm là 6 tháng
    public void Days_weeks_months_and_years_roll_to_a_working_day(string limit, string from, string due)
        => Office.Text(Office.Count(limit, from).Due).ShouldBe($"{due}T23:59:59");

    [Theory]
    [InlineData("24 giờ", "2026-04-24T15:30", "2026-04-25T15:30")] // a Saturday: hours don't roll
    [InlineData("24 giờ", "2026-04-24T00:00", "2026-04-25T00:00")]
    [InlineData("72 giờ", "2026-02-14T08:00", "2026-02-17T08:00")]
    [InlineData("90 phút", "2024-02-09T23:00", "2024-02-10T00:30")]
    [InlineData("2 giờ làm việc", "2024-05-03T10:30", "2024-05-03T14:30")] // across lunch
    [InlineData("2 giờ làm việc", "2026-04-24T16:00", "2026-04-28T08:30")] // across weekend and compensation
    [InlineData("1 giờ làm việc", "2024-02-10T09:00", "2024-02-15T08:30")] // from within Tết
    [InlineData("1 giờ làm việc", "2026-03-02T12:00", "2026-03-02T14:30")] // from within lunch
    [InlineData("4 giờ làm việc", "2025-04-26T07:30", "2025-04-26T11:30")] // a worked Saturday
    [InlineData("4 giờ làm việc", "2026-01-09T16:00", "2026-01-10T10:30")]
    [InlineData("8 giờ làm việc", "2026-11-23T07:30", "2026-11-25T08:00")]
    [InlineData("0,5 ngày làm việc", "2026-04-24T15:30", "2026-04-28T11:30")]
    [InlineData("0.25 ngày làm việc", "2026-03-02T08:00", "2026-03-03T09:30")]
    [InlineData("1,5 ngày làm việc", "2024-05-02T08:00", "2024-05-04T11:30")]
    [InlineData("2,5 ngày làm việc", "2026-02-12T08:00", "2026-02-24T11:30")]
    [InlineData("0,5 ngày", "2026-03-02T10:00", "2026-03-03T12:00")]
    [InlineData("1 buổi", "2026-04-24T09:00", "2026-04-24T17:00")] // the morning of the event isn't counted
    [InlineData("1 buổi", "2026-04-24T15:30", "2026-04-28T11:30")]
    [InlineData("2 buổi", "2026-01-09T14:00", "2026-01-10T17:00")]
    [InlineData("3 buổi", "2026-11-23T06:00", "2026-11-25T11:30")]
    public void Hours_sessions_and_parts_of_days_end_at_their_moment(string limit, string from, string due)
        => Office.Text(Office.Count(limit, from).Due).ShouldBe($"{due}:00");

    [Theory]
    [InlineData("2026-04-23T15:30", "2026-04-28")] // as if received on 24/4
    [InlineData("2026-04-23T15:00", "2026-04-24")]
    [InlineData("2026-04-25T09:00", "2026-04-29")] // a Saturday: as if received on 28/4
    public void After_the_hour_counts_from_the_next_working_day(string from, string due)
        => Office.Text(Office.Count("1 ngày làm việc", from, new(new TimeOnly(15, 0))).Due).ShouldBe($"{due}T23:59:59");

    [Fact]
    public void Without_rolling_a_limit_may_end_on_a_day_off()
        => Office.Text(Office.Count("5 ngày", "2026-08-28", new(RollToWorkingDay: false)).Due).ShouldBe("2026-09-02T23:59:59");

    [Theory]
    [InlineData("2026-04-25T15:30", "2026-04-28T07:30")] // Saturday: when the office opens again
    [InlineData("2026-03-02T12:00", "2026-03-02T11:30")] // lunch: before it
    [InlineData("2026-03-02T20:00", "2026-03-02T17:00")]
    [InlineData("2026-03-02T10:00", "2026-03-02T10:00")]
    public void An_hour_limit_is_kept_in_office_hours(string due, string appointment)
        => Office.Text(Office.Count("24 giờ", Office.Text(Office.At(due).AddDays(-1))).Appointment).ShouldBe($"{appointment}:00");

    [Fact]
    public void A_year_not_announced_or_not_loaded_makes_the_answer_provisional()
    {
        var announced = Office.Count("2 ngày làm việc", "2026-12-30");
        Office.Text(announced.Due).ShouldBe("2027-01-04T23:59:59");
        announced.Provisional.ShouldBeTrue();
        announced.Notes.ShouldContain(note => note.StartsWith("Lịch nghỉ năm 2027 mới là tạm tính"));

        var missing = Office.Count("1 ngày làm việc", "2028-04-28");
        Office.Text(missing.Due).ShouldBe("2028-05-02T23:59:59"); // Sunday 30/4, Monday 1/5 by the law's fixed days
        missing.Notes.ShouldContain(note => note.StartsWith("Chưa có lịch nghỉ năm 2028"));
        missing.Provisional.ShouldBeTrue();
    }
}
