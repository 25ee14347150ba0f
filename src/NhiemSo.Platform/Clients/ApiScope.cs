using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using NhiemSo.Platform.Identity;
using OpenIddict.Validation.AspNetCore;

namespace NhiemSo.Platform.Clients;

/// <summary>What a connected program may be allowed to do (OAuth 2 scope). Rooms hand these in.</summary>
/// <param name="Name">e.g. <c>registers.read</c>.</param>
/// <param name="Label">What the administrator reads.</param>
/// <param name="Summary">What the API document says.</param>
public sealed record ApiScope(string Name, string Label, string Summary);

/// <summary>Marks an endpoint for the API document.</summary>
public sealed record NeededScope(string Name);

public static class ApiScopes
{
    /// <summary>The endpoint answers a program that was given <paramref name="scope"/>, and a signed-in member of staff.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = new AuthorizationPolicyBuilder(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme, IdentityConstants.ApplicationScheme)
            .AddRequirements(new HoldsPost(orScope: scope)).Build();
        return endpoint.RequireAuthorization(policy).WithMetadata(new NeededScope(scope));
    }
}
