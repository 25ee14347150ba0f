using CsCheck;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.WorkingTime;

/// <summary>What holds of every limit and start between 2024 and 2027.</summary>
public class ClockProperties
{
    private static readonly Gen<DateTime> Starts = Gen.Int[0, 3 * 365 * 24 * 60].Select(minutes => Office.At("2024-01-01").AddMinutes(minutes));

    private static readonly Gen<Limit> Limits = Gen.OneOf(
        Of(LimitUnit.Minute, 1, 10_000, 1), Of(LimitUnit.Hour, 1, 400, 2), Of(LimitUnit.WorkingHour, 1, 200, 2), Of(LimitUnit.Session, 1, 60, 2),
        Of(LimitUnit.Day, 1, 180, 2), Of(LimitUnit.WorkingDay, 1, 160, 4), Of(LimitUnit.Week, 1, 12, 1), Of(LimitUnit.Month, 1, 24, 2), Of(LimitUnit.Year, 1, 4, 2));

    private static Gen<Limit> Of(LimitUnit unit, int least, int most, int parts) =>
        Gen.Int[least, most].Select(n => Limit.Of((decimal)n / parts, unit).Value!);

    private static ClockAnswer Count(Limit limit, DateTime from) => StatutoryClock.Count(limit, from, Office.Calendar, ClockSettings.Default);

    [Fact]
    public void A_limit_of_days_never_ends_on_a_day_off() =>
        Gen.Select(Limits.Where(l => l.Unit.CountsDays()), Starts).Sample((limit, from) => Office.Calendar.IsWorking(Count(limit, from).DueDay));

    [Fact]
    public void Working_hours_and_sessions_end_in_office_hours() =>
        Gen.Select(Limits.Where(l => l.Unit is LimitUnit.WorkingHour or LimitUnit.Session), Starts).Sample((limit, from) => Count(limit, from) is var answer && answer.Due == answer.Appointment);

    [Fact]
    public void More_time_never_ends_earlier() =>
        Gen.Select(Limits, Gen.Int[0, 20], Starts).Sample((less, n, from) =>
        {
            var more = Limit.Of(less.Amount + (less.Unit == LimitUnit.Week ? n : n / 2m), less.Unit).Value!;
            return Count(less, from).Due <= Count(more, from).Due;
        });

    [Fact]
    public void A_later_start_never_ends_earlier() =>
        Gen.Select(Limits, Starts, Gen.Int[0, 20_000]).Sample((limit, from, minutes) => Count(limit, from).Due <= Count(limit, from.AddMinutes(minutes)).Due);

    [Fact]
    public void The_end_is_after_the_start() => Gen.Select(Limits, Starts).Sample((limit, from) => Count(limit, from).Due > from);

    [Fact]
    public void Each_day_from_the_event_to_the_end_is_explained_once() =>
        Gen.Select(Limits, Starts).Sample((limit, from) =>
        {
            var answer = Count(limit, from);
            var first = Vietnam.Day(from);
            answer.Days.Select(d => d.Date).ShouldBe(Enumerable.Range(0, answer.DueDay.DayNumber - first.DayNumber + 1).Select(first.AddDays));
            answer.Days.ShouldAllBe(d => d.Reason.Length > 0 && d.Basis.Length > 0 && d.Counted == d.N.HasValue);
        });

    [Fact]
    public void What_was_counted_sums_to_the_limit() =>
        Gen.Select(Limits.Where(l => l.Unit is not (LimitUnit.Week or LimitUnit.Month or LimitUnit.Year)), Starts).Sample((limit, from) =>
        {
            var counted = Count(limit, from).Days.Where(d => d.Counted).Select(d => d.N!.Value).ToList();
            counted[^1].ShouldBe(limit.Amount);
            counted.ShouldBe(counted.Order());
        });

    [Fact]
    public void A_pause_of_no_length_changes_nothing() =>
        Gen.Select(Limits, Starts, Gen.Int[0, 50_000]).Sample((limit, from, minutes) =>
        {
            var clock = RunningClock.Start(limit, from);
            var at = from.AddMinutes(minutes);
            return clock.Pause(at, "chờ").Value!.Resume(at).Value!.Due(Office.Calendar) == clock.Due(Office.Calendar);
        });

    [Fact]
    public void A_pause_never_makes_the_end_earlier_and_a_longer_one_never_less_late() =>
        Gen.Select(Limits, Starts, Gen.Int[0, 20_000], Gen.Int[0, 20_000], Gen.Int[0, 5_000]).Sample((limit, from, before, length, more) =>
        {
            var clock = RunningClock.Start(limit, from);
            var paused = clock.Pause(from.AddMinutes(before), "chờ").Value!;
            var shorter = paused.Resume(from.AddMinutes(before + length)).Value!.Due(Office.Calendar);
            return clock.Due(Office.Calendar) <= shorter && shorter <= paused.Resume(from.AddMinutes(before + length + more)).Value!.Due(Office.Calendar);
        });
}
