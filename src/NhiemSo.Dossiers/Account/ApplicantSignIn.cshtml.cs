using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Telemetry;

namespace NhiemSo.Dossiers.Account;

/// <summary>The applicants' own sign-in; that of the staff is another page with another cookie.</summary>
[AllowAnonymous]
internal sealed class ApplicantSignInModel(Accounts accounts, PhoneProofs proofs, RuleShelf rules) : PageModel
{
    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Comes from signing up.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Moi { get; set; }

    /// <summary>Comes from setting a new password by e-mail.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Dat { get; set; }

    /// <summary>A forgotten password can be set anew by a message.</summary>
    public bool ByMessage => proofs.Offered;

    public OfficeRule Office => rules.Today.All<OfficeRule>()[0];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Moi = Dat = false;
        var done = await accounts.SignInAsync(Phone, Password, HttpContext.Connection.RemoteIpAddress, ct);
        OfficeTelemetry.SignIn("applicant", done.Ok ? "done" : done.Problem.Kind == ProblemKind.TooMany ? "slowed" : "wrong");
        if (!done.Ok) return this.Answer(done.Problem);
        await AccountCookie.SignInAsync(HttpContext, done.Value);
        return Redirect("/nguoi-nop");
    }
}
