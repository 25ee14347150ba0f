using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;

namespace NhiemSo.Mandate.Succession.Planning;

/// <summary>Reads a plan as it stands.</summary>
internal sealed class PlanReader(DepartmentDb db)
{
    /// <summary>The succession that is prepared or runs; null when there is none.</summary>
    public async Task<Plan?> CurrentAsync(CancellationToken ct) =>
        await db.Set<MandateSuccession>().AsNoTracking().FirstOrDefaultAsync(s => s.State != SuccessionState.Done, ct) is { } succession ? await OpenAsync(succession, ct) : null;

    /// <summary>The same inside an act: on PostgreSQL whoever else acts on the plan waits until this act is saved. SQLite has one writer.</summary>
    public async Task<Plan?> InActAsync(CancellationToken ct)
    {
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlAsync($"SELECT 1 FROM md_succession WHERE state <> {(int)SuccessionState.Done} FOR UPDATE", ct);
        return await CurrentAsync(ct);
    }

    public async Task<Plan?> FindAsync(Guid mandateId, CancellationToken ct) =>
        await db.Set<MandateSuccession>().AsNoTracking().FirstOrDefaultAsync(s => s.MandateId == mandateId, ct) is { } succession ? await OpenAsync(succession, ct) : null;

    /// <summary>Where open work goes by this plan.</summary>
    public async Task<Destinations> DestinationsAsync(Plan plan, CancellationToken ct)
    {
        var mandates = await db.Set<MandateSuccession>().Join(db.Set<MandateDecision>(), s => s.MandateId, m => m.Id, (_, m) => m)
            .Where(m => m.From < plan.New.From || m.Id == plan.New.Id).OrderBy(m => m.From).Select(m => m.Id).ToListAsync(ct);
        var duties = await db.Set<DutyMapping>().AsNoTracking().Where(m => mandates.Contains(m.MandateId) && m.IsDefault).ToListAsync(ct);
        var units = await db.Set<UnitMapping>().AsNoTracking().Where(m => mandates.Contains(m.MandateId) && m.IsDefault).ToListAsync(ct);
        return new Destinations(mandates, duties, units, plan.NewDuties.ToDictionary(d => d.Id, d => d.UnitId), plan.NewUnits.Select(u => u.Id).ToHashSet());
    }

    private async Task<Plan> OpenAsync(MandateSuccession succession, CancellationToken ct)
    {
        var (oldId, newId) = (succession.OldId, succession.MandateId);
        var mandates = await db.Set<MandateDecision>().AsNoTracking().Where(m => m.Id == oldId || m.Id == newId).ToDictionaryAsync(m => m.Id, ct);
        var duties = (await db.Set<Provision>().AsNoTracking().Where(p => (p.MandateId == oldId || p.MandateId == newId) && p.IsDuty && p.UnitId != null).OrderBy(p => p.Order)
            .Select(p => new { p.MandateId, Duty = new PlanDuty(p.Id, p.Citation, p.Text, p.UnitId!.Value) }).ToListAsync(ct)).ToLookup(d => d.MandateId, d => d.Duty);
        var planned = await db.Set<PlannedUnit>().AsNoTracking().Where(u => u.MandateId == newId).OrderBy(u => u.Order).ToListAsync(ct);
        var units = await db.Set<UnitMapping>().AsNoTracking().Where(m => m.MandateId == newId).OrderBy(m => m.Id).ToListAsync(ct);
        var mapped = units.ConvertAll(m => m.OldId);
        // Once it runs, the units that were there have ended: the mappings name them.
        var old = await db.Set<Unit>().AsNoTracking().Where(u => u.ParentId != null && (succession.State == SuccessionState.Planned ? u.To == null : mapped.Contains(u.Id))).OrderBy(u => u.Order)
            .Select(u => new PlanUnit(u.Id, u.Code, u.Name)).ToListAsync(ct);
        return new Plan(
            succession, mandates[oldId], mandates[newId], [.. duties[oldId]], [.. duties[newId]], old, planned.ConvertAll(u => new PlanUnit(u.Id, u.Code, u.Name)),
            await db.Set<DutyMapping>().AsNoTracking().Where(m => m.MandateId == newId).OrderBy(m => m.Id).ToListAsync(ct), units);
    }
}
