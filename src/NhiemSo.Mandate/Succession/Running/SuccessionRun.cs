using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Succession.Running;

/// <summary>
/// Moves open work to the units that follow, one act per matter. What still lies with a unit other than its destination is what is left
/// to do, so a run that was broken off goes on where it stopped, and a second run finds nothing.
/// </summary>
internal sealed class SuccessionRun(DepartmentDb db, Work work, PlanReader plans, MatterMove move, AuditTrail audit, TimeProvider time) : IJobHandler
{
    public const string Name = "mandate.succession";

    private const int Batch = 50;

    public string Kind => Name;

    public string Title => "Chuyển sang quyết định mới";

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        var mandate = JsonDocument.Parse(job.Body).RootElement.GetProperty("mandate").GetGuid();
        if (await plans.FindAsync(mandate, ct) is not { Succession.State: SuccessionState.Running } plan) return;
        var run = new RunPlan(plan, await plans.DestinationsAsync(plan, ct), await KnownAsync(ct), await move.StaffAsync(plan.Succession.Day!.Value, ct));
        Guid? after = null;
        while (await NextAsync(run, after, ct) is { Count: > 0 } batch)
        {
            foreach (var id in batch) await MoveAsync(run, id, ct);
            after = batch[^1];
        }

        await EndAsync(plan, ct);
    }

    /// <summary>How many open matters have still to move.</summary>
    public async Task<int> LeftAsync(Plan plan, CancellationToken ct) =>
        await Waiting(new RunPlan(plan, await plans.DestinationsAsync(plan, ct), await KnownAsync(ct), Array.Empty<Guid>().ToLookup(g => g))).CountAsync(ct);

    private async Task MoveAsync(RunPlan run, Guid id, CancellationToken ct)
    {
        // Somebody may be working on it just now: their act first, then this one.
        for (var attempt = 1; ; attempt++)
        {
            var moved = await work.ActAsync<Done>(c => move.InActAsync(run, id, c), ct);
            db.ChangeTracker.Clear();
            if (moved.Ok) return;
            if (moved.Problem.Kind != ProblemKind.Conflict || attempt == 5) throw new InvalidOperationException($"Matter {id} could not be moved: {moved.Problem.Message}");
        }
    }

    private Task<List<Guid>> NextAsync(RunPlan run, Guid? after, CancellationToken ct) =>
        Waiting(run).Where(m => after == null || m.Id > after).OrderBy(m => m.Id).Select(m => m.Id).Take(Batch).ToListAsync(ct);

    /// <summary>Open matters that lie with a unit other than their destination, or on which a unit that is no more was asked for something.</summary>
    private IQueryable<Matter> Waiting(RunPlan run)
    {
        var ended = run.Ended.Keys.ToList();
        var open = db.Set<Matter>().AsNoTracking().Where(m => m.Closed == null);
        var waiting = open.Where(m => ended.Contains(m.UnitId) || db.Set<Assignment>().Any(a => a.MatterId == m.Id && a.EndedAt == null && a.UnitId != null && ended.Contains(a.UnitId.Value)));
        // A duty may also leave a unit that goes on.
        foreach (var group in run.Duties.Select(d => (Duty: d, To: run.To.OfDuty(d))).Where(x => x.To is not null).GroupBy(x => x.To!.Value))
        {
            var (unit, duties) = (group.Key, group.Select(x => x.Duty).ToList());
            waiting = waiting.Union(open.Where(m => duties.Contains(m.DutyId) && m.UnitId != unit));
        }

        return waiting;
    }

    private async Task<IReadOnlySet<Guid>> KnownAsync(CancellationToken ct) => (await db.Set<Provision>().Where(p => p.IsDuty).Select(p => p.Id).ToListAsync(ct)).ToHashSet();

    private async Task EndAsync(Plan plan, CancellationToken ct)
    {
        var ended = await work.ActAsync<Done>(async c =>
        {
            var succession = await db.Set<MandateSuccession>().FirstAsync(s => s.MandateId == plan.New.Id, c);
            if (succession.State == SuccessionState.Done) return Done.Yes;
            (succession.State, succession.EndedAt) = (SuccessionState.Done, Microseconds.Trim(time.UtcNow()));
            var moved = await db.Set<Move>().CountAsync(m => m.MandateId == plan.New.Id && m.Kind == MoveKind.Matter, c);
            await audit.WriteAsync("mandate", plan.New.Id, Actor.System, new AuditNote("chuyen-xong", $"Chuyển xong sang Quyết định {plan.New.Number}: {moved} việc đang mở"), c);
            return Done.Yes;
        }, ct);
        if (!ended.Ok) throw new InvalidOperationException(ended.Problem.Message);
    }
}
