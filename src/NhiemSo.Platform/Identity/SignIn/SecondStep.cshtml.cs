using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Telemetry;

namespace NhiemSo.Platform.Identity.SignIn;

/// <summary>Second step: the authenticator's six digits (TOTP).</summary>
[AllowAnonymous]
internal sealed class SecondStepModel(SignInManager<Account> signIn, SignInGuard guard) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Ve { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Identity/SignIn/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { UserName: { } name }) return RedirectToPage("/Identity/SignIn/SignIn");
        var counted = await guard.CountAsync("ma", name, ct);
        if (!counted.Ok)
        {
            OfficeTelemetry.SignIn("staff", "slowed");
            return this.Answer(counted.Problem);
        }

        var typed = string.Concat((Code ?? "").Where(c => !char.IsWhiteSpace(c)));
        var result = typed.All(char.IsAsciiDigit)
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed.ToUpperInvariant());
        OfficeTelemetry.SignIn("staff", result.Succeeded ? "done" : "wrong");
        if (!result.Succeeded)
        {
            return this.Answer(Problem.Field(nameof(Code),
                "Mã không đúng hoặc đã hết hạn. Đợi mã mới hiện trên điện thoại rồi nhập lại; nếu vẫn sai, kiểm tra giờ của điện thoại. Mã dự phòng chỉ dùng được một lần."));
        }

        await guard.TakeBackAsync(counted.Value, ct);
        guard.Know(name);
        return LocalRedirect(SignInModel.Back(Url, Ve));
    }
}
