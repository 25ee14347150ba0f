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
        var visible = db.VisibleTo(reader);
        var rows = await db.Set<Document>().Where(d => duties.Contains(d.DutyId) && visible.Any(m => m.Id == d.MatterId) && (d.IssuedAt == null || d.IssuedAt >= year)).GroupBy(d => d.DutyId)
            .Select(g => new
            {
                g.Key,
                Open = g.Count(d => d.State != SigningState.Issued && d.State != SigningState.Voided),
                Done = g.Count(d => d.State == SigningState.Issued),
                Latest = (DateTime?)g.Max(d => d.IssuedAt ?? d.At),
            }).ToListAsync(ct);
        return rows.ToDictionary(r => r.Key, r => (IReadOnlyList<EvidenceRow>)[new EvidenceRow("Văn bản đi", "/van-ban?loc=tat-ca", r.Open, null, r.Done, r.Latest)]);
    }

    public IReadOnlyList<BoundBook> BooksOf(CitedDuty duty, DateOnly day) => [];
}
