using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using OpenIddict.EntityFrameworkCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace NhiemSo.Platform.Clients;

/// <summary>
/// The library's token table on the one writer path: every write is an act, or part of the one that runs. The library's own set-based
/// statements and transactions would pass the gate by.
/// </summary>
internal sealed class TokenStore(IMemoryCache cache, IOpenIddictEntityFrameworkCoreContext context, IOptionsMonitor<OpenIddictEntityFrameworkCoreOptions> options, DepartmentDb db, Work work, TimeProvider time)
    : OpenIddictEntityFrameworkCoreTokenStore<ClientToken, MachineClient, ClientAuthorization, Guid>(cache, context, options)
{
    /// <summary>How many rows one act deletes: other writers wait no longer than that.</summary>
    private const int Batch = 1000;

    /// <summary>
    /// The entry and its client's time of last use. That row is locked until the commit, so a token is either seen by the act that revokes
    /// the client or finds it revoked and is stored so.
    /// </summary>
    public override async ValueTask CreateAsync(ClientToken token, CancellationToken cancellationToken) => await InActAsync(async ct =>
    {
        if (token.Application is { } client)
        {
            db.Attach(client);
            var now = Microseconds.Trim(time.UtcNow());
            var alive = await db.Set<MachineClient>().Where(c => c.Id == client.Id && c.RevokedAt == null).ExecuteUpdateAsync(s => s.SetProperty(c => c.LastUsedAt, now), ct);
            if (alive == 0) token.Status = Statuses.Revoked;
        }

        await base.CreateAsync(token, ct);
        return 1;
    }, cancellationToken);

    public override async ValueTask UpdateAsync(ClientToken token, CancellationToken cancellationToken)
    {
        var seen = token.ConcurrencyToken;
        await InActAsync(async ct =>
        {
            token.ConcurrencyToken = seen; // a repeated act compares with what was read, not with what the first try wrote
            await base.UpdateAsync(token, ct);
            return 1;
        }, cancellationToken);
    }

    public override async ValueTask DeleteAsync(ClientToken token, CancellationToken cancellationToken) => await InActAsync(async ct =>
    {
        await base.DeleteAsync(token, ct);
        return 1;
    }, cancellationToken);

    /// <summary>Removes what was issued before <paramref name="threshold"/> and opens nothing any more.</summary>
    public override async ValueTask<long> PruneAsync(DateTimeOffset threshold, CancellationToken cancellationToken)
    {
        var (before, now) = (threshold.UtcDateTime, time.UtcNow());
        for (var pruned = 0L; ;)
        {
            var deleted = await InActAsync(async ct => await db.Set<ClientToken>().Where(t => t.CreationDate < before && (t.Status != Statuses.Valid || t.ExpirationDate < now))
                .OrderBy(t => t.Id).Take(Batch).ExecuteDeleteAsync(ct), cancellationToken);
            pruned += deleted;
            if (deleted < Batch) return pruned;
        }
    }

    public override ValueTask<long> RevokeAsync(string? subject, string? client, string? status, string? type, CancellationToken cancellationToken) =>
        InActAsync(async ct => await base.RevokeAsync(subject, client, status, type, ct), cancellationToken);

    public override ValueTask<long> RevokeByApplicationIdAsync(string identifier, CancellationToken cancellationToken) =>
        InActAsync(async ct => await base.RevokeByApplicationIdAsync(identifier, ct), cancellationToken);

    public override ValueTask<long> RevokeByAuthorizationIdAsync(string identifier, CancellationToken cancellationToken) =>
        InActAsync(async ct => await base.RevokeByAuthorizationIdAsync(identifier, ct), cancellationToken);

    public override ValueTask<long> RevokeBySubjectAsync(string subject, CancellationToken cancellationToken) =>
        InActAsync(async ct => await base.RevokeBySubjectAsync(subject, ct), cancellationToken);

    private async ValueTask<long> InActAsync(Func<CancellationToken, Task<long>> write, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not null) return await write(ct);
        var done = await work.ActAsync<long>(async c => await write(c), ct);
        return done.Ok ? done.Value : throw new DbUpdateConcurrencyException(done.Problem.Message);
    }
}
