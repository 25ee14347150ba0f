using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Platform.Data;

namespace NhiemSo.Mandate.Succession;

/// <summary>One decision after another: what became of a provision, of a unit, on a day.</summary>
internal sealed class Lineage(DepartmentDb db)
{
    /// <summary>The decisions in force one after another up to a day, oldest first; the last is the one in force then. A planned one isn't among them.</summary>
    public Task<List<MandateDecision>> UntilAsync(DateOnly day, CancellationToken ct) =>
        db.Set<MandateDecision>().AsNoTracking().Where(m => !m.Planned && m.From <= day).OrderBy(m => m.From).ToListAsync(ct);

    /// <summary>The provision that took a provision's place in the last of <paramref name="mandates"/>; else the unit that winds up what was done under it.</summary>
    public async Task<(Provision? Last, Guid? WindsUp)> FollowAsync(Provision provision, IReadOnlyList<MandateDecision> mandates, CancellationToken ct)
    {
        var known = mandates.Select(m => m.Id).ToList();
        var at = provision;
        while (known.Count > 0 && at.MandateId != known[^1])
        {
            var next = await db.Set<DutyMapping>().AsNoTracking().Where(m => m.OldId == at.Id && m.IsDefault && known.Contains(m.MandateId)).FirstOrDefaultAsync(ct);
            if (next is null) return (null, null);
            if (next.NewId is not { } successor) return (null, await UnitAsync(next.UnitId!.Value, known, ct));
            at = await db.Set<Provision>().AsNoTracking().FirstAsync(p => p.Id == successor, ct);
        }

        return (at, null);
    }

    /// <summary>Where else a provision's or a unit's parts went, in the decision right after its own.</summary>
    public Task<List<(string Citation, Guid Id, bool IsDefault)>> PartsAsync(Guid dutyId, IReadOnlyCollection<Guid> known, CancellationToken ct) =>
        (from m in db.Set<DutyMapping>()
         join p in db.Set<Provision>() on m.NewId equals p.Id
         where m.OldId == dutyId && known.Contains(m.MandateId)
         orderby m.IsDefault descending, p.Order
         select new ValueTuple<string, Guid, bool>(p.Citation, p.Id, m.IsDefault)).ToListAsync(ct);

    /// <summary>What earlier provisions the given ones continue, near and far: every row is a provision, one it stands for today, and whether its open work came along.</summary>
    public async Task<IReadOnlyList<(Provision Earlier, Guid Now)>> EarlierAsync(IReadOnlyCollection<Guid> provisions, CancellationToken ct)
    {
        var found = new List<(Provision, Guid)>();
        var now = provisions.ToDictionary(p => p, p => p);
        while (now.Count > 0)
        {
            var ids = now.Keys.ToList();
            var rows = await (from m in db.Set<DutyMapping>()
                              join d in db.Set<MandateDecision>() on m.MandateId equals d.Id
                              join p in db.Set<Provision>() on m.OldId equals p.Id
                              where m.NewId != null && ids.Contains(m.NewId.Value) && m.IsDefault && !d.Planned
                              orderby p.Order
                              select new { p, m.NewId }).AsNoTracking().ToListAsync(ct);
            found.AddRange(rows.Select(r => (r.p, now[r.NewId!.Value])));
            now = rows.DistinctBy(r => r.p.Id).ToDictionary(r => r.p.Id, r => now[r.NewId!.Value]);
        }

        return found;
    }

    private async Task<Guid> UnitAsync(Guid unit, List<Guid> known, CancellationToken ct)
    {
        // A unit that goes on under the same name follows itself.
        while (await db.Set<UnitMapping>().AsNoTracking().Where(m => m.OldId == unit && m.NewId != unit && m.IsDefault && known.Contains(m.MandateId)).FirstOrDefaultAsync(ct) is { } next) unit = next.NewId;
        return unit;
    }
}
