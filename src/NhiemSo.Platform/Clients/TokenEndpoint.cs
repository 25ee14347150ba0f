using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace NhiemSo.Platform.Clients;

/// <summary><c>POST /connect/token</c>: a client that showed its secret gets the scopes it asks for, or all it was given when it asks for none (RFC 6749, 3.3).</summary>
internal sealed class TokenEndpoint(IOpenIddictApplicationManager clients) : IOpenIddictServerHandler<HandleTokenRequestContext>
{
    public async ValueTask HandleAsync(HandleTokenRequestContext context)
    {
        if (await clients.FindByClientIdAsync(context.ClientId!, context.CancellationToken) is not MachineClient { RevokedAt: null } client)
        {
            // ASCII only (RFC 6749, 5.2): the words also go into a header.
            context.Reject(Errors.InvalidClient, "This client was revoked by the administrator.");
            return;
        }

        var asked = context.Request.GetScopes();
        var identity = new ClaimsIdentity("token", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, client.ClientId).SetClaim(Claims.Name, client.DisplayName);
        identity.SetScopes(asked.Length > 0 ? asked : Given(await clients.GetPermissionsAsync(client, context.CancellationToken)));
        identity.SetDestinations(_ => [Destinations.AccessToken]);
        context.Principal = new ClaimsPrincipal(identity);
    }

    /// <summary>The names of the scopes among a client's permissions.</summary>
    public static ImmutableArray<string> Given(ImmutableArray<string> permissions) =>
        [.. permissions.Where(p => p.StartsWith(Permissions.Prefixes.Scope, StringComparison.Ordinal)).Select(p => p[Permissions.Prefixes.Scope.Length..])];
}
