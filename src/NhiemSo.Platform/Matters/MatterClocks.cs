using System.Text.Json;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Matters;

/// <summary>The clocks of one matter as stored with it: by clock id of the process, and the step it is in.</summary>
/// <param name="Running">Every clock that was started, running or not.</param>
/// <param name="Step">Step of the process the matter is in.</param>
/// <param name="StepDue">Instant by which the step should be done: its own clock's, else that at which its share of the main limit is used up.</param>
public sealed record MatterClocks(IReadOnlyDictionary<string, RunningClock> Running, string? Step, DateTime? StepDue)
{
    public static readonly MatterClocks None = new(new Dictionary<string, RunningClock>(StringComparer.Ordinal), null, null);

    public static MatterClocks Read(string json) => json.Length <= 2 ? None : JsonSerializer.Deserialize<MatterClocks>(json, AuditTrail.Canonical) ?? None;

    public string Write() => JsonSerializer.Serialize(this, AuditTrail.Canonical);

    /// <summary>The statutory clock: its due date is the matter's.</summary>
    public RunningClock? Main(ProcessDefinition process) =>
        process.Clocks.FirstOrDefault(c => c.Main) is { } main ? Running.GetValueOrDefault(main.Id) : null;

    /// <summary>The clock a list shows: the statutory one once it was started, before that whichever runs; one that only bounds an act is no due date.</summary>
    public RunningClock? Leading(ProcessDefinition process) =>
        Main(process) ?? process.Clocks.Where(c => c.Bounds is null).Select(c => Running.GetValueOrDefault(c.Id)).FirstOrDefault(c => c is { Finished: null });

    /// <summary>The length of a clock: what the procedure says where the process leaves it to it, else the process's own.</summary>
    public static Limit? LimitOf(ProcessClock clock, IReadOnlyDictionary<string, Limit>? procedure) =>
        clock.FromProcedure is { } fact && procedure?.GetValueOrDefault(fact) is { } limit ? limit : clock.Limit;

    /// <summary>How a clock is counted: the same-day rule where the process has one, else the law's own way.</summary>
    public static ClockSettings SettingsOf(ProcessClock clock) =>
        clock.SameDayUntil is { } hour ? new ClockSettings(AfterHour: hour, SameDay: true) : ClockSettings.Default;
}
