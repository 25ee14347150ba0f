using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>The explanation of a due date as a short table: runs of like days stand in one row.</summary>
internal static class DaysOf
{
    private static readonly string[] Weekdays = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"];

    public static IReadOnlyList<DayRow> Rows(ClockAnswer answer)
    {
        var days = answer.Days;
        // The due day stands alone, whatever the days before it are like; so does the first one, when it was extended.
        var (due, extended) = (days.Count - 1, days.ToList().FindIndex(IsExtension));
        var rows = new List<DayRow>();
        for (var i = 0; i < days.Count;)
        {
            var j = i + 1;
            while (i != extended - 1 && j < due && j != extended - 1 && Alike(days[i], days[j])) j++;
            var row = Row(days[i], days[j - 1], extended);
            rows.Add(i == due ? row with { Why = DueWords(answer, days[i]), Due = true } : i == extended - 1 ? row with { Why = "hạn ban đầu" } : row);
            i = j;
        }

        return rows;

        DayRow Row(CountedDay first, CountedDay last, int from)
        {
            var day = first.Date == last.Date ? $"{Weekday(first)} {first.Date:d/M}" : $"{Weekday(first)}–{Weekday(last)} {first.Date:d/M}–{last.Date:d/M}";
            if (IsExtension(first)) return new DayRow(day, "+" + Span(first.Date.DayNumber - days[from].Date.DayNumber + 1, last.Date.DayNumber - days[from].Date.DayNumber + 1), RunningClock.ExtensionMark);
            return new DayRow(day, first.Counted ? Span(first.N, last.N) : "–", first.Counted && first.Date != last.Date ? "tính" : first.Reason, first.Counted);
        }
    }

    private static bool Alike(CountedDay a, CountedDay b) => IsExtension(a) ? IsExtension(b) : a.Counted == b.Counted && (a.Counted || a.Reason == b.Reason) && !IsExtension(b);

    private static string DueWords(ClockAnswer answer, CountedDay day)
    {
        var words = $"hạn, {Vietnam.Local(answer.Appointment):HH:mm}";
        return day.Counted || IsExtension(day) ? words : $"{words} ({day.Reason.Split(", hết hạn")[0]})";
    }

    private static bool IsExtension(CountedDay day) => day.Reason.StartsWith(RunningClock.ExtensionMark, StringComparison.Ordinal);

    private static string Span(decimal? from, decimal? to) => from == to ? Number(to) : $"{Number(from)}–{Number(to)}";

    private static string Number(decimal? n) => n?.ToString("0.##") ?? "";

    private static string Weekday(CountedDay day) => Weekdays[(int)day.Date.DayOfWeek];
}
