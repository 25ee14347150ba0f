using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;

namespace NhiemSo.Mandate.Succession.Running;

/// <summary>A post in a unit that doesn't go on, and where it goes.</summary>
/// <param name="To">Null: it ends.</param>
internal sealed record PostMove(Appointment Appointment, Position Position, string Person, Guid? To);

/// <summary>A delegation of somebody whose post moves or ends.</summary>
/// <param name="Ends">The delegator keeps no post that gives what was lent: it ends with the post (Nghị định 30/2020/NĐ-CP, Điều 13.3).</param>
internal sealed record DelegationMove(Delegation Delegation, string From, string To, bool Ends);

/// <summary>Which posts and delegations a plan moves or ends, as the rehearsal shows them and the run does it.</summary>
internal sealed class PostMoves(DepartmentDb db)
{
    public async Task<IReadOnlyList<PostMove>> PostsAsync(Plan plan, DateOnly day, CancellationToken ct)
    {
        var ending = plan.OldUnits.Where(u => !plan.GoesOn(u.Id)).Select(u => u.Id).ToList();
        var elsewhere = await db.Set<PostMapping>().AsNoTracking().Where(m => m.MandateId == plan.New.Id).ToDictionaryAsync(m => m.AppointmentId, m => m.UnitId, ct);
        var posts = await (from a in db.Set<Appointment>()
                           join p in db.Set<Position>() on a.PositionId equals p.Id
                           join x in db.Set<Person>() on a.PersonId equals x.Id
                           where ending.Contains(p.UnitId) && (a.To == null || a.To >= day) && (p.To == null || p.To >= day)
                           orderby p.UnitId, p.Rank, x.SortKey
                           select new { a, p, x.FullName }).ToListAsync(ct);
        return [.. posts.Select(x => new PostMove(x.a, x.p, x.FullName, elsewhere.TryGetValue(x.a.Id, out var unit) ? unit : plan.Following(x.p.UnitId)))];
    }

    /// <summary>Delegations that begin, run or end on the day or later and whose delegator has a post among <paramref name="posts"/>.</summary>
    public async Task<IReadOnlyList<DelegationMove>> DelegationsAsync(IReadOnlyList<PostMove> posts, DateOnly day, CancellationToken ct)
    {
        var people = posts.Select(p => p.Appointment.PersonId).Distinct().ToList();
        var lent = await (from d in db.Set<Delegation>()
                          join f in db.Set<Person>() on d.FromPersonId equals f.Id
                          join t in db.Set<Person>() on d.ToPersonId equals t.Id
                          where people.Contains(d.FromPersonId) && d.RevokedAt == null && d.To >= day
                          orderby d.Id
                          select new { d, From = f.FullName, To = t.FullName }).ToListAsync(ct);
        if (lent.Count == 0) return [];
        var moving = posts.Select(p => p.Appointment.Id).ToList();
        var kept = await (from a in db.Set<Appointment>()
                          join p in db.Set<Position>() on a.PositionId equals p.Id
                          where people.Contains(a.PersonId) && !moving.Contains(a.Id) && (a.To == null || a.To >= day) && (p.To == null || p.To >= day)
                          select new { a.PersonId, p.Roles }).ToListAsync(ct);
        var roles = kept.Select(k => (k.PersonId, k.Roles)).Concat(posts.Where(p => p.To is not null).Select(p => (p.Appointment.PersonId, p.Position.Roles)))
            .ToLookup(x => x.PersonId, x => RoleWords.Read(x.Roles));
        return [.. lent.Select(x => new DelegationMove(x.d, x.From, x.To, RoleWords.Read(x.d.Roles).Except(roles[x.d.FromPersonId].SelectMany(r => r)).Any()))];
    }
}
