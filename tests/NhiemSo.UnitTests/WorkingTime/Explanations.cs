using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.WorkingTime;

public class Explanations
{
    private static CountedDay Day(ClockAnswer answer, string date) => answer.Days.Single(d => d.Date == DateOnly.Parse(date));

    [Fact]
    public void Each_day_says_why_it_counts_or_not()
    {
        var answer = Office.Count("10 ngày làm việc", "2026-04-24T15:30");

        Day(answer, "2026-04-24").ShouldBe(new(new(2026, 4, 24), false, null, "ngày xảy ra sự kiện, không tính", "BLDS 2015 Điều 147 khoản 3"));
        Day(answer, "2026-04-25").Reason.ShouldBe("nghỉ hằng tuần");
        Day(answer, "2026-04-27").Reason.ShouldStartWith("Giỗ Tổ Hùng Vương (nghỉ bù)");
        Day(answer, "2026-04-27").Basis.ShouldBe("BLLĐ 2019 Điều 111 khoản 3");
        Day(answer, "2026-05-04").ShouldBe(new(new(2026, 5, 4), true, 3, "ngày làm việc thứ 3", "BLDS 2015 Điều 147 khoản 2"));
        Day(answer, "2026-05-13").Reason.ShouldBe("ngày làm việc thứ 10, hết hạn lúc 24:00");
    }

    [Fact]
    public void A_worked_Saturday_says_for_which_day()
        => Day(Office.Count("5 ngày làm việc", "2024-04-25"), "2024-05-04").Reason.ShouldBe("ngày làm việc thứ 4, làm bù cho 29/4/2024");

    [Fact]
    public void A_last_day_that_is_off_says_that_the_end_moves_and_by_which_article()
    {
        var answer = Office.Count("12 ngày", "2024-08-20");

        Day(answer, "2024-09-01").Reason.ShouldContain("chuyển sang ngày làm việc tiếp theo");
        Day(answer, "2024-09-02").Counted.ShouldBeFalse();
        Day(answer, "2024-09-04").Reason.ShouldBe("ngày làm việc tiếp theo sau ngày nghỉ, hết hạn lúc 24:00");
        Day(answer, "2024-09-04").Basis.ShouldContain("BLDS 2015 Điều 148 khoản 5");
    }

    [Fact]
    public void Days_off_whose_notice_was_not_seen_are_named()
        => Office.Count("1 ngày làm việc", "2024-08-30").Notes.ShouldBe(["Cần đối chiếu với văn bản gốc: 03/09/2024."]);

    [Fact]
    public void A_pause_is_explained_on_each_day_it_leaves_out()
    {
        var clock = RunningClock.Start(Office.Limit("5 ngày làm việc"), Office.At("2026-03-02T08:00"))
            .Pause(Office.At("2026-03-04T10:00"), "chờ bổ sung hồ sơ").Value!
            .Resume(Office.At("2026-03-06T10:00")).Value!;

        Day(clock.Answer(Office.Calendar), "2026-03-05").ShouldBe(new(new(2026, 3, 5), false, null, "tạm dừng: chờ bổ sung hồ sơ", Office.Calendar.Law(new(2026, 3, 5)).Pause.Basis));
    }
}
