using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Identity.Sessions;

/// <summary>Why a cookie opens nothing any more.</summary>
internal enum SessionOver
{
    /// <summary>Somebody ended it, or it is unknown.</summary>
    Ended,

    /// <summary>Nothing was done for too long.</summary>
    Idle,

    /// <summary>The longest time since signing in is over.</summary>
    Old,

    /// <summary>The last post ended.</summary>
    Left,
}

/// <summary>The sessions of accounts: begun by signing in, asked with each request, ended by hand or by time.</summary>
internal sealed class OpenSessions(DepartmentDb db, Work work, Readers readers, SignInSettings settings, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30), Minute = TimeSpan.FromMinutes(1);

    private DateTime Now => Microseconds.Trim(time.UtcNow());

    public async Task<Guid> StartAsync(Guid accountId, string? userAgent, CancellationToken ct)
    {
        var now = Now;
        var session = new Session { AccountId = accountId, StartedAt = now, SeenAt = now, ProvedAt = now, Browser = BrowserName.Of(userAgent) };
        await work.ActAsync<Done>(async c =>
        {
            await db.Set<Session>().Where(s => s.StartedAt < now - Kept).ExecuteDeleteAsync(c);
            db.Add(session);
            return Done.Yes;
        }, ct);
        return session.Id;
    }

    /// <summary>Null while the session is good; then it counts as seen.</summary>
    public async Task<SessionOver?> SeeAsync(Guid id, Guid accountId, CancellationToken ct)
    {
        var session = await db.Set<Session>().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id && s.AccountId == accountId, ct);
        var now = Now;
        if (session is null or { EndedAt: not null }) return SessionOver.Ended;
        if (now >= session.StartedAt + settings.Longest) return SessionOver.Old;
        if (now >= session.SeenAt + settings.Idle) return SessionOver.Idle;
        if (now < session.SeenAt + Minute) return null;
        // Nobody presses anything on the day after a last day. Within the minute, pages of the staff ask by themselves (HoldsPost).
        var left = await HasLeftAsync(accountId, ct);
        await work.ActAsync<Done>(async c =>
        {
            if (left) await EndInActAsync(accountId, only: null, but: null, c);
            else await db.Set<Session>().Where(s => s.Id == id && s.SeenAt < now).ExecuteUpdateAsync(s => s.SetProperty(x => x.SeenAt, now), c);
            return Done.Yes;
        }, ct);
        return left ? SessionOver.Left : null;
    }

    private async Task<bool> HasLeftAsync(Guid accountId, CancellationToken ct) =>
        await db.Set<Account>().Where(a => a.Id == accountId).Select(a => a.PersonId).FirstOrDefaultAsync(ct) is { } person && await readers.HasLeftAsync(person, ct);

    /// <summary>Whether who uses the session showed who they are a short while ago.</summary>
    public async Task<bool> IsProvedAsync(Guid id, CancellationToken ct)
    {
        var since = Now - settings.Signing;
        return await db.Set<Session>().AnyAsync(s => s.Id == id && s.ProvedAt > since, ct);
    }

    public async Task ProveAsync(Guid id, CancellationToken ct)
    {
        var now = Now;
        await work.ActAsync<Done>(async c =>
        {
            await db.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, now), c);
            return Done.Yes;
        }, ct);
    }

    /// <summary>Those that are open, the one used last first.</summary>
    public Task<List<Session>> OfAsync(Guid accountId, CancellationToken ct)
    {
        var (started, seen) = (Now - settings.Longest, Now - settings.Idle);
        return db.Set<Session>().AsNoTracking().Where(s => s.AccountId == accountId && s.EndedAt == null && s.StartedAt > started && s.SeenAt > seen).OrderByDescending(s => s.SeenAt).ThenBy(s => s.Id).Take(50).ToListAsync(ct);
    }

    /// <summary>Within an act: ends one session of the account, or all but <paramref name="but"/>; answers how many.</summary>
    public Task<int> EndInActAsync(Guid accountId, Guid? only, Guid? but, CancellationToken ct)
    {
        var now = Now;
        return db.Set<Session>().Where(s => s.AccountId == accountId && s.EndedAt == null && (only == null || s.Id == only) && (but == null || s.Id != but))
            .ExecuteUpdateAsync(s => s.SetProperty(x => x.EndedAt, now), ct);
    }
}
