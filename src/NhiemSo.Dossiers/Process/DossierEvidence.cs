using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process;

/// <summary>What the one-stop dossiers show for a duty: what is open and what was done this year. Older work is not read, there may be a million of it.</summary>
internal sealed class DossierEvidence(DepartmentDb db, RuleShelf rules, TimeProvider time) : IDutyEvidence
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<EvidenceRow>>> OfAsync(IReadOnlyCollection<Guid> duties, Reader reader, CancellationToken ct)
    {
        if (reader.Keys.Count == 0) return new Dictionary<Guid, IReadOnlyList<EvidenceRow>>();
        var now = time.UtcNow();
        var year = Vietnam.Utc(new DateOnly(time.Today().Year, 1, 1), TimeOnly.MinValue);
        var rows = await db.VisibleTo(reader).Where(m => m.Kind == DossiersRoom.Kind && duties.Contains(m.DutyId) && (m.Closed == null || m.Closed >= year))
            .GroupBy(m => new { m.DutyId, m.DutyCitation })
            .Select(g => new
            {
                g.Key.DutyId, g.Key.DutyCitation,
                Open = g.Count(m => m.Closed == null),
                Late = g.Count(m => m.Closed == null && m.Due != null && m.Due < now),
                Done = g.Count(m => m.Closed != null),
                Latest = (DateTime?)g.Max(m => m.LastEvent),
            }).ToListAsync(ct);
        return rows.ToDictionary(r => r.DutyId, r => (IReadOnlyList<EvidenceRow>)[new EvidenceRow("Hồ sơ một cửa", $"/mot-cua?loc=tat-ca&nhiem-vu={Uri.EscapeDataString(r.DutyCitation)}&ma={r.DutyId}", r.Open, r.Late, r.Done, r.Latest)]);
    }

    public IReadOnlyList<BoundBook> BooksOf(CitedDuty duty, DateOnly day) =>
        [.. rules.At(day).All<Procedure>().Where(p => duty.IsMeantBy(p.Duty, rules.At(day).Book<Procedure>(p.Code)!.From)).Select(p => new BoundBook("thủ tục", p.Code, p.Name, p.OpenedByOffice ? $"/so-bo/{p.Result.Register}" : $"/thu-tuc/{p.Code}"))];
}
