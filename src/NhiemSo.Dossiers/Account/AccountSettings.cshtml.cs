using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>Another password, an end to all other sign-ins, an end to the account.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AccountSettingsModel(AccountCookie cookie, Accounts accounts, PhoneProofs proofs, AccountMail mail) : PageModel
{
    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    /// <summary>The password once more, for deleting.</summary>
    [BindProperty]
    public string? Delete { get; set; }

    /// <summary>The e-mail address to have.</summary>
    [BindProperty]
    public string? Email { get; set; }

    /// <summary>The password once more, for the address.</summary>
    [BindProperty]
    public string? MailPassword { get; set; }

    /// <summary>What was just done.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Xong { get; set; }

    public ApplicantAccount Account { get; private set; } = null!;

    /// <summary>A message can reach the number, and none has proved it yet.</summary>
    public bool MayProve => Account.ProvedAt is null && proofs.Reaches(Account.Phone);

    public string? Said => Xong switch
    {
        "mat-khau" => "Đã đổi mật khẩu. Các nơi khác đã đăng xuất.",
        "dang-xuat" => "Các nơi khác đã đăng xuất.",
        "da-gui" => "Đã gửi liên kết xác nhận đến địa chỉ bạn ghi. Mở thư trong 30 phút rồi bấm xác nhận.",
        "bo-thu" => "Đã bỏ thư điện tử của tài khoản.",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not { } account) return Redirect(AccountHomeModel.SignInPage);
        Email = account.Email;
        return Page();
    }

    public async Task<IActionResult> OnPostMailAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not { } account) return Redirect(AccountHomeModel.SignInPage);
        var sent = await mail.ChangeAddressAsync(account, Email, MailPassword, HttpContext.Connection.RemoteIpAddress, ct);
        return sent.Ok ? Redirect("/nguoi-nop/tai-khoan?xong=" + (sent.Value.Length > 0 ? "da-gui" : "bo-thu")) : this.Answer(sent.Problem);
    }

    public async Task<IActionResult> OnPostProveAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not { } account) return Redirect(AccountHomeModel.SignInPage);
        if (!MayProve) return this.Answer(Problem.WrongState(account.ProvedAt is null ? "Sở chưa nhắn tin được đến số này. Thêm từng hồ sơ bằng mã." : "Số điện thoại này đã xác nhận rồi."));
        var sent = await proofs.SendAsync(account.Phone, null, account.Id, HttpContext.Connection.RemoteIpAddress, ct);
        return sent.Ok ? Redirect(ConfirmPageModel.Address + Uri.EscapeDataString(sent.Value)) : this.Answer(sent.Problem);
    }

    public async Task<IActionResult> OnPostPasswordAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not { } account) return Redirect(AccountHomeModel.SignInPage);
        return await StayAsync(await accounts.ChangePasswordAsync(account, Current, Password, Again, ct), "mat-khau");
    }

    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not { } account) return Redirect(AccountHomeModel.SignInPage);
        return await StayAsync(await accounts.SignOutEverywhereAsync(account, ct), "dang-xuat");
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken ct)
    {
        if (await CurrentAsync(ct) is not { } account) return Redirect(AccountHomeModel.SignInPage);
        var done = await accounts.DeleteAsync(account, Delete, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        await AccountCookie.SignOutAsync(HttpContext);
        return Redirect("/");
    }

    /// <summary>Who is signed in, kept for the page.</summary>
    private async Task<ApplicantAccount?> CurrentAsync(CancellationToken ct)
    {
        if (await cookie.CurrentAsync(HttpContext, ct) is not { } account) return null;
        return Account = account;
    }

    /// <summary>The change ended every sign-in; this browser signs in anew.</summary>
    private async Task<IActionResult> StayAsync(Outcome<ApplicantAccount> done, string what)
    {
        if (!done.Ok) return this.Answer(done.Problem);
        await AccountCookie.SignInAsync(HttpContext, done.Value);
        return Redirect("/nguoi-nop/tai-khoan?xong=" + what);
    }
}
