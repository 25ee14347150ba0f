namespace NhiemSo.Platform.WorkingTime;

/// <summary>Counts buổi. As with days, the session in which the event happens isn't counted (our reading; the law names no sessions).</summary>
internal static class SessionCount
{
    /// <summary>The due moment, local time.</summary>
    public static DateTime Run(Count count)
    {
        var (counted, due, over) = (0m, (DateTime?)null, (StandStill?)null);
        for (var day = DateOnly.FromDateTime(count.From); ; day = day.AddDays(1))
        {
            var (names, paused) = (new List<string>(), over);
            foreach (var session in count.Calendar.Sessions(day))
            {
                var (from, to) = (day.ToDateTime(session.From), day.ToDateTime(session.To));
                if (from <= count.From)
                    continue;
                if (over is not null)
                {
                    due = to >= over.To ? to : null;
                }
                else if (count.Pauses.FirstOrDefault(p => p.From < from && from <= p.To) is { } pause)
                {
                    paused = pause;
                }
                else
                {
                    var part = Math.Min(1, count.Limit.Amount - counted);
                    counted += part;
                    names.Add($"buổi {session.Name}{(part < 1 ? $" ({Limit.AmountText(part)} buổi)" : "")}");
                    due = counted == count.Limit.Amount ? Within(from, to, part) : null;
                }

                // A pause in the last session moves the end to that in which it is resumed.
                if (due is { } end && count.Pauses.FirstOrDefault(p => p.From <= end && end < p.To) is { } last)
                    (due, over) = (null, last);
                if (due is not null)
                    break;
            }

            Explain(count, day, counted, names, paused, due);
            if (due is { } moment)
                return moment;
        }
    }

    /// <summary>The moment at which <paramref name="part"/> (0 to 1) of a working day has passed, each session being an equal share of it: half a day is one session of two.</summary>
    public static DateTime Point(DateOnly day, IReadOnlyList<Session> sessions, decimal part)
    {
        var share = part * sessions.Count;
        var index = (int)decimal.Ceiling(share) - 1;
        return Within(day.ToDateTime(sessions[index].From), day.ToDateTime(sessions[index].To), share - index);
    }

    private static DateTime Within(DateTime from, DateTime to, decimal part) => from.AddTicks((long)((to - from).Ticks * part));

    private static void Explain(Count count, DateOnly day, decimal counted, List<string> names, StandStill? paused, DateTime? due)
    {
        var fact = count.Calendar.Day(day);
        var ends = due is { } end ? $", hết hạn lúc {end:HH:mm}" : "";
        if (names.Count > 0)
            count.Counts(day, counted, $"tính {string.Join(", ", names)}{ends}", count.Law.WorkingHour.Basis);
        else if (paused is not null)
            count.Skips(day, $"tạm dừng: {paused.Reason}{ends}", count.Law.Pause.Basis);
        else if (!fact.IsWorking)
            count.Skips(day, fact.Reason, fact.Basis);
        else
            count.Skips(day, "ngày xảy ra sự kiện, không còn buổi nào để tính", count.Law.WorkingHour.Basis);
    }
}
