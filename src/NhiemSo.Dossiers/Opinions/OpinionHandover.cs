using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;

namespace NhiemSo.Dossiers.Opinions;

/// <summary>An open question put to a unit that is no more is put to the one that follows it; the limit stays.</summary>
internal sealed class OpinionHandover(DepartmentDb db) : IHandoverFollower
{
    public async Task AfterAsync(Matter matter, Handover to, CancellationToken ct)
    {
        foreach (var opinion in await db.Set<Opinion>().Where(o => o.DossierId == matter.Id && o.State == OpinionState.Asked && o.UnitId != null).ToListAsync(ct))
        {
            if (!to.Units.TryGetValue(opinion.UnitId!.Value, out var next)) continue;
            opinion.UnitId = next;
            opinion.Asked = await db.Set<Unit>().Where(u => u.Id == next).Select(u => u.Name).FirstAsync(ct);
        }
    }
}
