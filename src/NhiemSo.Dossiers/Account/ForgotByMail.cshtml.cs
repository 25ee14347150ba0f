using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>Asks for a link to the account's e-mail address; says the same of every number.</summary>
[AllowAnonymous]
internal sealed class ForgotByMailModel(AccountMail mail) : PageModel
{
    [BindProperty]
    public string? Phone { get; set; }

    public bool Asked { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var asked = await mail.AskLinkAsync(Phone, HttpContext.Connection.RemoteIpAddress, ct);
        if (!asked.Ok) return this.Answer(asked.Problem);
        Asked = true;
        return Page();
    }
}
