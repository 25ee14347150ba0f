using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.Process;

/// <summary>A dossier in one pair of hands: handed over by an act, taken up by the holder's first own act, given on by the act that ends it.</summary>
/// <param name="Holder">The unit is <see cref="Role.Officer"/>, be it with its head or its officer; <see cref="Role.Applicant"/> is the applicant.</param>
/// <param name="Act">Name of the act that handed it over.</param>
internal sealed record Leg(Role Holder, DateTime GivenAt, string GivenBy, string Act)
{
    public DateTime? TakenAt { get; init; }

    public string? TakenBy { get; init; }

    /// <summary>Against the share of the step that ended; null while it lasts, where the process sets no share, with the applicant, after the decision, and when the limit began anew since.</summary>
    public Timeliness? Result { get; init; }
}

/// <summary>The hand-overs of a dossier, read from its own history (Thông tư 01/2018/TT-VPCP, Điều 9).</summary>
internal sealed class Legs(DepartmentDb db, OfficeCalendar calendar)
{
    /// <summary>In order. Within an act, what the act itself wrote counts too.</summary>
    public async Task<IReadOnlyList<Leg>> OfAsync(Matter matter, ProcessDefinition process, CancellationToken ct)
    {
        var saved = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == "matter" && e.SubjectId == matter.Id).OrderBy(e => e.Position).ToListAsync(ct);
        var last = saved.Count == 0 ? 0 : saved[^1].Position;
        var written = db.Set<AuditEntry>().Local.Where(e => e.Subject == "matter" && e.SubjectId == matter.Id && e.Position > last).OrderBy(e => e.Position);
        return Read(matter, process, [.. saved, .. written]);
    }

    private List<Leg> Read(Matter matter, ProcessDefinition process, IReadOnlyList<AuditEntry> history)
    {
        var (legs, step, decided) = (new List<Leg>(), (string?)null, false);
        Role? holder = Role.Desk;
        foreach (var entry in history)
        {
            if (process.Act(entry.Act) is not { } act) continue;
            if (legs.Count > 0 && legs[^1].TakenAt is null && act.By.Any(r => r is not Role.Applicant and not Role.System))
                legs[^1] = legs[^1] with { TakenAt = entry.At, TakenBy = entry.ActorName };
            var state = act.To is { } to ? process.State(to) : null;
            var next = state is null ? holder : state.Terminal ? null : HolderOf(state.Turn);
            if (next != holder)
            {
                if (legs.Count > 0 && holder != Role.Applicant && !decided) legs[^1] = legs[^1] with { Result = Result(matter, process, step, entry.At) };
                if (next is { } role) legs.Add(new Leg(role, entry.At, entry.ActorName, act.Name.TrimEnd('…')));
                holder = next;
            }

            step = act.Step ?? step;
            if (state is not null) decided = state.Group == StateGroup.Done;
        }

        return legs;
    }

    private Timeliness? Result(Matter matter, ProcessDefinition process, string? step, DateTime at)
    {
        var clocks = MatterClocks.Read(matter.Clocks);
        return step is not null && clocks.Main(process) is { } main && at >= main.CountedFrom && calendar.StepDue(process, step, clocks.Running) is { } due ? DueEdges.Of(due).At(at) : null;
    }

    private static Role HolderOf(Role? turn) => turn switch
    {
        Role.UnitHead or Role.Officer => Role.Officer,
        Role.Leader or Role.Clerk or Role.Applicant => turn.Value,
        _ => Role.Desk,
    };
}
