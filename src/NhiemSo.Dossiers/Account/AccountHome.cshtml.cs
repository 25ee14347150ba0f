using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Account;

/// <summary>Everything of one account: drafts, dossiers, results.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AccountHomeModel(AccountCookie cookie, Accounts accounts, ProvedAccounts proved, PhoneProofs proofs, OwnDossiers own) : PageModel
{
    public const string SignInPage = "/nguoi-nop/dang-nhap";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? LastFour { get; set; }

    /// <summary>Dossiers that state the account's number, to be brought into it.</summary>
    [BindProperty]
    public IReadOnlyList<Guid> Dossiers { get; set; } = [];

    /// <summary>What a code that came back did.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Xong { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public ApplicantAccount Account { get; private set; } = null!;

    public IReadOnlyList<OwnDossier> Rows { get; private set; } = [];

    public IReadOnlyList<OwnDraft> Drafts { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<Choice> OfNumber { get; private set; } = [];

    public bool MayProve => Account.ProvedAt is null && proofs.Reaches(Account.Phone);

    public string? Said => Xong switch
    {
        "tao" => "Đã xác nhận số điện thoại và tạo tài khoản.",
        "mat-khau" => "Số này đã có tài khoản: mật khẩu mới đã đặt, các nơi khác đã đăng xuất.",
        "thay" => "Số này có một tài khoản chưa ai xác nhận. Tài khoản đó đã được thay bằng tài khoản này; hồ sơ không mất, thêm lại ở dưới.",
        "so" => "Đã xác nhận số điện thoại.",
        _ => null,
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect(SignInPage);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect(SignInPage);
        var done = await accounts.AddAsync(Account, Code, LastFour, HttpContext.Connection.RemoteIpAddress, ct);
        return done.Ok ? Redirect("/nguoi-nop") : this.Answer(done.Problem);
    }

    public async Task<IActionResult> OnPostAddOwnAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect(SignInPage);
        var done = await proved.AddAsync(Account, Dossiers, ct);
        return done.Ok ? Redirect("/nguoi-nop") : this.Answer(done.Problem);
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await AccountCookie.SignOutAsync(HttpContext);
        return Redirect(SignInPage);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await cookie.CurrentAsync(HttpContext, ct) is not { } account) return false;
        Account = account;
        var found = await own.ReadAsync(account.Id, Guid.TryParse(Sau, out var after) ? after : null, ct);
        Next = found.Count > OwnDossiers.PageSize ? found[OwnDossiers.PageSize - 1].Id.ToString() : null;
        OfNumber = [.. (await proved.OfNumberAsync(account, ct)).Select(d => new Choice($"{d.Id}", d.Title, $"{d.Code} · {d.ApplicantName} · nộp {Wording.Date(Vietnam.Day(d.SubmittedAt))}"))];
        (Rows, Drafts) = ([.. found.Take(OwnDossiers.PageSize)], await own.DraftsAsync(account.Id, ct));
        return true;
    }
}
