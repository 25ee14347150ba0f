using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Account;

/// <summary>The sign-in of applicants: a cookie scheme that is nobody's default, so that no page of the staff ever looks at it.</summary>
internal sealed class AccountCookie(DepartmentDb db)
{
    public const string Scheme = "applicant";

    private const string Stamp = "stamp";

    public static void AddTo(IServiceCollection services) => services.AddAuthentication().AddCookie(Scheme, o =>
    {
        o.Cookie.Name = "nhiemso-nguoi-nop";
        o.Cookie.HttpOnly = true;
        o.Cookie.SameSite = SameSiteMode.Lax;
        o.Cookie.IsEssential = true;
        o.ExpireTimeSpan = TimeSpan.FromHours(2);
        o.SlidingExpiration = true;
    });

    public static Task SignInAsync(HttpContext http, ApplicantAccount account) =>
        http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, $"{account.Id:N}"), new Claim(Stamp, $"{account.Stamp:N}")], Scheme)));

    public static Task SignOutAsync(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Who is signed in; asked of the database each time, so that signing out everywhere and deleting hold at once.</summary>
    public async Task<ApplicantAccount?> CurrentAsync(HttpContext http, CancellationToken ct)
    {
        if (await http.AuthenticateAsync(Scheme) is not { Succeeded: true, Principal: { } principal }) return null;
        if (!Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) || !Guid.TryParse(principal.FindFirstValue(Stamp), out var stamp)) return null;
        return await db.Set<ApplicantAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Stamp == stamp, ct);
    }
}
