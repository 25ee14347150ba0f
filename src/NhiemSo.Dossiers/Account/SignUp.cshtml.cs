using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>A telephone number and a password; the answer doesn't tell whether the number had an account.</summary>
[AllowAnonymous]
internal sealed class SignUpModel(Accounts accounts, PhoneProofs proofs) : PageModel
{
    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>The password was forgotten: the same question, and the same code, set it anew.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Quen { get; set; }

    /// <summary>A code goes to the number.</summary>
    public bool ByMessage => proofs.Offered;

    public string Title => Quen ? "Đặt lại mật khẩu" : "Tạo tài khoản";

    public string PhoneHint => ByMessage ? "Dùng để đăng nhập. Chúng tôi nhắn một mã sáu chữ số đến số di động này; số máy bàn không nhận được mã." : "Dùng để đăng nhập. Không cần thư điện tử.";

    public IActionResult OnGet() => Quen && !ByMessage ? Redirect(AccountHomeModel.SignInPage) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await accounts.SignUpAsync(Phone, Password, Again, Quen, HttpContext.Connection.RemoteIpAddress, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        return Redirect(done.Value is { } token ? ConfirmPageModel.Address + Uri.EscapeDataString(token) : "/nguoi-nop/dang-nhap?moi=true");
    }
}
