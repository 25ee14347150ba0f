using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>What nobody has answered yet goes to the unit that follows: of a late dossier the one that gets the dossier.</summary>
internal sealed class FeedbackFollower(DepartmentDb db) : IUnitFollower
{
    public async Task AfterAsync(UnitsFollowed to, CancellationToken ct)
    {
        var ended = to.Units.Keys.ToList();
        var open = await db.Set<FeedbackItem>().Where(f => f.AnsweredAt == null && ended.Contains(f.UnitId)).ToListAsync(ct);
        var dossiers = open.Where(f => f.DossierId is not null).Select(f => f.DossierId!.Value).Distinct().ToList();
        var duties = await db.Set<Matter>().Where(m => dossiers.Contains(m.Id)).ToDictionaryAsync(m => m.Id, m => m.DutyId, ct);
        foreach (var item in open)
        {
            item.UnitId = (item.DossierId is { } id && duties.TryGetValue(id, out var duty) ? to.OfDuty(duty) : null) ?? to.Units[item.UnitId];
            item.Version++;
        }
    }
}
