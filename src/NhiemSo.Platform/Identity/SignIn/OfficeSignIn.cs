using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NhiemSo.Platform.Identity.Sessions;

namespace NhiemSo.Platform.Identity.SignIn;

/// <summary>Each way of signing in begins a session; a name that nobody has takes as long as one that somebody has.</summary>
internal sealed class OfficeSignIn(
    UserManager<Account> users, IHttpContextAccessor http, IUserClaimsPrincipalFactory<Account> claims, IOptions<IdentityOptions> options,
    ILogger<SignInManager<Account>> log, IAuthenticationSchemeProvider schemes, IUserConfirmation<Account> confirmation, OpenSessions sessions)
    : SignInManager<Account>(users, http, claims, options, log, schemes, confirmation)
{
    private static readonly Account Nobody = new();
    private static string? nobodysHash;

    public override async Task<SignInResult> PasswordSignInAsync(string userName, string password, bool isPersistent, bool lockoutOnFailure)
    {
        if (await UserManager.FindByNameAsync(userName) is { } account) return await PasswordSignInAsync(account, password, isPersistent, lockoutOnFailure);
        nobodysHash ??= UserManager.PasswordHasher.HashPassword(Nobody, NewPassword.OneTime());
        UserManager.PasswordHasher.VerifyHashedPassword(Nobody, nobodysHash, password);
        return SignInResult.Failed;
    }

    public override async Task SignInWithClaimsAsync(Account user, AuthenticationProperties? authenticationProperties, IEnumerable<Claim> additionalClaims)
    {
        // A cookie renewed for the same account stays the same session.
        var same = UserManager.GetUserId(Context.User) == user.Id.ToString() ? SessionCheck.IdOf(Context.User) : null;
        var id = same ?? await sessions.StartAsync(user.Id, Context.Request.Headers.UserAgent, Context.RequestAborted);
        await base.SignInWithClaimsAsync(user, authenticationProperties, [.. additionalClaims.Where(c => c.Type != SessionCheck.Claim), new Claim(SessionCheck.Claim, id.ToString())]);
    }
}
