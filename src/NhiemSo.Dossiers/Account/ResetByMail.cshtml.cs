using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>A new password in place of a forgotten one, by the link of an e-mail.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ResetByMailModel(AccountMail mail) : PageModel
{
    public const string Address = "/nguoi-nop/dat-lai-mat-khau?ma=";

    [BindProperty(SupportsGet = true)]
    public string? Ma { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public bool Over { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await mail.FindLinkAsync(Ma, ct) is null ? Answer(AccountMail.Over) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await mail.SetPasswordAsync(Ma, Password, Again, ct);
        return done.Ok ? Redirect("/nguoi-nop/dang-nhap?dat=true") : Answer(done.Problem);
    }

    private IActionResult Answer(Problem problem)
    {
        Over = problem == AccountMail.Over;
        return OutcomePages.Answer(this, problem);
    }
}
