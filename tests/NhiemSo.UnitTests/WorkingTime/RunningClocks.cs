using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.WorkingTime;

public class RunningClocks
{
    private static RunningClock Start(string limit, string at) => RunningClock.Start(Office.Limit(limit), Office.At(at));

    private static RunningClock Paused(RunningClock clock, string from, string to)
        => clock.Pause(Office.At(from), "chờ bổ sung").Value!.Resume(Office.At(to)).Value!;

    private static string Due(RunningClock clock) => Office.Text(clock.Due(Office.Calendar));

    [Theory]
    [InlineData("5 ngày làm việc", "2026-03-02T08:00", "2026-03-04T10:00", "2026-03-10T09:00", "2026-03-13T23:59:59")] // 3, 4 used; 11, 12, 13
    [InlineData("5 ngày làm việc", "2026-03-02T08:00", "2026-03-09T10:00", "2026-03-12T09:00", "2026-03-12T23:59:59")] // on the last day
    [InlineData("5 ngày làm việc", "2026-03-02T08:00", "2026-03-09T10:00", "2026-03-14T09:00", "2026-03-16T23:59:59")] // resumed on a Saturday
    [InlineData("10 ngày", "2026-03-02T08:00", "2026-03-05T10:00", "2026-03-09T09:00", "2026-03-16T23:59:59")] // 12/3 and four days
    [InlineData("1 tháng", "2026-03-02T08:00", "2026-03-10T10:00", "2026-03-13T09:00", "2026-04-06T23:59:59")] // 2/4 and three days is a Sunday
    [InlineData("24 giờ", "2026-03-02T08:00", "2026-03-02T10:00", "2026-03-03T09:00", "2026-03-04T07:00:00")]
    [InlineData("4 giờ làm việc", "2026-03-02T08:00", "2026-03-02T09:00", "2026-03-02T14:00", "2026-03-02T17:00:00")]
    [InlineData("2 buổi", "2026-03-02T08:00", "2026-03-02T14:00", "2026-03-04T08:00", "2026-03-04T17:00:00")] // the afternoon of pausing used
    [InlineData("1 buổi", "2026-03-02T08:00", "2026-03-02T14:00", "2026-03-04T08:00", "2026-03-04T11:30:00")] // in the last session
    public void A_pause_moves_the_end(string limit, string start, string from, string to, string due)
        => Due(Paused(Start(limit, start), from, to)).ShouldBe(due);

    [Fact]
    public void A_pause_after_the_due_day_does_not_save_a_late_clock()
        => Due(Paused(Start("5 ngày làm việc", "2026-03-02T08:00"), "2026-03-10T08:00", "2026-03-20T08:00")).ShouldBe("2026-03-09T23:59:59");

    [Fact]
    public void Two_pauses_both_count()
        => Due(Paused(Paused(Start("5 ngày làm việc", "2026-03-02T08:00"), "2026-03-03T10:00", "2026-03-05T10:00"), "2026-03-09T08:00", "2026-03-10T08:00"))
            .ShouldBe("2026-03-12T23:59:59"); // 3; 6, 9; 11, 12

    [Fact]
    public void A_reset_counts_from_the_beginning_and_keeps_the_first_due_day()
    {
        var clock = Start("5 ngày làm việc", "2026-03-02T08:00").Reset(Office.At("2026-03-06T08:00"), "hồ sơ đã bổ sung đủ").Value!;

        Due(clock).ShouldBe("2026-03-13T23:59:59");
        Office.Text(clock.OriginalDue(Office.Calendar)).ShouldBe("2026-03-09T23:59:59");
    }

    [Fact]
    public void An_extension_follows_the_due_day_and_both_dates_are_kept()
    {
        var clock = Start("5 ngày làm việc", "2026-03-02T08:00").Extend(Office.At("2026-03-06T08:00"), Office.Limit("3 ngày làm việc"), "vụ việc phức tạp", "Điều 1").Value!;

        Due(clock).ShouldBe("2026-03-12T23:59:59");
        Office.Text(clock.OriginalDue(Office.Calendar)).ShouldBe("2026-03-09T23:59:59");
        clock.Answer(Office.Calendar).Days[^1].Reason.ShouldStartWith("gia hạn: ");
    }

    [Fact]
    public void A_pause_after_an_extension_moves_the_extended_day()
    {
        var clock = Start("5 ngày làm việc", "2026-03-02T08:00").Extend(Office.At("2026-03-06T08:00"), new DateOnly(2026, 3, 20), "chờ ý kiến", "", Office.Calendar).Value!;

        Due(clock).ShouldBe("2026-03-20T23:59:59");
        Due(Paused(clock, "2026-03-10T08:00", "2026-03-12T08:00")).ShouldBe("2026-03-23T23:59:59"); // 22/3 is a Sunday
    }

    [Fact]
    public void An_extension_to_an_earlier_day_is_refused()
        => Start("5 ngày làm việc", "2026-03-02T08:00").Extend(Office.At("2026-03-06T08:00"), new DateOnly(2026, 3, 9), "nhầm", "", Office.Calendar)
            .Problem!.Fields[0].Field.ShouldBe("until");

