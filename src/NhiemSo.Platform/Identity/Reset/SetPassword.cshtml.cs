using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.Reset;

/// <summary>A new password in place of a forgotten one: by the link of an e-mail, or by the name and an administrator's code.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class SetPasswordModel(ResetDesk desk) : PageModel
{
    public const string Address = "/dang-nhap/dat-lai-mat-khau?ma=";

    /// <summary>Secret of the link.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Ma { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public bool ByLink => !string.IsNullOrEmpty(Ma);

    public bool LinkOver { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => ByLink && await desk.FindLinkAsync(Ma, ct) is null ? Answer(ResetDesk.LinkOver) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = ByLink ? await desk.ByLinkAsync(Ma, Password, Again, ct) : await desk.ByCodeAsync(UserName, Code, Password, Again, ct);
        return done.Ok ? Redirect("/dang-nhap?moi=true") : Answer(done.Problem);
    }

    private IActionResult Answer(Problem problem)
    {
        LinkOver = problem == ResetDesk.LinkOver;
        return OutcomePages.Answer(this, problem);
    }
}
