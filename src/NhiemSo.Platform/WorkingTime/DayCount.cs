namespace NhiemSo.Platform.WorkingTime;

/// <summary>Counts ngày, ngày làm việc, tuần, tháng, năm: the day of the event isn't counted, the last day counts to its end.</summary>
internal static class DayCount
{
    /// <summary>The due moment, local time.</summary>
    public static DateTime Run(Count count)
    {
        var day = DateOnly.FromDateTime(count.From);
        count.Skips(day, "ngày xảy ra sự kiện, không tính", count.Law.EventDay.Basis);

        var total = TotalDays(count.Limit, day);
        for (var counted = 0m; counted < total;)
        {
            day = day.AddDays(1);
            var fact = count.Calendar.Day(day);
            if (count.Pauses.FirstOrDefault(p => p.Covers(day)) is { } pause)
            {
                count.SkipsPaused(day, pause);
            }
            else if (count.Limit.Unit == LimitUnit.WorkingDay && !fact.IsWorking)
            {
                count.Skips(day, fact.Reason, fact.Basis);
            }
            else
            {
                counted = Math.Min(counted + 1, total);
                count.Counts(day, counted, Reason(count.Limit.Unit, counted, fact), Count.Join(count.Law.NextDay.Basis, fact.IsWorking ? fact.Basis : ""));
            }
        }

        var end = Moment(count, day, total);
        return Settle(count, day, end);
    }

    /// <summary>Moves an end that falls into a pause or on a day off, and says at the last day that it is the last.</summary>
    private static DateTime Settle(Count count, DateOnly last, DateTime end)
    {
        var day = last;
        while (true)
        {
            var next = day.AddDays(1);
            if (count.Pauses.FirstOrDefault(p => p.Covers(next) && p.From <= end) is { } pause)
            {
                count.SkipsPaused(next, pause);
            }
            else if ((count.Settings.RollToWorkingDay || count.Limit.Unit == LimitUnit.WorkingDay) && !count.Calendar.IsWorking(day))
            {
                var fact = count.Calendar.Day(next);
                count.Skips(next, fact.IsWorking ? "ngày làm việc tiếp theo sau ngày nghỉ" : fact.Reason, count.Law.EndOnDayOff.Basis);
            }
            else
            {
                break;
            }

            (day, end) = (next, Count.EndOf(next));
        }

        if (day != last && !count.Calendar.IsWorking(last) && count.Days.FindIndex(d => d.Date == last) is var off)
            count.Days[off] = count.Days[off] with { Reason = $"{count.Days[off].Reason}: ngày cuối là ngày nghỉ, chuyển sang ngày làm việc tiếp theo", Basis = count.Law.EndOnDayOff.Basis };
        var due = count.Days[^1];
        var (at, basis) = end == Count.EndOf(day) ? ("hết hạn lúc 24:00", count.Law.EndOfDay.Basis) : ($"hết hạn lúc {end:HH:mm}", "");
        count.Days[^1] = due with { Reason = $"{due.Reason}, {at}", Basis = Count.Join(day == last ? Count.Join(due.Basis, EndBasis(count)) : due.Basis, basis) };
        return end;
    }

    // Năm, tháng: by the corresponding day of the last month, or its last day; half a year is six months, half a month fifteen days (BLDS Điều 146 khoản 1).
    private static decimal TotalDays(Limit limit, DateOnly start) => limit.Unit switch
    {
        LimitUnit.Week => limit.Amount * 7,
        LimitUnit.Month => Months(limit.Amount, start),
        LimitUnit.Year => Months(limit.Amount * 12, start),
        _ => limit.Amount,
    };

    private static int Months(decimal months, DateOnly start)
    {
        var whole = start.AddMonths((int)decimal.Floor(months));
        return whole.DayNumber - start.DayNumber + (decimal.IsInteger(months) ? 0 : 15);
    }

    private static DateTime Moment(Count count, DateOnly day, decimal total)
    {
        var part = total - decimal.Floor(total);
        if (part == 0)
            return Count.EndOf(day);
        if (count.Limit.Unit == LimitUnit.WorkingDay)
            return SessionCount.Point(day, count.Calendar.Sessions(day), part);

        // Half a day, 12 hours (BLDS Điều 146 khoản 1). A shorter limit that ended on the day off before goes to the end of this day, so a longer one may not end at its noon.
        return count.Settings.RollToWorkingDay && !count.Calendar.IsWorking(day.AddDays(-1))
            ? Count.EndOf(day)
            : day.ToDateTime(TimeOnly.MinValue).AddTicks((long)(part * TimeSpan.TicksPerDay));
    }

    private static string Reason(LimitUnit unit, decimal counted, DayFact fact)
    {
        var name = unit == LimitUnit.WorkingDay ? "ngày làm việc" : "ngày";
        var text = decimal.IsInteger(counted) ? $"{name} thứ {counted:0}" : $"{name} thứ {decimal.Ceiling(counted):0}, tính đến {Limit.AmountText(counted)} {name}";
        if (fact.Reason.Length == 0)
            return text;
        return fact.IsWorking ? $"{text}, {fact.Reason}" : $"{text} ({fact.Reason})";
    }

    private static string EndBasis(Count count) => count.Limit.Unit switch
    {
        LimitUnit.Week => count.Law.EndWeek.Basis,
        LimitUnit.Month => count.Law.EndMonth.Basis,
        LimitUnit.Year => count.Law.EndYear.Basis,
        _ => count.Law.EndDay.Basis,
    };
}
