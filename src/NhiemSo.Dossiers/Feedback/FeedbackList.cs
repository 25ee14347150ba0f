using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
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
    /// <summary>
    /// What a reader sees and may answer: the desk and leaders all of it, the head of a unit what concerns the unit; others none. A complaint about
    /// conduct is the leaders' and, when it is about an officer, the unit's head's; never the desk's, nor of whom it may be about: the officer
    /// responsible, or, when the applicant couldn't say who, anybody who had a hand in the dossier – but the head of the department, who answers for
    /// all its people (Luật Khiếu nại 2011, Điều 20) and without whom such a complaint could be left with nobody.
    /// </summary>
    public static IQueryable<FeedbackItem> FeedbackOf(this DepartmentDb db, Reader reader)
    {
        var (leader, head, me) = (reader.Has(Role.Leader), reader.Grants.Any(g => g is { Role: Role.Leader, Heads: true }), reader.PersonId);
        var all = leader || reader.Has(Role.Desk);
        var units = reader.Grants.Where(g => g.Role == Role.UnitHead).Select(g => g.UnitId).ToList();
        return db.Set<FeedbackItem>().Where(f =>
            (f.About != FeedbackAbout.Conduct && (all || units.Contains(f.UnitId)))
            || (f.About == FeedbackAbout.Conduct && (leader || (f.Meant == Meant.Officer && units.Contains(f.UnitId))) && (f.MeantId == null || f.MeantId != me)
                && (f.Meant != Meant.Other || head || !db.Set<AuditEntry>().Any(e => e.Subject == "matter" && e.SubjectId == f.DossierId && e.ActorId == me))));
    }

    public static bool MayRead(Reader reader) => reader.Has(Role.Desk) || reader.Has(Role.Leader) || reader.Has(Role.UnitHead);
}
