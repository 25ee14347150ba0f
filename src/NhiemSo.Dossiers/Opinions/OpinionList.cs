using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.MyWork;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Opinions;

/// <summary>An open question and the dossier it is about.</summary>
internal sealed record OpinionRow(Opinion Opinion, string Title, string? Number, string? Party);

/// <summary>The questions that wait for an answer, soonest due first.</summary>
internal sealed class OpinionList(DepartmentDb db, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>One more than a page of those whose dossier the reader sees.</summary>
    public Task<List<OpinionRow>> ReadAsync(Reader reader, string? after, CancellationToken ct)
    {
        var open = Open();
        if (Cursor.Read(after) is { Due: { } due, Id: var id }) open = open.Where(o => o.Due > due || (o.Due == due && o.Id > id));
        return RowsAsync(open, reader, PageSize + 1, ct);
    }

    public static string CursorOf(OpinionRow last) => $"{last.Opinion.Due.Ticks}_{last.Opinion.Id:N}";

    /// <summary>What this reader's units were asked.</summary>
    public Task<List<OpinionRow>> AskedOfAsync(Reader reader, CancellationToken ct)
    {
        var units = reader.Grants.Where(g => g.Role is Role.UnitHead or Role.Officer).Select(g => (Guid?)g.UnitId).Distinct().ToList();
        return RowsAsync(Open().Where(o => units.Contains(o.UnitId)), reader, PageSize, ct);
    }

    /// <summary>How many are late, counted to a hundred: who heads the desk is told (Điều 19.5).</summary>
    public Task<int> LateAsync(Reader reader, CancellationToken ct)
    {
        var (now, matters) = (time.UtcNow(), db.VisibleTo(reader).Where(m => m.Closed == null));
        return Open().Where(o => o.Due < now && matters.Any(m => m.Id == o.DossierId)).OrderBy(o => o.Due).Take(MyWorkList.CountLimit).CountAsync(ct);
    }

    private IQueryable<Opinion> Open() => db.Set<Opinion>().AsNoTracking().Where(o => o.State == OpinionState.Asked);

    private Task<List<OpinionRow>> RowsAsync(IQueryable<Opinion> opinions, Reader reader, int most, CancellationToken ct) =>
        (from o in opinions
         join m in db.VisibleTo(reader).Where(m => m.Closed == null) on o.DossierId equals m.Id
         orderby o.Due, o.Id
         select new OpinionRow(o, m.Title, m.Number, m.PartyName)).Take(most).ToListAsync(ct);
}
