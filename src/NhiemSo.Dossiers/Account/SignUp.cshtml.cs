using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>A telephone number and a password; the answer doesn't tell whether the number had an account.</summary>
[AllowAnonymous]
internal sealed class SignUpModel(Accounts accounts) : PageModel
{
    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await accounts.SignUpAsync(Phone, Password, Again, HttpContext.Connection.RemoteIpAddress, ct);
        return done.Ok ? Redirect("/nguoi-nop/dang-nhap?moi=true") : this.Answer(done.Problem);
    }
}
