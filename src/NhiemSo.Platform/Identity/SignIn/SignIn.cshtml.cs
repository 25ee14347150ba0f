using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Telemetry;

namespace NhiemSo.Platform.Identity.SignIn;

/// <summary>First step: name and password. The same words for a wrong name and a wrong password.</summary>
[AllowAnonymous]
internal sealed class SignInModel(SignInManager<Account> signIn, SignInGuard guard) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only addresses of this server.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ve { get; set; }

    /// <summary>Why a session ended.</summary>
    [BindProperty(SupportsGet = true, Name = SessionCheck.Why)]
    public string? Over { get; set; }

    /// <summary>Comes from setting a new password.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Moi { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(UserName)) return this.Answer(Problem.Field(nameof(UserName), "Nhập tên đăng nhập."));
        if (string.IsNullOrEmpty(Password)) return this.Answer(Problem.Field(nameof(Password), "Nhập mật khẩu."));
        var counted = await guard.CountAsync("mat-khau", UserName.Trim(), ct);
        if (!counted.Ok)
        {
            OfficeTelemetry.SignIn("staff", "slowed");
            return this.Answer(counted.Problem);
        }

        var result = await signIn.PasswordSignInAsync(UserName.Trim(), Password, isPersistent: false, lockoutOnFailure: false);
        OfficeTelemetry.SignIn("staff", result.Succeeded ? "done" : result.RequiresTwoFactor ? "second_step" : "wrong");
        if (!result.Succeeded && !result.RequiresTwoFactor) return this.Answer(Problem.Field(nameof(Password), "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại."));
        await guard.TakeBackAsync(counted.Value, ct);
        if (result.RequiresTwoFactor) return RedirectToPage("/Identity/SignIn/SecondStep", new { ve = Ve });
        guard.Know(UserName.Trim());
        return LocalRedirect(Back(Url, Ve));
    }

    internal static string Back(IUrlHelper url, string? ve) => url.IsLocalUrl(ve) ? ve! : "/viec";
}
