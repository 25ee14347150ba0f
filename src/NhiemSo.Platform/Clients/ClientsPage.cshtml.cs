using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Platform.Clients;

/// <summary>Connected programs: listed, added.</summary>
internal sealed class ClientsPageModel(CurrentReader current, ClientView view, ClientDesk desk) : PageModel
{
    public IReadOnlyList<ClientRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Scopes => view.ScopeChoices;

    /// <summary>Set on the one answer that shows the secret.</summary>
    public GivenSecret? Given { get; private set; }

    [BindProperty]
    public ClientInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var added = await desk.AddAsync(Input, await current.GetAsync(ct), ct);
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (!added.Ok) return this.Answer(added.Problem);
        Given = added.Value;
        return Page();
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        Rows = await view.AllAsync(ct);
        return null;
    }
}
