using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Matters;

/// <summary>Another unit answers for a matter from now on.</summary>
/// <param name="KeepsResponsible">The officer who has it stays with it; else the new unit's head assigns it anew.</param>
/// <param name="Units">Units that are no more, each with the one that follows it: what they were asked to do on the matter passes on.</param>
public sealed record Handover(Guid UnitId, bool KeepsResponsible, IReadOnlyDictionary<Guid, Guid> Units, AuditNote Note);

/// <summary>A room that binds something of a matter to a unit moves it along, in the same transaction.</summary>
public interface IHandoverFollower
{
    Task AfterAsync(Matter matter, Handover to, CancellationToken ct);
}

/// <summary>
/// Passes a matter to another unit because the office changed, not because somebody took an act of its process: the state, the clocks,
/// the due dates and the provision it was opened under stay. Keys, trail and search text move in the same transaction.
/// </summary>
public sealed class MatterHandover
{
    private readonly DepartmentDb db;
    private readonly AuditTrail audit;
    private readonly RuleShelf rules;
    private readonly MatterIndexer index;
    private readonly IEnumerable<IHandoverFollower> followers;
    private readonly TimeProvider time;

    internal MatterHandover(DepartmentDb db, AuditTrail audit, RuleShelf rules, MatterIndexer index, IEnumerable<IHandoverFollower> followers, TimeProvider time) =>
        (this.db, this.audit, this.rules, this.index, this.followers, this.time) = (db, audit, rules, index, followers, time);

    /// <summary>Inside an act of <see cref="Work"/>.</summary>
    public async Task InActAsync(Matter matter, Handover to, Actor by, CancellationToken ct)
    {
        var now = Microseconds.Trim(time.UtcNow());
        var process = rules.Version<ProcessDefinition>(matter.ProcessVersion);
        matter.UnitId = to.UnitId;
        var asked = await db.Set<Assignment>().Where(a => a.MatterId == matter.Id && a.EndedAt == null).ToListAsync(ct);
        if (!to.KeepsResponsible)
        {
            foreach (var own in asked.Where(a => a.Role == AssignmentRole.Responsible)) own.EndedAt = now;
            matter.ResponsibleId = null;
        }

        foreach (var of in asked.Where(a => a.UnitId is { } unit && to.Units.ContainsKey(unit))) of.UnitId = to.Units[of.UnitId!.Value];
        if (process.State(matter.State) is { } state) matter.Turn = Turns.Of(state, matter.ResponsibleId);
        matter.LastEvent = now;
        matter.Version++;
        await db.WriteKeysAsync(matter, ct);
        await audit.WriteAsync("matter", matter.Id, by, to.Note, ct);
        await index.PutAsync(matter, ct);
        foreach (var follower in followers) await follower.AfterAsync(matter, to, ct);
    }
}
