using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>The explanation of a due date as a short table: runs of like days stand in one row.</summary>
internal static class DaysOf
{
    private static readonly string[] Weekdays = ["CN", "T2", "T3", "T4", "T5", "T6", "T7"];

    public static IReadOnlyList<DayRow> Rows(ClockAnswer answer)
    {
        var rows = new List<DayRow>();
        for (var i = 0; i < answer.Days.Count;)
        {
            var j = i + 1;
            while (j < answer.Days.Count && Alike(answer.Days[i], answer.Days[j])) j++;
            rows.Add(Row(answer.Days[i], answer.Days[j - 1], isDue: j == answer.Days.Count));
            i = j;
        }

        return rows;
    }

    private static bool Alike(CountedDay a, CountedDay b) => a.Counted == b.Counted && (a.Counted || a.Reason == b.Reason);

    private static DayRow Row(CountedDay first, CountedDay last, bool isDue)
    {
        var day = first.Date == last.Date ? $"{Weekday(first)} {first.Date:d/M}" : $"{Weekday(first)}–{Weekday(last)} {first.Date:d/M}–{last.Date:d/M}";
        var count = !first.Counted ? "–" : first.N == last.N ? Number(last.N) : $"{Number(first.N)}–{Number(last.N)}";
        return new DayRow(day, count, first.Counted && first.Date != last.Date ? "tính" : first.Reason, first.Counted, isDue);
    }

    private static string Number(decimal? n) => n?.ToString("0.##") ?? "";

    private static string Weekday(CountedDay day) => Weekdays[(int)day.Date.DayOfWeek];
}
