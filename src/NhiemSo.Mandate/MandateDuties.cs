using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession;
using NhiemSo.Platform.Data;

namespace NhiemSo.Mandate;

internal sealed class MandateDuties(DepartmentDb db, Lineage lineage) : IDuties
{
    public async Task<Duty?> FindAsync(string citation, DateOnly written, DateOnly day, CancellationToken ct)
    {
        var mandates = await lineage.UntilAsync(day, ct);
        var cited = mandates.LastOrDefault(m => m.From <= written) ?? mandates.FirstOrDefault();
        if (cited is null || await db.Set<Provision>().AsNoTracking().FirstOrDefaultAsync(p => p.MandateId == cited.Id && p.Citation == citation && p.IsDuty, ct) is not { } provision) return null;
        var (last, _) = await lineage.FollowAsync(provision, mandates, ct);
        if (last?.UnitId is not { } unitId || await db.Set<Platform.Organisation.Unit>().AsNoTracking().FirstOrDefaultAsync(u => u.Id == unitId, ct) is not { } unit) return null;
        var mandate = mandates.First(m => m.Id == last.MandateId);
        return new Duty(last.Id, last.Citation, $"{last.Display} Quyết định {mandate.Number}", last.Text, unit.Id, unit.Name);
    }

    public async Task<Guid?> UnitAsync(Guid dutyId, DateOnly day, CancellationToken ct)
    {
        if (await db.Set<Provision>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == dutyId, ct) is not { } provision) return null;
        var (last, windsUp) = await lineage.FollowAsync(provision, await lineage.UntilAsync(day, ct), ct);
        return last?.UnitId ?? windsUp;
    }

    public async Task<Guid?> CitedAsync(string citation, DateOnly day, CancellationToken ct) =>
        (await lineage.UntilAsync(day, ct)).LastOrDefault() is { } mandate
            ? await db.Set<Provision>().Where(p => p.MandateId == mandate.Id && p.Citation == citation && p.IsDuty).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct)
            : null;
}
