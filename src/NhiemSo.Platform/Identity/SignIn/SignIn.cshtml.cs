using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.SignIn;

/// <summary>First step: name and password. The same words for a wrong name and a wrong password.</summary>
[AllowAnonymous]
internal sealed class SignInModel(SignInManager<Account> signIn) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where to go afterwards; only addresses of this server.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ve { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (string.IsNullOrWhiteSpace(UserName)) return this.Answer(Problem.Field(nameof(UserName), "Nhập tên đăng nhập."));
        if (string.IsNullOrEmpty(Password)) return this.Answer(Problem.Field(nameof(Password), "Nhập mật khẩu."));
        var result = await signIn.PasswordSignInAsync(UserName.Trim(), Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return LocalRedirect(Back(Url, Ve));
        if (result.RequiresTwoFactor) return RedirectToPage("/Identity/SignIn/SecondStep", new { ve = Ve });
        return this.Answer(Problem.Field(nameof(Password), result.IsLockedOut
            ? "Đã sai nhiều lần. Đợi 5 phút rồi thử lại, hoặc liên hệ quản trị viên của Sở."
            : "Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi nhập lại."));
    }

    internal static string Back(IUrlHelper url, string? ve) => url.IsLocalUrl(ve) ? ve! : "/viec";
}
