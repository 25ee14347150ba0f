using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace NhiemSo.Platform.Identity.Sessions;

/// <summary>Asks with each request whether the cookie's session is still good; the sign-in page says why one isn't.</summary>
internal static class SessionCheck
{
    /// <summary>Claim of the cookie.</summary>
    public const string Claim = "session";

    /// <summary>Of the sign-in page's address: why one is led there.</summary>
    public const string Why = "het";

    public static Guid? IdOf(ClaimsPrincipal user) => Guid.TryParse(user.FindFirst(Claim)?.Value, out var id) ? id : null;

    public static async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (context.Principal is { } user && Guid.TryParse(user.FindFirst(ClaimTypes.NameIdentifier)?.Value, out var account))
        {
            var over = IdOf(user) is { } id ? await http.RequestServices.GetRequiredService<OpenSessions>().SeeAsync(id, account, http.RequestAborted) : SessionOver.Ended;
            if (over is { } why)
            {
                http.Items[Why] = why;
                context.RejectPrincipal();
                await http.SignOutAsync(IdentityConstants.ApplicationScheme);
                return;
            }
        }

        await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    /// <summary>The stamp's half-hourly renewal makes the principal anew, of which the session is no part.</summary>
    public static Task KeepAsync(SecurityStampRefreshingPrincipalContext context)
    {
        if (context.CurrentPrincipal?.FindFirst(Claim) is { } claim) (context.NewPrincipal?.Identity as ClaimsIdentity)?.AddClaim(new Claim(Claim, claim.Value));
        return Task.CompletedTask;
    }

    /// <summary>What is added to the sign-in page's address.</summary>
    public static string Suffix(HttpContext http) => http.Items[Why] switch
    {
        SessionOver.Idle => $"&{Why}=nghi",
        SessionOver.Old => $"&{Why}=phien",
        SessionOver.Left => $"&{Why}=thoi-viec",
        SessionOver.Ended => $"&{Why}=ket-thuc",
        _ => "",
    };
}
