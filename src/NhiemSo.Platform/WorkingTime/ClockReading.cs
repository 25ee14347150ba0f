namespace NhiemSo.Platform.WorkingTime;

public enum ClockState
{
    OnTime,

    /// <summary>Due today, or within the working days that <see cref="ClockSettings.SoonWorkingDays"/> says.</summary>
    Soon,
    Late,
    Paused,
    Done,
}

/// <summary>A clock as seen at one instant.</summary>
/// <param name="Words">The chip: "Còn 4 ngày làm việc", "Hạn hôm nay, 17:00", "Quá 2 ngày", "Tạm dừng". Never shown without the due date beside it.</param>
/// <param name="WorkingDaysLeft">Working days after today (when paused: after the day of pausing) up to the due day; 0 when late.</param>
public sealed record ClockReading(ClockState State, string Words, DateTime Due, int WorkingDaysLeft)
{
    /// <summary>The style's name of the state: on-time, soon, late, paused, done.</summary>
    public string Style => State switch
    {
        ClockState.OnTime => "on-time",
        ClockState.Soon => "soon",
        ClockState.Late => "late",
        ClockState.Paused => "paused",
        _ => "done",
    };

    /// <param name="now">UTC.</param>
    public static ClockReading Of(RunningClock clock, DateTime now, WorkingCalendar calendar) => Of(clock, clock.Answer(calendar), now, calendar);

    /// <summary>For lists that counted the answer before.</summary>
    public static ClockReading Of(RunningClock clock, ClockAnswer answer, DateTime now, WorkingCalendar calendar)
    {
        var due = answer.Due;
        if (clock.Finished is { } finished)
            return new(ClockState.Done, IsLate(finished, due) ? $"Trễ {Over(finished, due)}" : "Đúng hạn", due, 0);
        var left = calendar.WorkingDaysBetween(Vietnam.Day(clock.OpenPause?.From ?? now), answer.DueDay);
        if (clock.OpenPause is { } pause && !IsLate(pause.From, due))
            return new(ClockState.Paused, "Tạm dừng", due, left);
        if (IsLate(now, due))
            return new(ClockState.Late, $"Quá {Over(now, due)}", due, 0);

        var today = Vietnam.Day(now);
        if (answer.DueDay == today)
            return new(ClockState.Soon, $"Hạn hôm nay, {Hour(now <= answer.Appointment ? answer.Appointment : due)}", due, left);
        var time = due - now;
        if (time < TimeSpan.FromDays(1) && !clock.Limit.Unit.CountsDays())
            return new(ClockState.Soon, $"Còn {Rough(time)}", due, left);
        var words = left > 0 ? $"Còn {left} ngày làm việc" : $"Còn {answer.DueDay.DayNumber - today.DayNumber} ngày";
        return new(left <= clock.Settings.SoonWorkingDays ? ClockState.Soon : ClockState.OnTime, words, due, left);
    }

    // 23:59:59 stands for 24 giờ: the last second of a due moment is in time.
    private static bool IsLate(DateTime at, DateTime due) => at >= due.AddSeconds(1);

    // Limits of days are late by calendar days, limits of hours by the time passed.
    private static string Over(DateTime at, DateTime due)
    {
        var days = EndsAtMidnight(due) ? Vietnam.Day(at).DayNumber - Vietnam.Day(due).DayNumber : (int)(at - due).TotalDays;
        return days > 0 ? $"{days} ngày" : Rough(at - due);
    }

    private static string Rough(TimeSpan time) => time.TotalHours >= 1 ? $"{(int)time.TotalHours} giờ" : $"{Math.Max(1, (int)time.TotalMinutes)} phút";

    private static string Hour(DateTime utc) => EndsAtMidnight(utc) ? "24:00" : Vietnam.Local(utc).ToString("HH:mm");

    private static bool EndsAtMidnight(DateTime utc) => Vietnam.Local(utc).DateTime is var local && local == Count.EndOf(DateOnly.FromDateTime(local));
}
