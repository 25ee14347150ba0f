using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.People;

/// <summary>A post somebody holds or held.</summary>
internal sealed record HeldPost
{
    public required Guid AppointmentId { get; init; }

    public required Guid PersonId { get; init; }

    public required string FullName { get; init; }

    public required string SortKey { get; init; }

    public required string? UserName { get; init; }

    public required Guid UnitId { get; init; }

    public required string UnitName { get; init; }

    public required string Title { get; init; }

    public required string Roles { get; init; }

    public required int Rank { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day, inclusive.</summary>
    public required DateOnly? To { get; init; }

    public required string Basis { get; init; }
}

/// <summary>What the administrator's pages show of people.</summary>
internal sealed class PeopleView(DepartmentDb db, TimeProvider time)
{
    /// <summary>Units in their order, each with who holds a post there today or will.</summary>
    public async Task<IReadOnlyList<(Unit Unit, IReadOnlyList<HeldPost> Posts)>> ByUnitAsync(CancellationToken ct)
    {
        var today = time.Today();
        var posts = (await Posts().Where(p => p.To == null || p.To >= today).ToListAsync(ct)).ToLookup(p => p.UnitId);
        return [.. (await UnitsAsync(ct)).Select(u => (u, posts[u.Id].OrderBy(p => p.Rank).ThenBy(p => p.SortKey, StringComparer.Ordinal).ToList()))];
    }

    public Task<List<HeldPost>> OfPersonAsync(Guid personId, CancellationToken ct) => Posts().Where(p => p.PersonId == personId).OrderByDescending(p => p.From).ToListAsync(ct);

    public async Task<IReadOnlyList<Choice>> UnitChoicesAsync(CancellationToken ct) => [new("", "Chọn đơn vị"), .. (await UnitsAsync(ct)).Select(u => new Choice(u.Id.ToString(), u.Name))];

    public async Task<IReadOnlyList<Choice>> PersonChoicesAsync(CancellationToken ct) =>
        [new("", "Chọn người"), .. (await db.Set<Person>().OrderBy(p => p.SortKey).Select(p => new { p.Id, p.FullName }).ToListAsync(ct)).Select(p => new Choice(p.Id.ToString(), p.FullName))];

    /// <summary>What was done on an account, newest first.</summary>
    public async Task<IReadOnlyList<TimelineEvent>> HistoryAsync(Guid accountId, CancellationToken ct) => [.. (await db.TrailAsync("account", accountId, ct)).Select(e => e.Line())];

    private Task<List<Unit>> UnitsAsync(CancellationToken ct) => db.Set<Unit>().AsNoTracking().Where(u => u.To == null).OrderBy(u => u.Order).ToListAsync(ct);

    private IQueryable<HeldPost> Posts() =>
        from a in db.Set<Appointment>()
        join p in db.Set<Person>() on a.PersonId equals p.Id
        join o in db.Set<Position>() on a.PositionId equals o.Id
        join u in db.Set<Unit>() on o.UnitId equals u.Id
        join x in db.Set<Account>() on p.Id equals x.PersonId into accounts
        from account in accounts.DefaultIfEmpty()
        select new HeldPost
        {
            AppointmentId = a.Id, PersonId = p.Id, FullName = p.FullName, SortKey = p.SortKey, UserName = account == null ? null : account.UserName, UnitId = u.Id, UnitName = u.Name,
            Title = o.Title, Roles = o.Roles, Rank = o.Rank, From = a.From, To = a.To, Basis = a.Basis,
        };
}
