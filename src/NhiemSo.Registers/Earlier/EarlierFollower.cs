using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;

namespace NhiemSo.Registers.Earlier;

/// <summary>Licences that wait for a second person wait in the unit that answers for the duty from now on.</summary>
internal sealed class EarlierFollower(DepartmentDb db) : IUnitFollower
{
    public async Task AfterAsync(UnitsFollowed to, CancellationToken ct)
    {
        foreach (var licence in await db.Set<EarlierLicence>().Where(e => e.Confirmed == null).ToListAsync(ct))
            licence.UnitId = to.OfDuty(licence.DutyId) ?? to.Units.GetValueOrDefault(licence.UnitId, licence.UnitId);
    }
}
