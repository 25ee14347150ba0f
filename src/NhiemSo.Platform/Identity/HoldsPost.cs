using Microsoft.AspNetCore.Authorization;

namespace NhiemSo.Platform.Identity;

/// <summary>Holds a post or a delegation today. The cookie of somebody whose post ended is good for hours, so it is asked with each request.</summary>
internal sealed class HoldsPost : IAuthorizationRequirement;

internal sealed class HoldsPostHandler(CurrentReader current) : AuthorizationHandler<HoldsPost>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, HoldsPost requirement)
    {
        if ((await current.GetAsync(CancellationToken.None)).IsStaff) context.Succeed(requirement);
    }
}
