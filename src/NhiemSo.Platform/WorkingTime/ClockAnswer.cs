using System.Text.Json.Serialization;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>How a process wants its limits counted; the law's own way by default.</summary>
/// <param name="AfterHour">
/// "Tiếp nhận sau 15 giờ": what comes after this local time, or on a day off, counts as received when the next working day opens. Off when null.
/// </param>
/// <param name="RollToWorkingDay">An end on a day off goes to the next working day (BLDS Điều 148 khoản 5).</param>
/// <param name="SoonWorkingDays">From so many working days before the due day on, the clock warns.</param>
/// <param name="SameDay">What comes up to <paramref name="AfterHour"/> is due by the end of that working day; the limit runs only for what comes later.</param>
public sealed record ClockSettings(TimeOnly? AfterHour = null, bool RollToWorkingDay = true, int SoonWorkingDays = 1,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool SameDay = false)
{
    public static readonly ClockSettings Default = new();
}

/// <summary>A stretch in which the clock stands still; instants UTC.</summary>
/// <param name="To">Null while it still stands.</param>
public sealed record ClockPause(DateTime From, DateTime? To, string Reason);

/// <summary>One calendar day of the explanation.</summary>
/// <param name="N">When counted: how much of the limit has run by the end of the day (days for weeks, months and years; else the limit's unit).</param>
/// <param name="Reason">Vietnamese.</param>
/// <param name="Basis">Article, notice or design decision.</param>
public sealed record CountedDay(DateOnly Date, bool Counted, decimal? N, string Reason, string Basis);

/// <summary>When a limit ends, and why.</summary>
/// <param name="Start">The moment from which the limit runs, UTC; later than the event when the after-hour rule moved it.</param>
/// <param name="Due">
/// UTC. A limit of whole days ends at 24 giờ of its last day, kept as 23:59:59 local time of that day; the others end at their moment.
/// </param>
/// <param name="Appointment">
/// When the office and the applicant meet, UTC: end of office hours of the due day for whole days; for other limits the due moment when the office
/// is open then, else the last office moment before it on that day, else the next opening.
/// </param>
/// <param name="Provisional">The span touches a year whose calendar is not final or not loaded; to be recounted.</param>
/// <param name="Days">Every calendar day from the event to the due day, once, in order.</param>
/// <param name="Notes">Vietnamese sentences on what is not certain.</param>
public sealed record ClockAnswer(
    Limit Limit, DateTime Start, DateTime Due, DateTime Appointment, bool Provisional, IReadOnlyList<CountedDay> Days, IReadOnlyList<string> Notes)
{
    public DateOnly DueDay => Vietnam.Day(Due);
}
