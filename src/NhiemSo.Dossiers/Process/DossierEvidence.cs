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
        var asked = db.VisibleTo(reader).Where(m => m.Kind == DossiersRoom.Kind && duties.Contains(m.DutyId));
        // Open and done are asked apart: joined by "or" SQLite reads whatever was ever done under the duty.
        var open = await asked.Where(m => m.Closed == null).GroupBy(m => new { m.DutyId, m.DutyCitation })
            .Select(g => new { g.Key.DutyId, g.Key.DutyCitation, Open = g.Count(), Late = g.Count(m => m.Due != null && m.Due < now), Done = 0, Latest = g.Max(m => m.LastEvent) }).ToListAsync(ct);
        var done = await asked.Where(m => m.Closed >= year).GroupBy(m => new { m.DutyId, m.DutyCitation })
            .Select(g => new { g.Key.DutyId, g.Key.DutyCitation, Open = 0, Late = 0, Done = g.Count(), Latest = g.Max(m => m.LastEvent) }).ToListAsync(ct);
        return open.Concat(done).GroupBy(r => (r.DutyId, r.DutyCitation)).ToDictionary(
            g => g.Key.DutyId,
            g => (IReadOnlyList<EvidenceRow>)[new EvidenceRow("Hồ sơ một cửa", $"/mot-cua?loc=tat-ca&nhiem-vu={Uri.EscapeDataString(g.Key.DutyCitation)}&ma={g.Key.DutyId}", g.Sum(r => r.Open), g.Sum(r => r.Late), g.Sum(r => r.Done), g.Max(r => r.Latest))]);
    }

    public IReadOnlyList<BoundBook> BooksOf(CitedDuty duty, DateOnly day) =>
        [.. rules.At(day).All<Procedure>().Where(p => duty.IsMeantBy(p.Duty, rules.At(day).Book<Procedure>(p.Code)!.From)).Select(p => new BoundBook("thủ tục", p.Code, p.Name, p.OpenedByOffice ? $"/so-bo/{p.Result.Register}" : $"/thu-tuc/{p.Code}"))];
}
