using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Fees;

internal sealed record FeeQueueRow(Guid Id, string Title, string? Number, string? PartyName, string Reference, long Left, bool Open);

/// <summary>Dossiers whose fees wait for something: to be determined, paid or given back; newest first.</summary>
internal sealed class FeeQueue(DepartmentDb db)
{
    public const int PageSize = 50;

    /// <summary>One more than a page, of the dossiers that the reader sees.</summary>
    /// <param name="reference">Only the one with this reference, whatever it waits for.</param>
    public Task<List<FeeQueueRow>> ReadAsync(Reader reader, string? reference, Guid? after, CancellationToken ct)
    {
        var sheets = reference is null ? db.Set<FeeSheet>().Where(s => s.Pending) : db.Set<FeeSheet>().Where(s => s.Reference == reference);
        if (after is { } id) sheets = sheets.Where(s => s.DossierId < id);
        return (from s in sheets
                join m in db.VisibleTo(reader) on s.DossierId equals m.Id
                orderby s.DossierId descending
                select new FeeQueueRow(m.Id, m.Title, m.Number, m.PartyName, s.Reference, s.Left, s.Open)).Take(PageSize + 1).ToListAsync(ct);
    }
}
