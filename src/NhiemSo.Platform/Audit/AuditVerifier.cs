using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Audit;

/// <summary>
/// Recomputes the whole trail in constant memory, page by page, while the office goes on working: each entry is read
/// together with its chain's head in one statement, so that what is appended meanwhile looks like what it is.
/// </summary>
public sealed class AuditVerifier(DepartmentDb db, DatabaseSettings settings)
{
    internal const int Page = 1000;

    /// <param name="progress">Entries verified so far, after each page.</param>
    public async Task<AuditReport> VerifyAsync(CancellationToken ct, IProgress<long>? progress = null)
    {
        var faults = new AuditFaults();
        var chains = new ChainCheck(faults);
        var page = await PageAsync(db.Set<AuditEntry>(), ct);
        while (page.Count > 0)
        {
            var ids = page.ConvertAll(p => p.Entry.Id);
            var personal = (await db.Set<AuditPersonal>().AsNoTracking().Where(p => ids.Contains(p.EntryId)).ToListAsync(ct)).ToLookup(p => p.EntryId);
            foreach (var (entry, head) in page) chains.Next(entry, head, personal[entry.Id]);
            progress?.Report(chains.Entries);
            var last = page[^1].Entry;
            page = await PageAsync(db.Set<AuditEntry>().Where(e => e.Subject == last.Subject && e.SubjectId == last.SubjectId && e.Position > last.Position), ct);
            if (page.Count == 0)
                page = await PageAsync(db.Set<AuditEntry>().Where(e => e.Subject == last.Subject && e.SubjectId > last.SubjectId), ct);
            if (page.Count == 0)
                page = await PageAsync(db.Set<AuditEntry>().Where(e => string.Compare(e.Subject, last.Subject) > 0), ct);
        }

        chains.End();
        await foreach (var head in Emptied().AsAsyncEnumerable().WithCancellation(ct))
            faults.Add(AuditFaultKind.Removed, head.Subject, head.SubjectId, 1, $"Mất cả chuỗi, các mục từ vị trí 1 đến {head.Position}.");
        var checkpoints = new CheckpointCheck(db, settings, faults);
        await checkpoints.RunAsync(ct);
        return new AuditReport(chains.Entries, chains.Chains, checkpoints.Good, faults.First, faults.Count, checkpoints.VouchedUntil);
    }

    private sealed record Row(AuditEntry Entry, AuditHead? Head);

    /// <summary>The next entries in index order. Each of the three ranges above is one seek in the index, on both engines.</summary>
    private Task<List<Row>> PageAsync(IQueryable<AuditEntry> from, CancellationToken ct) =>
        (from e in @from.AsNoTracking()
         join h in db.Set<AuditHead>().AsNoTracking() on new { e.Subject, e.SubjectId } equals new { h.Subject, h.SubjectId } into heads
         from head in heads.DefaultIfEmpty()
         orderby e.Subject, e.SubjectId, e.Position
         select new Row(e, head)).Take(Page).ToListAsync(ct);

    private IQueryable<AuditHead> Emptied() =>
        db.Set<AuditHead>().AsNoTracking().Where(h => !db.Set<AuditEntry>().Any(e => e.Subject == h.Subject && e.SubjectId == h.SubjectId));
}