    [Fact]
    public void Acts_out_of_order_are_refused()
    {
        var clock = Start("5 ngày làm việc", "2026-03-02T08:00");
        var paused = clock.Pause(Office.At("2026-03-03T08:00"), "chờ").Value!;

        clock.Resume(Office.At("2026-03-03T08:00")).Problem!.Kind.ShouldBe(ProblemKind.WrongState);
        clock.Pause(Office.At("2026-03-03T08:00"), " ").Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        clock.Pause(Office.At("2026-03-01T08:00"), "chờ").Problem!.Kind.ShouldBe(ProblemKind.Invalid);
        paused.Pause(Office.At("2026-03-04T08:00"), "chờ").Problem!.Kind.ShouldBe(ProblemKind.WrongState);
        paused.Finish(Office.At("2026-03-05T08:00")).Value!.Resume(Office.At("2026-03-06T08:00")).Problem!.Kind.ShouldBe(ProblemKind.WrongState);
    }

    [Fact]
    public void The_stored_JSON_is_canonical_and_gives_the_clock_back()
    {
        var clock = Paused(RunningClock.Start(Office.Limit("0,5 ngày làm việc"), Office.At("2026-03-02T08:00"), new(new TimeOnly(15, 0))), "2026-03-02T09:00", "2026-03-02T10:00")
            .Extend(Office.At("2026-03-02T11:00"), Office.Limit("1 ngày"), "phức tạp", "Điều 1").Value!;

        clock.ToJson().ShouldBe(
            """{"started":"2026-03-02T01:00:00Z","limit":"0,5 ngày làm việc","settings":{"afterHour":"15:00:00","rollToWorkingDay":true,"soonWorkingDays":1},"pauses":[{"from":"2026-03-02T02:00:00Z","to":"2026-03-02T03:00:00Z","reason":"chờ bổ sung"}],"resets":[],"extensions":[{"at":"2026-03-02T04:00:00Z","by":"01 ngày","reason":"phức tạp","basis":"Điều 1"}]}""");
        RunningClock.FromJson(clock.ToJson()).ToJson().ShouldBe(clock.ToJson());
        RunningClock.FromJson(clock.ToJson()).Due(Office.Calendar).ShouldBe(clock.Due(Office.Calendar));
    }

    [Theory]
    [InlineData("4 ngày làm việc", "2026-11-25T08:00", "2026-11-25T09:00", "on-time", "Còn 4 ngày làm việc")] // due 1/12
    [InlineData("1 ngày làm việc", "2026-11-25T08:00", "2026-11-25T09:00", "soon", "Còn 1 ngày làm việc")]
    [InlineData("1 ngày làm việc", "2026-11-23T08:00", "2026-11-25T09:00", "soon", "Hạn hôm nay, 17:00")]
    [InlineData("1 ngày làm việc", "2026-11-23T08:00", "2026-11-25T18:00", "soon", "Hạn hôm nay, 24:00")]
    [InlineData("1 ngày làm việc", "2026-11-20T08:00", "2026-11-25T09:00", "late", "Quá 2 ngày")] // due 23/11
    [InlineData("1 ngày làm việc", "2026-11-20T08:00", "2026-11-24T00:00", "late", "Quá 1 ngày")]
    [InlineData("24 giờ", "2026-11-25T08:00", "2026-11-25T17:00", "soon", "Còn 15 giờ")]
    [InlineData("24 giờ", "2026-11-25T08:00", "2026-11-26T08:30", "late", "Quá 30 phút")]
    [InlineData("24 giờ", "2026-11-25T22:00", "2026-11-27T01:00", "late", "Quá 3 giờ")]
    public void The_chip_says_how_it_stands(string limit, string start, string now, string style, string words)
    {
        var reading = ClockReading.Of(Start(limit, start), Office.At(now), Office.Calendar);

        reading.Style.ShouldBe(style);
        reading.Words.ShouldBe(words);
    }

    [Fact]
    public void A_paused_and_a_finished_clock_say_so()
    {
        var clock = Start("5 ngày làm việc", "2026-03-02T08:00");
        var paused = clock.Pause(Office.At("2026-03-04T08:00"), "chờ").Value!;

        var reading = ClockReading.Of(paused, Office.At("2026-04-01T08:00"), Office.Calendar);
        (reading.Words, reading.WorkingDaysLeft).ShouldBe(("Tạm dừng", 3));
        ClockReading.Of(clock.Finish(Office.At("2026-03-09T23:59")).Value!, Office.At("2026-04-01T08:00"), Office.Calendar).Words.ShouldBe("Đúng hạn");
        ClockReading.Of(clock.Finish(Office.At("2026-03-11T08:00")).Value!, Office.At("2026-04-01T08:00"), Office.Calendar).Words.ShouldBe("Trễ 2 ngày");
    }

    [Fact]
    public void Steps_share_the_whole_limit_exactly()
    {
        StepShare[] shares = [new("Tiếp nhận", "Một cửa", Office.Limit("0,5 ngày làm việc")), new("Thẩm định", "Phòng", Office.Limit("4 ngày làm việc")), new("Ký", "Giám đốc", Office.Limit("0,5 ngày làm việc"))];
        var whole = Start("5 ngày làm việc", "2026-03-02T08:00");
        var steps = StepClock.Split(whole.Limit, shares).Value!;

        steps.Select(s => Office.Text(s.Due(whole, Office.Calendar).Due)).ShouldBe(["2026-03-03T11:30:00", "2026-03-09T11:30:00", "2026-03-09T23:59:59"]);
        StepClock.Split(Office.Limit("6 ngày làm việc"), shares).Problem!.Message.ShouldBe("Các bước cộng lại là 05 ngày làm việc, phải đúng bằng thời hạn chung 06 ngày làm việc.");
        StepClock.Split(Office.Limit("5 ngày"), shares).Problem!.Message.ShouldContain("Tiếp nhận");
    }
}
