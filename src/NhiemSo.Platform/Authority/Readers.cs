using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Authority;

/// <summary>Finds out what somebody holds today. Asked once per request; nothing about permission is kept longer.</summary>
public sealed class Readers(DepartmentDb db, TimeProvider time, IEnumerable<RoleScope> roleScopes)
{
    public Task<Reader> OfPersonAsync(Guid personId, CancellationToken ct) => OfPersonAsync(personId, time.Today(), ct);

    public async Task<Reader> OfPersonAsync(Guid personId, DateOnly day, CancellationToken ct)
    {
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId, ct);
        if (person is null) return Reader.Nobody;
        var own = await PostsAsync(personId, day, ct);
        var grants = new List<Grant>(own.SelectMany(GrantsOf));
        var lent = await db.Set<Delegation>().AsNoTracking()
            .Where(d => d.ToPersonId == personId && d.From <= day && d.To >= day && d.RevokedAt == null).ToListAsync(ct);
        foreach (var delegation in lent)
        {
            // A delegation ends with the delegator's own post, and what was itself lent can't be lent on.
            var posts = await PostsAsync(delegation.FromPersonId, day, ct);
            var roles = RoleWords.Read(delegation.Roles);
            grants.AddRange(posts.SelectMany(GrantsOf).Where(g => roles.Contains(g.Role))
                .Select(g => g with { Capacity = $"theo ủy quyền của {g.Capacity} ({delegation.Basis})" }));
        }

        return new Reader(personId, person.FullName, grants, Scope.KeysFor(personId, grants, roleScopes));
    }

    /// <summary>The roles that a person's own posts give on a day, without what others lent.</summary>
    public async Task<IReadOnlyList<Role>> OwnRolesAsync(Guid personId, DateOnly day, CancellationToken ct) =>
        [.. (await PostsAsync(personId, day, ct)).SelectMany(p => RoleWords.Read(p.Roles)).Distinct()];

    /// <summary>Nothing is held any more, and nothing begins later: neither a post nor what somebody lent.</summary>
    public async Task<bool> HasLeftAsync(Guid personId, CancellationToken ct)
    {
        var today = time.Today();
        var posts = from a in db.Set<Appointment>()
                    join p in db.Set<Position>() on a.PositionId equals p.Id
                    where a.PersonId == personId && (a.To == null || a.To >= today) && (p.To == null || p.To >= today)
                    select a.Id;
        return !await posts.AnyAsync(ct) && !await db.Set<Delegation>().AnyAsync(d => d.ToPersonId == personId && d.To >= today && d.RevokedAt == null, ct);
    }

    /// <summary>Whoever proved to be the applicant of one matter.</summary>
    public static Reader ApplicantOf(Guid matterId, string? name = null) =>
        new(null, name ?? Actor.Applicant.Name, [new Grant(Role.Applicant, Guid.Empty, Actor.Applicant.Capacity)], [Scope.Itself(matterId)]);

    /// <summary>The program itself, acting on one matter after a step outside a transaction; the trail names <paramref name="behind"/>, who took that step.</summary>
    public static Reader SystemFor(Guid matterId, Actor? behind = null)
    {
        var actor = behind ?? Actor.System;
        return new(actor.Id, actor.Name, [new Grant(Role.System, Guid.Empty, actor.Capacity)], [Scope.Itself(matterId)]);
    }

    private sealed record Post(string Title, string Roles, Guid UnitId, string UnitName, int Rank);

    private Task<List<Post>> PostsAsync(Guid personId, DateOnly day, CancellationToken ct) =>
        (from a in db.Set<Appointment>()
         join p in db.Set<Position>() on a.PositionId equals p.Id
         join u in db.Set<Unit>() on p.UnitId equals u.Id
         where a.PersonId == personId && a.From <= day && (a.To == null || a.To >= day) && p.From <= day && (p.To == null || p.To >= day)
         orderby p.Rank
         select new Post(p.Title, p.Roles, u.Id, u.Name, p.Rank)).ToListAsync(ct);

    private static IEnumerable<Grant> GrantsOf(Post post) =>
        RoleWords.Read(post.Roles)
            .Select(role => new Grant(role, post.UnitId, post.Rank <= 2 ? $"{post.Title} Sở" : $"{post.Title}, {post.UnitName}") { Heads = post.Rank == 1 });
}
