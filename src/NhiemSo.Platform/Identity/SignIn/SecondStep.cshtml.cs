using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.SignIn;

/// <summary>Second step: the authenticator's six digits (TOTP).</summary>
[AllowAnonymous]
internal sealed class SecondStepModel(SignInManager<Account> signIn) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Ve { get; set; }

    public async Task<IActionResult> OnGetAsync() =>
        await signIn.GetTwoFactorAuthenticationUserAsync() is null ? RedirectToPage("/Identity/SignIn/SignIn") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is null) return RedirectToPage("/Identity/SignIn/SignIn");
        var digits = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        var result = await signIn.TwoFactorAuthenticatorSignInAsync(digits, isPersistent: false, rememberClient: false);
        if (result.Succeeded) return LocalRedirect(SignInModel.Back(Url, Ve));
        return this.Answer(Problem.Field(nameof(Code), result.IsLockedOut
            ? "Đã sai nhiều lần. Đợi 5 phút rồi đăng nhập lại."
            : "Mã không đúng hoặc đã hết hạn. Đợi mã mới hiện trên điện thoại rồi nhập lại; nếu vẫn sai, kiểm tra giờ của điện thoại."));
    }
}
