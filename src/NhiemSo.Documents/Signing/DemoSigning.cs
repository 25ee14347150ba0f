using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Signers;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Signing;

/// <summary>Invented certificates for the demo department: its leaders, its seal, a local time-stamp authority. One PIN for all.</summary>
internal sealed class DemoSigning(DepartmentDb db, SigningKeys keys, RuleShelf rules, TimeProvider time) : IDemoPart
{
    public const string Pin = "minh-hoa-2026";

    public async Task LoadAsync(CancellationToken ct)
    {
        var office = rules.Today.All<OfficeRule>()[0];
        var leaders = await (from a in db.Set<Appointment>()
                             join p in db.Set<Position>() on a.PositionId equals p.Id
                             join person in db.Set<Person>() on a.PersonId equals person.Id
                             where p.Rank <= 2 && a.To == null
                             select new DemoPerson(person.Id.ToString("N"), person.FullName, p.Title)).ToListAsync(ct);
        using var certificates = new DemoCertificates(office.Name, new DateTimeOffset(time.UtcNow().AddDays(-1), TimeSpan.Zero));
        Directory.CreateDirectory(keys.Folder);
        await certificates.WriteAsync(keys.Folder, leaders, Pin, ct);
        await File.WriteAllTextAsync(Path.Combine(keys.Folder, "pin"), Pin, ct);
    }
}
