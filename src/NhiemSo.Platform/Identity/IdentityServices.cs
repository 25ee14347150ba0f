using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity.Passwords;
using NhiemSo.Platform.Identity.Reset;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Identity.SignIn;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Shell;

namespace NhiemSo.Platform.Identity;

public static class IdentityServices
{
    /// <summary>Policy of the page where a one-time password is changed.</summary>
    public const string AnyAccount = "any-account";

    /// <summary>Members of staff with a password of their own.</summary>
    private static readonly AuthorizationPolicy StaffOnly = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new HoldsPost()).Build();

    internal static bool IsStaff(ClaimsPrincipal user) => user.HasClaim(c => c.Type == ShellClaims.Staff) && !user.HasClaim(c => c.Type == NewPassword.MustChange);

    /// <summary>Password and authenticator code; everything not marked public needs a signed-in member of staff.</summary>
    public static IServiceCollection AddOfficeIdentity(this IServiceCollection services)
    {
        // In place of Identity's own, which counts kinds of characters.
        services.AddScoped<IPasswordValidator<Account>, PasswordGate>();
        services.AddScoped<PasswordCheck>();
        services.AddScoped<OwnPassword>();
        services.AddIdentityCore<Account>(o =>
        {
            Schema(o);
            // Locking the account would let anybody lock out its owner: SignInGuard counts instead.
            o.Lockout.MaxFailedAccessAttempts = int.MaxValue;
            o.Tokens.AuthenticatorIssuer = "Nhiệm Sở";
        }).AddEntityFrameworkStores<DepartmentDb>().AddSignInManager<OfficeSignIn>().AddDefaultTokenProviders().AddClaimsPrincipalFactory<AccountClaims>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(o =>
        {
            o.Cookie.Name = "nhiemso";
            o.LoginPath = "/dang-nhap";
            o.AccessDeniedPath = "/loi/403";
            o.ReturnUrlParameter = "ve";
            // The session ends it, on the server.
            o.SlidingExpiration = false;
            o.Events.OnValidatePrincipal = SessionCheck.ValidateAsync;
            o.Events.OnRedirectToLogin = c => Answer(c, 401);
            o.Events.OnRedirectToAccessDenied = c => Answer(c, 403);
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<SignInSettings>((o, s) => o.ExpireTimeSpan = s.Longest);
        services.Configure<SecurityStampValidatorOptions>(o => o.OnRefreshingPrincipal = SessionCheck.KeepAsync);
        services.TryAddSingleton(s => SignInSettings.From(s.GetService<IConfiguration>()));
        services.AddScoped<OpenSessions>();
        services.AddScoped<SignInGuard>();
        services.AddScoped<ISigningProof, SigningProof>();
        services.AddScoped<OneTimeSecrets>();
        services.AddScoped<ResetDesk>();
        services.AddScoped<ResetLinks>();
        services.AddScoped<IJobHandler, ResetLinkHandler>();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(StaffOnly)
            .SetFallbackPolicy(StaffOnly)
            .AddPolicy(AnyAccount, p => p.RequireAuthenticatedUser());
        services.AddDataProtection().SetApplicationName("NhiemSo").PersistKeysToDbContext<DepartmentDb>();
        services.AddHttpContextAccessor();
        services.AddScoped<CurrentReader>();
        services.AddScoped<IAuthorizationHandler, HoldsPostHandler>();
        return services;
    }

    /// <summary>What shapes the tables of Identity; design time must say the same as run time.</summary>
    public static void Schema(IdentityOptions options) => options.Stores.SchemaVersion = IdentitySchemaVersions.Version3;

    /// <summary>The API answers with its status; a page is led to the sign-in.</summary>
    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) context.Response.StatusCode = status;
        else if (status == 403 && context.HttpContext.User.HasClaim(c => c.Type == NewPassword.MustChange)) context.Response.Redirect("/doi-mat-khau");
        else if (status == 403) context.Response.StatusCode = 403;
        else context.Response.Redirect(context.RedirectUri + SessionCheck.Suffix(context.HttpContext));
        return Task.CompletedTask;
    }
}

/// <summary>The names and words that the page frames read from a signed-in account.</summary>
internal sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options, Readers readers)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    public const string PersonId = "person";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.PersonId is not { } personId) return identity;
        var reader = await readers.OfPersonAsync(personId, CancellationToken.None);
        foreach (var name in identity.FindAll(ClaimTypes.Name).ToList()) identity.RemoveClaim(name);
        identity.AddClaim(new Claim(ClaimTypes.Name, reader.Name));
        identity.AddClaim(new Claim(PersonId, personId.ToString()));
        identity.AddClaim(new Claim(ShellClaims.Staff, "1"));
        identity.AddClaim(new Claim(ShellClaims.Position, reader.Capacity));
        foreach (var role in reader.Grants.Select(g => g.Role).Distinct()) identity.AddClaim(new Claim(ClaimTypes.Role, role.ToString()));
        return identity;
    }
}
