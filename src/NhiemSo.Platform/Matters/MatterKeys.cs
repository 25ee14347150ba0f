using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Matters;

internal static class MatterKeys
{
    /// <summary>Makes the stored keys of a matter those it should carry now; inside the act that changes it.</summary>
    public static async Task WriteKeysAsync(this DepartmentDb db, Matter matter, CancellationToken ct)
    {
        var assignments = db.ChangeTracker.Entries<Assignment>().Select(e => e.Entity).Concat(
            await db.Set<Assignment>().Where(a => a.MatterId == matter.Id).ToListAsync(ct)).Distinct();
        var wanted = Scope.KeysOf(matter, assignments);
        var stored = await db.Set<MatterScope>().Where(s => s.MatterId == matter.Id).ToListAsync(ct);
        db.RemoveRange(stored.Where(s => !wanted.Contains(s.Key)));
        db.AddRange(wanted.Except(stored.Select(s => s.Key)).Select(k => new MatterScope { MatterId = matter.Id, Key = k }));
    }
}
