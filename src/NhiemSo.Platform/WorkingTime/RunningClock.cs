using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>The clock was set back to its beginning at <paramref name="At"/> (UTC), "tính lại từ đầu".</summary>
public sealed record ClockReset(DateTime At, string Reason);

/// <summary>More time, granted at <paramref name="At"/> (UTC): either a limit that follows the due moment, or a new last day.</summary>
public sealed record ClockExtension(DateTime At, Limit? By, DateOnly? Until, string Reason, string Basis);

/// <summary>
/// A statutory clock of a matter: what happened to it, as an immutable value. Due dates are not stored in it but counted, so that a new calendar
/// moves them. Instants are UTC at microseconds.
/// </summary>
/// <remarks>
/// Pauses, by unit (our reading, the law names no rule; "pause" in the calendar's law book):
/// giờ, phút, giờ làm việc stand still from the moment of pausing to the moment of resuming;
/// buổi, ngày, ngày làm việc: the session or day of pausing counts as used, those after it up to and with that of resuming don't, what is left runs
/// from the next; tuần, tháng, năm: the end moves by the calendar days so left out. Pausing on the last day moves the end to the day of resuming.
/// Pausing and resuming on one day therefore changes nothing in limits of days. While a pause is open, the due moment is as if it ended at once.
/// </remarks>
/// <param name="Started">The event, UTC.</param>
public sealed record RunningClock(DateTime Started, Limit Limit, ClockSettings Settings)
{
    /// <summary>Begins the reason of each day that an extension gave.</summary>
    public const string ExtensionMark = "gia hạn";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public IReadOnlyList<ClockPause> Pauses { get; init; } = [];

    public IReadOnlyList<ClockReset> Resets { get; init; } = [];

    public IReadOnlyList<ClockExtension> Extensions { get; init; } = [];

    /// <summary>When the work was done, null while it runs.</summary>
    public DateTime? Finished { get; init; }

    [JsonIgnore]
    public ClockPause? OpenPause => Pauses.Count > 0 && Pauses[^1].To is null ? Pauses[^1] : null;

    /// <summary>From where the limit is counted now: the last reset, else the start.</summary>
    [JsonIgnore]
    public DateTime CountedFrom => Resets.Count > 0 ? Resets[^1].At : Started;

    [JsonIgnore]
    private DateTime LastEvent => new[] { Started, Finished ?? Started }
        .Concat(Pauses.Select(p => p.To ?? p.From)).Concat(Resets.Select(r => r.At)).Concat(Extensions.Select(e => e.At)).Max();

    public static RunningClock Start(Limit limit, DateTime at, ClockSettings? settings = null) => new(Micro(at), limit, settings ?? ClockSettings.Default);

    public Outcome<RunningClock> Pause(DateTime at, string reason)
    {
        if (Fault(at, reason) is { } fault)
            return fault;
        if (OpenPause is not null)
            return Problem.WrongState("Thời hạn đang tạm dừng rồi.");
        return this with { Pauses = [.. Pauses, new(Micro(at), null, reason)] };
    }

    public Outcome<RunningClock> Resume(DateTime at)
    {
        if (Fault(at) is { } fault)
            return fault;
        if (OpenPause is null)
            return Problem.WrongState("Thời hạn không tạm dừng nên không thể tiếp tục.");
        return this with { Pauses = PausesEnded(at) };
    }

    /// <summary>Starts the limit anew; an open pause ends.</summary>
    public Outcome<RunningClock> Reset(DateTime at, string reason)
    {
        if (Fault(at, reason) is { } fault)
            return fault;
        return this with { Pauses = PausesEnded(at), Resets = [.. Resets, new(Micro(at), reason)] };
    }

    /// <summary>Extends by a limit that follows the due moment.</summary>
    public Outcome<RunningClock> Extend(DateTime at, Limit by, string reason, string basis)
    {
        if (Fault(at, reason) is { } fault)
            return fault;
        return this with { Extensions = [.. Extensions, new(Micro(at), by, null, reason, basis)] };
    }

