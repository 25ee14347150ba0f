using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>The staff's lists of what people wrote.</summary>
internal sealed class FeedbackList(DepartmentDb db)
{
    public const int PageSize = 50;

    /// <summary>Waiting: oldest first; answered: newest first.</summary>
    public Task<List<FeedbackItem>> ReadAsync(Reader reader, bool answered, Guid? after, CancellationToken ct)
    {
        var items = db.FeedbackOf(reader).AsNoTracking();
        items = answered
            ? items.Where(f => f.AnsweredAt != null && (after == null || f.Id < after)).OrderByDescending(f => f.Id)
            : items.Where(f => f.AnsweredAt == null && (after == null || f.Id > after)).OrderBy(f => f.Id);
        return items.Take(PageSize + 1).ToListAsync(ct);
    }

    public Task<int> WaitingAsync(Reader reader, CancellationToken ct) => db.FeedbackOf(reader).Where(f => f.AnsweredAt == null).OrderBy(f => f.Id).Take(100).CountAsync(ct);
}

internal static class FeedbackPermission
{
    /// <summary>What a reader sees and may answer: the desk and leaders all of it, the head of a unit what concerns the unit; others none.</summary>
    public static IQueryable<FeedbackItem> FeedbackOf(this DepartmentDb db, Reader reader)
    {
        var all = reader.Has(Role.Desk) || reader.Has(Role.Leader);
        var units = reader.Grants.Where(g => g.Role == Role.UnitHead).Select(g => g.UnitId).ToList();
        return db.Set<FeedbackItem>().Where(f => all || units.Contains(f.UnitId));
    }

    public static bool MayRead(Reader reader) => reader.Has(Role.Desk) || reader.Has(Role.Leader) || reader.Has(Role.UnitHead);
}
