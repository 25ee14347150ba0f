using NhiemSo.Platform.Authority;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Processes.Definitions;

/// <summary>What an act does to a clock.</summary>
public enum ClockAction
{
    Start,
    Pause,

    /// <summary>Goes on with what was left.</summary>
    Resume,

    /// <summary>Begins again with the whole limit.</summary>
    Reset,

    /// <summary>A later due date; the first one is kept.</summary>
    Extend,
    Stop,
}

public sealed record ClockMove(string Clock, ClockAction Action);

/// <summary>
/// A limit that runs on a matter. Its length is the procedure's fact <paramref name="FromProcedure"/> where the procedure has one,
/// else <paramref name="Limit"/>; with <paramref name="SameDayUntil"/> it is the same working day.
/// </summary>
/// <param name="FromProcedure"><c>time_limit</c> or <c>supplement_notice_limit</c>; null when the limit is the process's own.</param>
/// <param name="SameDayUntil">Started up to this time: due at the end of the working day; later: <paramref name="Limit"/> after the opening of the next one. A version without that limit runs no such clock.</param>
/// <param name="Main">The statutory clock: its due date is the matter's.</param>
/// <param name="Bounds">The clock only bounds this act: after its end the act is late, the matter is not.</param>
public sealed record ProcessClock(
    string Id, string Name, string? FromProcedure, Limit? Limit, TimeOnly? SameDayUntil, bool Main, string? Bounds, string Basis);

/// <summary>A stage of the work with its share of the main clock, for procedures that don't set their own.</summary>
/// <param name="SharePercent">Of the main limit; all shares make 100.</param>
/// <param name="Clock">A clock of its own that says when the step is due while it runs, instead of the share.</param>
public sealed record ProcessStep(string Id, string Name, Role Owner, decimal SharePercent, string? Clock);
