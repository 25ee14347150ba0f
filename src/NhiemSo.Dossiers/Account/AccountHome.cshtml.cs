using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>Everything of one account: drafts, dossiers, results.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class AccountHomeModel(AccountCookie cookie, Accounts accounts, OwnDossiers own) : PageModel
{
    public const string SignInPage = "/nguoi-nop/dang-nhap";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? LastFour { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sau { get; set; }

    public ApplicantAccount Account { get; private set; } = null!;

    public IReadOnlyList<OwnDossier> Rows { get; private set; } = [];

    public IReadOnlyList<OwnDraft> Drafts { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect(SignInPage);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect(SignInPage);
        var done = await accounts.AddAsync(Account, Code, LastFour, HttpContext.Connection.RemoteIpAddress, ct);
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
        (Rows, Drafts) = ([.. found.Take(OwnDossiers.PageSize)], await own.DraftsAsync(account.Id, ct));
        return true;
    }
}
