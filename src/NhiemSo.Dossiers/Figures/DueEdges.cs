using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Figures;

internal enum Timeliness
{
    Early,
    OnTime,
    Late,
}

/// <summary>
/// Shorter than, equal to or longer than the limit (Thông tư 01/2018/TT-VPCP, Điều 13 khoản 1): a limit that ends with a day is compared by days
/// in Vietnam, another one by its minute.
/// </summary>
/// <param name="OnTimeFrom">First instant, UTC, that is no longer early.</param>
/// <param name="LateFrom">First instant, UTC, that is late.</param>
internal readonly record struct DueEdges(DateTime OnTimeFrom, DateTime LateFrom)
{
    private static readonly TimeSpan LastSecond = new(23, 59, 59);

    /// <param name="due">UTC, as a clock answers it: a limit of whole days ends at 23:59:59 of its last day.</param>
    public static DueEdges Of(DateTime due)
    {
        var local = Vietnam.Local(due).DateTime;
        if (local.TimeOfDay == LastSecond)
        {
            var day = DateOnly.FromDateTime(local);
            return new DueEdges(Vietnam.Utc(day, TimeOnly.MinValue), Vietnam.Utc(day.AddDays(1), TimeOnly.MinValue));
        }

        var minute = due.AddTicks(-(due.Ticks % TimeSpan.TicksPerMinute));
        return new DueEdges(minute, minute.AddMinutes(1));
    }

    public Timeliness At(DateTime decided) => decided < OnTimeFrom ? Timeliness.Early : decided < LateFrom ? Timeliness.OnTime : Timeliness.Late;
}
