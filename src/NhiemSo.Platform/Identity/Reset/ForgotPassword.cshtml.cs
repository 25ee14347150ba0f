using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.Reset;

/// <summary>Asks for a link by e-mail; says the same of every name.</summary>
[AllowAnonymous]
internal sealed class ForgotPasswordModel(ResetLinks links) : PageModel
{
    [BindProperty]
    public string? UserName { get; set; }

    public bool Asked { get; private set; }

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var asked = await links.AskAsync(UserName, HttpContext.Connection.RemoteIpAddress, ct);
        if (!asked.Ok) return this.Answer(asked.Problem);
        Asked = true;
        return Page();
    }
}
