using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Chart;

/// <summary>A duty or unit that a page leads to.</summary>
internal sealed record Link(string Text, string Href);

/// <summary>What an old duty's or unit's page says of its successor, and a new one's of what it came from.</summary>
/// <param name="To">Where it went; empty for what is in force.</param>
/// <param name="Parts">Where other parts of it went, or for what is dropped who winds it up.</param>
/// <param name="From">What it took over.</param>
internal sealed record Went(IReadOnlyList<Link> To, IReadOnlyList<Link> Parts, IReadOnlyList<Link> From);

internal sealed class WhereItWent(DepartmentDb db, Lineage lineage, TimeProvider time)
{
    public async Task<Went> OfAsync(Provision provision, CancellationToken ct)
    {
        var mandates = await lineage.UntilAsync(time.Today(), ct);
        var from = (await lineage.EarlierAsync([provision.Id], ct)).Select(e => new Link($"{e.Earlier.Citation} Quyết định {mandates.Find(m => m.Id == e.Earlier.MandateId)?.Number}", Href(e.Earlier.Citation, e.Earlier.Id))).ToList();
        if (mandates.Count == 0 || provision.MandateId == mandates[^1].Id) return new Went([], [], from);
        var (last, windsUp) = await lineage.FollowAsync(provision, mandates, ct);
        var known = mandates.ConvertAll(m => m.Id);
        var parts = await lineage.PartsAsync(provision.Id, known, ct);
        return new Went(
            last is null ? [] : [new Link($"nhiệm vụ {last.Citation}", Href(last.Citation, last.Id)), await UnitAsync(last.UnitId, ct)],
            windsUp is not null ? [await UnitAsync(windsUp, ct)] : [.. parts.Where(p => !p.IsDefault).Select(p => new Link($"nhiệm vụ {p.Citation}", Href(p.Citation, p.Id)))], from);
    }

    public async Task<Went> OfAsync(Unit unit, CancellationToken ct)
    {
        var to = await (from m in db.Set<UnitMapping>()
                        join d in db.Set<MandateDecision>() on m.MandateId equals d.Id
                        join u in db.Set<Unit>() on m.NewId equals u.Id
                        where m.OldId == unit.Id && m.NewId != unit.Id && !d.Planned
                        orderby m.IsDefault descending, u.Order
                        select u).AsNoTracking().ToListAsync(ct);
        var from = await (from m in db.Set<UnitMapping>()
                          join d in db.Set<MandateDecision>() on m.MandateId equals d.Id
                          join u in db.Set<Unit>() on m.OldId equals u.Id
                          where m.NewId == unit.Id && m.OldId != unit.Id && !m.WindsUp && !d.Planned
                          orderby u.Order
                          select u).AsNoTracking().ToListAsync(ct);
        return new Went([.. to.Select(Of)], [], [.. from.Select(Of)]);
    }

    private static string Href(string citation, Guid id) => $"/nhiem-vu/{citation}?ma={id}";

    private static Link Of(Unit unit) => new(unit.Name, $"/co-cau/{unit.Code}?ma={unit.Id}");

    private async Task<Link> UnitAsync(Guid? id, CancellationToken ct) => Of(await db.Set<Unit>().AsNoTracking().FirstAsync(u => u.Id == id, ct));
}
