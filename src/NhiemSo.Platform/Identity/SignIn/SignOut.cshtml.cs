using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.SignIn;

[AllowAnonymous]
internal sealed class SignOutModel(SignInManager<Account> signIn, OpenSessions sessions, Work work) : PageModel
{
    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        // A copy of the cookie is worth nothing afterwards.
        if (SessionCheck.IdOf(User) is { } session && Guid.TryParse(signIn.UserManager.GetUserId(User), out var account))
        {
            await work.ActAsync<Done>(async c =>
            {
                await sessions.EndInActAsync(account, session, null, c);
                return Done.Yes;
            }, ct);
        }

        await signIn.SignOutAsync();
        return LocalRedirect("/");
    }
}
