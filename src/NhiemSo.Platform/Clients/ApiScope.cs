using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using NhiemSo.Platform.Identity;
using OpenIddict.Validation.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace NhiemSo.Platform.Clients;

/// <summary>What a connected program may be allowed to do (OAuth 2 scope). Rooms hand these in.</summary>
/// <param name="Name">e.g. <c>registers.read</c>.</param>
/// <param name="Label">What the administrator reads.</param>
/// <param name="Summary">What the API document says.</param>
public sealed record ApiScope(string Name, string Label, string Summary);

/// <summary>Marks an endpoint for the API document.</summary>
public sealed record NeededScope(string Name);

/// <summary>Examples for the API document, as JSON; null where there is nothing to show.</summary>
public sealed record ApiExample(string? Request, string? Answer);

/// <summary>The connected program that calls, as its token says.</summary>
/// <param name="Id">The client id under which it was connected.</param>
public sealed record CallingProgram(string Id, string Name)
{
    /// <summary>Null for people.</summary>
    public static CallingProgram? Of(ClaimsPrincipal user) =>
        user.FindFirst(Claims.Subject)?.Value is { } id ? new(id, user.FindFirst(Claims.Name)?.Value ?? id) : null;
}

public static class ApiScopes
{
    /// <summary>The endpoint answers programs only, by their token: a browser's cookie opens nothing, so no page can be made to call it.</summary>
    public static TBuilder NeedsProgram<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = new AuthorizationPolicyBuilder(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme).AddRequirements(new HoldsPost(orScope: scope)).Build();
        return endpoint.RequireAuthorization(policy).WithMetadata(new NeededScope(scope));
    }

    /// <summary>The endpoint answers a program that was given <paramref name="scope"/>, and a signed-in member of staff.</summary>
    public static TBuilder NeedsScope<TBuilder>(this TBuilder endpoint, string scope)
        where TBuilder : IEndpointConventionBuilder
    {
        var policy = new AuthorizationPolicyBuilder(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme, IdentityConstants.ApplicationScheme)
            .AddRequirements(new HoldsPost(orScope: scope)).Build();
        return endpoint.RequireAuthorization(policy).WithMetadata(new NeededScope(scope));
    }
}
