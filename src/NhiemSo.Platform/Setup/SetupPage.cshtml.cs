using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Setup;

/// <summary>Exists until there is an account.</summary>
[AllowAnonymous]
internal sealed class SetupPageModel(FirstAdministrator first, SignInManager<Account> signIn) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? FullName { get; set; }

    [BindProperty]
    public string? UserName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty]
    public string? Again { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await first.IsOpenAsync(ct) ? Page() : this.Answer(Problem.NotFound());

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await first.IsOpenAsync(ct)) return this.Answer(Problem.NotFound());
        var created = await first.CreateAsync(new FirstAccount(Code, FullName, UserName, Password, Again), ct);
        if (!created.Ok) return this.Answer(created.Problem);
        await signIn.SignInAsync(created.Value, isPersistent: false);
        return Redirect("/quan-tri/nguoi");
    }
}
