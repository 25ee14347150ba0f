using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Platform.Data;

namespace NhiemSo.Mandate.PutInForce;

/// <summary>A decision as whoever took it in is told of it.</summary>
internal sealed class TakenInView(DepartmentDb db)
{
    public async Task<TakenIn> OfAsync(string code, CancellationToken ct)
    {
        var decision = await db.Set<MandateDecision>().AsNoTracking().FirstAsync(m => m.Code == code, ct);
        var units = decision.Planned
            ? db.Set<PlannedUnit>().Where(u => u.MandateId == decision.Id).OrderBy(u => u.Order).Select(u => new TakenInUnit(u.Code, u.Name))
            : db.Set<Platform.Organisation.Unit>().Where(u => u.ParentId != null && u.From <= decision.From && (u.To == null || u.To > decision.From)).OrderBy(u => u.Order).Select(u => new TakenInUnit(u.Code, u.Name));
        return new TakenIn(decision.Id, decision.Code, decision.Number, decision.From, decision.Planned, await units.ToListAsync(ct));
    }
}
