using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>The code that was sent to a telephone comes back: the number is proved, and whoever holds it is signed in.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmPageModel(PhoneProofs proofs, ProvedAccounts accounts) : PageModel
{
    public const string Address = "/nguoi-nop/xac-nhan?yc=";

    private bool signedIn;

    /// <summary>Token of the code that was asked for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Yc { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    public string Phone { get; private set; } = "";

    /// <summary>Where another code is asked for.</summary>
    public string Again => signedIn ? "/nguoi-nop/tai-khoan" : "/nguoi-nop/dang-ky";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : this.Answer(PhoneProofs.Over);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return this.Answer(PhoneProofs.Over);
        var done = await accounts.ConfirmAsync(Yc, Code, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        await AccountCookie.SignInAsync(HttpContext, done.Value.Account);
        return Redirect("/nguoi-nop?xong=" + done.Value.What switch
        {
            ProofDone.Made => "tao",
            ProofDone.PasswordSet => "mat-khau",
            ProofDone.Replaced => "thay",
            _ => "so",
        });
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (await proofs.FindAsync(Yc, ct) is not { } proof) return false;
        (Phone, signedIn) = (proof.Phone, proof.AccountId is not null);
        return true;
    }
}
