using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Platform.Clients;

/// <summary>One connected program: what it may do, when it last did, its history, and the act that ends it.</summary>
internal sealed class ClientPageModel(CurrentReader current, ClientView view, ClientDesk desk) : PageModel
{
    public ClientRow Client { get; private set; } = null!;

    public IReadOnlyList<TimelineEvent> History { get; private set; } = [];

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var done = await desk.RevokeAsync(id, Reason, await current.GetAsync(ct), ct);
        return done.Ok ? Redirect($"/quan-tri/ung-dung/{id}") : this.Answer(await LoadAsync(id, ct) ?? done.Problem);
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        if (await view.FindAsync(id, ct) is not { } client) return Problem.NotFound();
        (Client, History) = (client, await view.HistoryAsync(id, ct));
        return null;
    }
}
