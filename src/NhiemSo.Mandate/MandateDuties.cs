using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Data;

namespace NhiemSo.Mandate;

internal sealed class MandateDuties(DepartmentDb db) : IDuties
{
    public Task<Duty?> FindAsync(string citation, DateOnly day, CancellationToken ct) =>
        (from p in db.Set<Provision>()
         join m in db.Set<MandateDecision>() on p.MandateId equals m.Id
         join u in db.Set<Platform.Organisation.Unit>() on p.UnitId equals u.Id
         where p.Citation == citation && p.IsDuty && m.From <= day && (m.To == null || m.To >= day)
         orderby m.From descending
         select new Duty(p.Id, p.Citation, p.Display + " Quyết định " + m.Number, p.Text, u.Id, u.Name)).FirstOrDefaultAsync(ct);
}
