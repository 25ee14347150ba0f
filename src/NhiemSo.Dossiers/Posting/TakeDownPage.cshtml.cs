using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Posting;

/// <summary>One procedure is taken down from the notice board.</summary>
internal sealed class TakeDownPageModel(PostingDesk desk, CurrentReader current) : PageModel
{
    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public NoticePosting Posting { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid postingId, CancellationToken ct) => await LoadAsync(postingId, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(Guid postingId, CancellationToken ct)
    {
        if (await LoadAsync(postingId, ct) is { } problem) return this.Answer(problem);
        var done = await desk.TakeDownAsync(await current.GetAsync(ct), postingId, Until, Reason, ct);
        return done.Ok ? Redirect("/mot-cua/niem-yet") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Desk)) return Problem.Forbidden("Ghi niêm yết là việc của Bộ phận Một cửa.");
        if (await desk.FindAsync(id, ct) is not { } posting) return Problem.NotFound();
        Posting = posting;
        return null;
    }
}
