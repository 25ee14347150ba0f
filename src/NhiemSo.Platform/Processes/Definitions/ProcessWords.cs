using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Platform.Processes.Definitions;

/// <summary>The words that process books use.</summary>
internal static class ProcessWords
{
    public static readonly IReadOnlyDictionary<string, StateGroup> Groups = new Dictionary<string, StateGroup>(StringComparer.Ordinal)
    {
        ["waiting"] = StateGroup.Waiting,
        ["open"] = StateGroup.Open,
        ["paused"] = StateGroup.Paused,
        ["done"] = StateGroup.Done,
        ["closed"] = StateGroup.Closed,
    };

    public static readonly IReadOnlyDictionary<string, Relation> Relations = new Dictionary<string, Relation>(StringComparer.Ordinal)
    {
        ["own-unit"] = Relation.OwnUnit,
        ["responsible"] = Relation.Responsible,
        ["any"] = Relation.Any,
    };

    public static readonly IReadOnlyDictionary<string, ActNeed> Needs = new Dictionary<string, ActNeed>(StringComparer.Ordinal)
    {
        ["reason"] = ActNeed.Reason,
        ["file"] = ActNeed.File,
        ["draft"] = ActNeed.Draft,
        ["checklist-complete"] = ActNeed.ChecklistComplete,
        ["assignee"] = ActNeed.Assignee,
    };

    public static readonly IReadOnlyDictionary<string, ActOutcome> Outcomes = new Dictionary<string, ActOutcome>(StringComparer.Ordinal)
    {
        ["granted"] = ActOutcome.Granted,
        ["refused"] = ActOutcome.Refused,
        ["submitted"] = ActOutcome.Submitted,
        ["notified"] = ActOutcome.Notified,
    };

    public static readonly IReadOnlyDictionary<string, ClockAction> ClockActions = new Dictionary<string, ClockAction>(StringComparer.Ordinal)
    {
        ["start"] = ClockAction.Start,
        ["pause"] = ClockAction.Pause,
        ["resume"] = ClockAction.Resume,
        ["reset"] = ClockAction.Reset,
        ["extend"] = ClockAction.Extend,
        ["stop"] = ClockAction.Stop,
    };

    public static readonly IReadOnlyDictionary<string, ClockCarry> Carries = new Dictionary<string, ClockCarry>(StringComparer.Ordinal)
    {
        ["keep"] = ClockCarry.Keep,
        ["recount"] = ClockCarry.Recount,
        ["restart"] = ClockCarry.Restart,
    };

    /// <summary>Limits that a procedure may set for a clock of its process.</summary>
    public static readonly IReadOnlyList<string> ProcedureLimits = ["time_limit", "supplement_notice_limit"];
}