    /// <summary>Extends to the end of a day, which must lie after the current due day.</summary>
    public Outcome<RunningClock> Extend(DateTime at, DateOnly until, string reason, string basis, WorkingCalendar calendar)
    {
        if (Fault(at, reason) is { } fault)
            return fault;
        var due = Vietnam.Day(Due(calendar));
        if (until <= due || until <= Vietnam.Day(at))
            return Problem.Field("until", $"Hạn mới phải sau hạn đang có là ngày {due:dd'/'MM'/'yyyy} và sau ngày gia hạn.");
        return this with { Extensions = [.. Extensions, new(Micro(at), null, until, reason, basis)] };
    }

    /// <summary>Stops the clock for good; an open pause ends.</summary>
    public Outcome<RunningClock> Finish(DateTime at)
    {
        if (Fault(at) is { } fault)
            return fault;
        return this with { Pauses = PausesEnded(at), Finished = Micro(at) };
    }

    /// <summary>The due moment, UTC, with all that happened.</summary>
    public DateTime Due(WorkingCalendar calendar) => Answer(calendar).Due;

    /// <summary>The due moment as it was first, UTC: no pause, reset or extension.</summary>
    public DateTime OriginalDue(WorkingCalendar calendar) => StatutoryClock.Count(Limit, Started, calendar, Settings).Due;

    /// <summary>The due moment with its explanation.</summary>
    public ClockAnswer Answer(WorkingCalendar calendar)
    {
        var answer = StatutoryClock.Count(Limit, CountedFrom, calendar, Settings, Pauses.Where(p => p.From >= CountedFrom));
        foreach (var extension in Extensions.Where(e => e.At >= CountedFrom))
            answer = Extended(answer, extension, calendar);
        return answer;
    }

    /// <summary>One line of canonical JSON: fixed order, no blanks, no nulls.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads what <see cref="ToJson"/> wrote; anything else is a bug and throws.</summary>
    public static RunningClock FromJson(string json) => JsonSerializer.Deserialize<RunningClock>(json, Json) ?? throw new JsonException("No clock.");

    private ClockAnswer Extended(ClockAnswer answer, ClockExtension extension, WorkingCalendar calendar)
    {
        // A limit follows the due moment; a day is so many days from the grant, so that later pauses move it too.
        var by = extension.By ?? Limit.Of(extension.Until!.Value.DayNumber - Vietnam.Day(extension.At).DayNumber, LimitUnit.Day).Value!;
        var from = extension.By is null ? extension.At : answer.Due;
        var more = StatutoryClock.Count(by, from, calendar, Settings with { AfterHour = null, SameDay = false }, Pauses.Where(p => p.From > from));
        if (more.Due <= answer.Due)
            return answer;
        List<CountedDay> days = [.. answer.Days, .. more.Days.Where(d => d.Date > answer.DueDay).Select(d => d with { Reason = $"{ExtensionMark}: {d.Reason}", Basis = Count.Join(d.Basis, extension.Basis) })];
        return more with
        {
            Limit = answer.Limit,
            Start = answer.Start,
            Days = days,
            Provisional = days.Any(d => calendar.Day(d.Date).Provisional),
            Notes = StatutoryClock.Notes(answer.Limit, days, calendar),
        };
    }

    private IReadOnlyList<ClockPause> PausesEnded(DateTime at) => OpenPause is { } open ? [.. Pauses.SkipLast(1), open with { To = Micro(at) }] : Pauses;

    private Problem? Fault(DateTime at, string? reason = null)
    {
        if (Finished is not null)
            return Problem.WrongState("Việc đã xong, thời hạn không đổi được nữa.");
        if (Micro(at) < LastEvent)
            return Problem.Field("at", "Thời điểm này sớm hơn việc gần nhất đã ghi với thời hạn.");
        return reason is not null && string.IsNullOrWhiteSpace(reason) ? Problem.Field("reason", "Ghi lý do.") : null;
    }

    private static DateTime Micro(DateTime at) => at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
}
