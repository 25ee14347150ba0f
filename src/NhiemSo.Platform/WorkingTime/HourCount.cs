namespace NhiemSo.Platform.WorkingTime;

/// <summary>Counts phút, giờ and giờ làm việc from the moment on; a limit in hours may end on a day off.</summary>
internal static class HourCount
{
    /// <summary>The due moment, local time.</summary>
    public static DateTime Run(Count count)
    {
        var unit = count.Limit.Unit == LimitUnit.Minute ? TimeSpan.TicksPerMinute : TimeSpan.TicksPerHour;
        var working = count.Limit.Unit == LimitUnit.WorkingHour;
        var (total, used) = ((long)(count.Limit.Amount * unit), 0L);
        for (var day = DateOnly.FromDateTime(count.From); ; day = day.AddDays(1))
        {
            var (today, end) = (0L, (DateTime?)null);
            foreach (var (from, to) in Open(count, day, working))
            {
                var stretch = Math.Min((to - from).Ticks, total - used);
                (used, today) = (used + stretch, today + stretch);
                if (used == total)
                {
                    end = from.AddTicks(stretch);
                    break;
                }
            }

            // A limit that ends at midnight ends with the first moment of the next day.
            if (end is { } moment && DateOnly.FromDateTime(moment) > day)
                end = null;
            if (end is null && used == total && today == 0)
                end = day.ToDateTime(TimeOnly.MinValue);
            Explain(count, day, today, Math.Round((decimal)used / unit, 4), end);
            if (end is { } due)
                return due;
        }
    }

    /// <summary>The stretches of a day in which the clock runs: after the start, inside office hours if asked, outside pauses.</summary>
    private static IEnumerable<(DateTime From, DateTime To)> Open(Count count, DateOnly day, bool working)
    {
        var stretches = working
            ? count.Calendar.Sessions(day).Select(s => (From: day.ToDateTime(s.From), To: day.ToDateTime(s.To)))
            : [(From: day.ToDateTime(TimeOnly.MinValue), To: day.AddDays(1).ToDateTime(TimeOnly.MinValue))];
        foreach (var (from, to) in stretches)
        {
            var at = from > count.From ? from : count.From;
            foreach (var pause in count.Pauses)
            {
                if (pause.To <= at || pause.From >= to)
                    continue;
                if (pause.From > at)
                    yield return (at, pause.From);
                at = pause.To;
            }

            if (at < to)
                yield return (at, to);
        }
    }

    private static void Explain(Count count, DateOnly day, long today, decimal sofar, DateTime? end)
    {
        var ends = end is { } due ? $", hết hạn lúc {due:HH:mm}" : "";
        var basis = count.Limit.Unit == LimitUnit.WorkingHour ? Count.Join(count.Law.FromMoment.Basis, count.Law.WorkingHour.Basis) : count.Law.FromMoment.Basis;
        var first = day == DateOnly.FromDateTime(count.From);
        if (today > 0)
        {
            count.Counts(day, sofar, $"tính {Words(TimeSpan.FromTicks(today))}{(first ? $", từ {count.From:HH:mm}" : "")}{ends}", basis);
            return;
        }

        var fact = count.Calendar.Day(day);
        if (end is not null)
            count.Skips(day, "đủ thời hạn vào 24 giờ ngày trước" + ends, basis);
        else if (count.Pauses.FirstOrDefault(p => p.From < day.AddDays(1).ToDateTime(TimeOnly.MinValue) && p.To > day.ToDateTime(TimeOnly.MinValue)) is { } pause)
            count.SkipsPaused(day, pause);
        else if (!fact.IsWorking)
            count.Skips(day, fact.Reason, fact.Basis);
        else
            count.Skips(day, "ngoài giờ làm việc", count.Law.WorkingHour.Basis);
    }

    internal static string Words(TimeSpan time)
    {
        var (hours, minutes) = ((int)time.TotalHours, time.Minutes);
        if (hours == 0)
            return minutes == 0 ? "dưới 1 phút" : $"{minutes} phút";
        return minutes == 0 ? $"{hours} giờ" : $"{hours} giờ {minutes} phút";
    }
}
