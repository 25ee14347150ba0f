using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.Follow;

/// <summary>Code and last four digits lead to the status page.</summary>
[AllowAnonymous]
internal sealed class LookupPageModel(Lookup lookup, Passes passes, RuleShelf rules) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? LastFour { get; set; }

    public OfficeRule Office => rules.Today.All<OfficeRule>()[0];

    /// <summary>The page with a code filled in, as QR codes and e-mails give it; the four digits are still asked for.</summary>
    public static string At(string code) => $"/tra-cuu?ma={Uri.EscapeDataString(code)}";

    public void OnGet(string? ma) => Code = ma;

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var found = await lookup.FindAsync(Code, LastFour, HttpContext.Connection.RemoteIpAddress, ct);
        if (!found.Ok) return this.Answer(found.Problem);
        passes.Admit(HttpContext, found.Value);
        return Redirect("/ho-so-cua-toi");
    }
}
