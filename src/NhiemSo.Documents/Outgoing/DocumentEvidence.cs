using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Documents.Outgoing;

/// <summary>Outgoing documents as evidence of a duty.</summary>
internal sealed class DocumentEvidence(DepartmentDb db, TimeProvider time) : IDutyEvidence
{
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<EvidenceRow>>> OfAsync(IReadOnlyCollection<Guid> duties, Reader reader, CancellationToken ct)
    {
        if (reader.Keys.Count == 0) return new Dictionary<Guid, IReadOnlyList<EvidenceRow>>();
        var year = Vietnam.Utc(new DateOnly(time.Today().Year, 1, 1), TimeOnly.MinValue);
        var seen = db.SeenBy(reader);
        var asked = db.Set<Document>().Where(d => duties.Contains(d.DutyId) && seen.Any(s => s.MatterId == d.MatterId));
        // Asked apart: joined by "or" SQLite reads whatever was ever issued under the duty.
        var open = await asked.Where(d => d.IssuedAt == null).GroupBy(d => d.DutyId)
            .Select(g => new { g.Key, Open = g.Count(d => d.State != SigningState.Issued && d.State != SigningState.Voided), Done = 0, Latest = (DateTime?)g.Max(d => d.At) }).ToListAsync(ct);
        var done = await asked.Where(d => d.IssuedAt >= year).GroupBy(d => d.DutyId)
            .Select(g => new { g.Key, Open = 0, Done = g.Count(d => d.State == SigningState.Issued), Latest = g.Max(d => d.IssuedAt) }).ToListAsync(ct);
        return open.Concat(done).GroupBy(r => r.Key).ToDictionary(g => g.Key, g => (IReadOnlyList<EvidenceRow>)[new EvidenceRow("Văn bản đi", "/van-ban?loc=tat-ca", g.Sum(r => r.Open), null, g.Sum(r => r.Done), g.Max(r => r.Latest))]);
    }

    public IReadOnlyList<BoundBook> BooksOf(CitedDuty duty, DateOnly day) => [];
}
