using Microsoft.AspNetCore.Authorization;
using OpenIddict.Abstractions;

namespace NhiemSo.Platform.Identity;

/// <summary>Holds a post or a delegation today. The cookie of somebody whose post ended is good for hours, so it is asked with each request.</summary>
/// <param name="orScope">A connected program with this scope is let in, too.</param>
internal sealed class HoldsPost(string? orScope = null) : IAuthorizationRequirement
{
    public string? OrScope => orScope;
}

internal sealed class HoldsPostHandler(CurrentReader current) : AuthorizationHandler<HoldsPost>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsPost requirement)
    {
        if (requirement.OrScope is { } scope && context.User.HasScope(scope)) context.Succeed(requirement);
        else if (IdentityServices.IsStaff(context.User) && (await current.GetAsync(CancellationToken.None)).IsStaff) context.Succeed(requirement);
    }
}
