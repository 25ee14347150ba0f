using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity.Passwords;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.ChangePassword;

/// <summary>The one page that a one-time password opens; also for whoever wants another password.</summary>
[Authorize(IdentityServices.AnyAccount)]
internal sealed class ChangePasswordModel(UserManager<Account> users, SignInManager<Account> signIn, CurrentReader current, OpenSessions sessions, OwnPassword own, PasswordCheck passwords, Work work, AuditTrail audit) : PageModel
{
    public bool MustChange => User.HasClaim(c => c.Type == NewPassword.MustChange);

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var account = await users.GetUserAsync(User) ?? throw new InvalidOperationException("The signed-in account is gone.");
        if (await own.WrongAsync(account, Current, nameof(Current), ct) is { } wrong) return this.Answer(wrong);
        if (Password == Current) return this.Answer(Problem.Field(nameof(Password), "Mật khẩu mới phải khác mật khẩu đang dùng."));
        if (await passwords.FaultsAsync(account, Password, Again, ct) is { Count: > 0 } faults) return this.Answer(Problem.Invalid("Sửa các mục sau.", [.. faults]));
        var reader = await current.GetAsync(ct);
        var done = await work.ActAsync<Done>(async c =>
        {
            (await users.ChangePasswordAsync(account, Current!, Password!)).OrConflict();
            (await users.RemoveClaimAsync(account, NewPassword.MustChangeClaim)).OrConflict();
            await sessions.EndInActAsync(account.Id, only: null, but: SessionCheck.IdOf(User), c);
            await audit.WriteAsync("account", account.Id, new Actor(reader.PersonId, reader.Name, reader.Capacity), new AuditNote("doi-mat-khau", "Đổi mật khẩu; các phiên đăng nhập khác kết thúc"), c);
            return Done.Yes;
        }, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        await signIn.RefreshSignInAsync(account);
        return Redirect("/viec");
    }
}
