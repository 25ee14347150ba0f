namespace NhiemSo.Platform.WorkingTime;

/// <summary>
/// Says when a limit ends and explains each day of it. Hours and minutes run from the moment (BLDS Điều 147 khoản 1); in days, weeks, months and
/// years the day of the event isn't counted (Điều 147 khoản 2, 3) and an end on a day off goes to the next working day (Điều 148 khoản 5).
/// </summary>
public static class StatutoryClock
{
    /// <param name="from">The event, UTC.</param>
    public static ClockAnswer Count(Limit limit, DateTime from, WorkingCalendar calendar, ClockSettings settings) => Count(limit, from, calendar, settings, []);

    internal static ClockAnswer Count(Limit limit, DateTime from, WorkingCalendar calendar, ClockSettings settings, IEnumerable<ClockPause> pauses)
    {
        var days = new List<CountedDay>();
        var start = Received(Vietnam.Local(from).DateTime, calendar, settings, days);
        var count = new Count(limit, start, calendar, settings, [.. pauses.Where(p => p.To is not null).OrderBy(p => p.From).Select(p => new StandStill(Vietnam.Local(p.From).DateTime, Vietnam.Local(p.To!.Value).DateTime, p.Reason))]);
        var due = limit.Unit switch
        {
            _ when settings.SameDay && start == Vietnam.Local(from).DateTime => EndOfDay(count),
            LimitUnit.Minute or LimitUnit.Hour or LimitUnit.WorkingHour => HourCount.Run(count),
            LimitUnit.Session => SessionCount.Run(count),
            _ => DayCount.Run(count),
        };
        days.AddRange(count.Days);
        var notes = Notes(limit, days, calendar);
        return new(limit, Utc(start), Utc(due), Utc(Appointment(due, calendar)), days.Any(d => calendar.Day(d.Date).Provisional), days, notes);
    }

    /// <summary>The end of office hours of the working day on which it came.</summary>
    private static DateTime EndOfDay(Count count)
    {
        var day = DateOnly.FromDateTime(count.From);
        var end = day.ToDateTime(count.Calendar.Sessions(day)[^1].To);
        count.Counts(day, 1, $"trong ngày làm việc, hết hạn lúc {end:HH:mm}", count.Law.AfterHour.Basis);
        return end;
    }

    /// <summary>Applies the after-hour rule to the event; days it passes over are explained.</summary>
    private static DateTime Received(DateTime from, WorkingCalendar calendar, ClockSettings settings, List<CountedDay> days)
    {
        var day = DateOnly.FromDateTime(from);
        if (settings.AfterHour is not { } hour || (calendar.IsWorking(day) && TimeOnly.FromDateTime(from) <= hour))
            return from;
        var (basis, next) = (calendar.Law(day).AfterHour.Basis, calendar.NextWorkingDay(day));
        for (var passed = day; passed < next; passed = passed.AddDays(1))
        {
            var fact = calendar.Day(passed);
            days.Add(new(passed, false, null, fact.IsWorking ? $"tiếp nhận sau {hour:HH:mm}, chuyển sang ngày làm việc tiếp theo" : fact.Reason, fact.IsWorking ? basis : fact.Basis));
        }

        return next.ToDateTime(calendar.Sessions(next)[0].From);
    }

    /// <summary>See <see cref="ClockAnswer.Appointment"/>; local times.</summary>
    internal static DateTime Appointment(DateTime due, WorkingCalendar calendar)
    {
        var day = DateOnly.FromDateTime(due);
        var time = TimeOnly.FromDateTime(due);
        if (calendar.Sessions(day).LastOrDefault(s => s.From < time) is { } session)
            return day.ToDateTime(session.To < time ? session.To : time);
        var open = calendar.IsWorking(day) ? day : calendar.NextWorkingDay(day);
        return open.ToDateTime(calendar.Sessions(open)[0].From);
    }

    internal static List<string> Notes(Limit limit, IReadOnlyList<CountedDay> days, WorkingCalendar calendar)
    {
        var notes = new List<string>();
        var years = days.Select(d => d.Date.Year).Distinct().ToList();
        foreach (var book in years.Select(calendar.Book).OfType<CalendarBook>().Where(b => b.Provisional))
            notes.Add($"Lịch nghỉ năm {book.Year} mới là tạm tính, phải tính lại khi có thông báo.{(book.Note is null ? "" : " " + book.Note)}");

        var missing = years.Where(year => calendar.Book(year) is null).ToList();
        if (missing.Count > 0)
            notes.Add($"Chưa có lịch nghỉ năm {(missing.Count == 1 ? missing[0] : $"{missing[0]} đến {missing[^1]}")}: chỉ trừ ngày nghỉ hằng tuần và ngày lễ dương lịch cố định; phải tính lại khi có lịch.");

        var unseen = days.Select(d => calendar.Day(d.Date)).Where(f => !f.Confirmed).Select(f => f.Date.ToString("dd'/'MM'/'yyyy")).ToList();
        if (unseen.Count > 0)
            notes.Add($"Cần đối chiếu với văn bản gốc: {string.Join(", ", unseen)}.");
        if (limit.Unit is LimitUnit.WorkingHour or LimitUnit.Session && !calendar.Hours(days[0].Date).Confirmed)
            notes.Add("Giờ làm việc của cơ quan đang là giả định, cần xác nhận.");
        return notes;
    }

    internal static DateTime Utc(DateTime local) => Vietnam.Utc(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local));
}
