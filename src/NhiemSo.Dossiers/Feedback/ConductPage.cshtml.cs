using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>The applicant complains of how somebody behaved.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConductPageModel(DepartmentDb db, Passes passes, FeedbackDesk desk) : PageModel
{
    private static readonly Dictionary<string, Meant> Words = new Dictionary<string, Meant>(StringComparer.Ordinal) { ["mot-cua"] = Meant.Desk, ["xu-ly"] = Meant.Officer, ["khac"] = Meant.Other };

    /// <summary>One of the words above.</summary>
    [BindProperty]
    public string? Whom { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public Matter Matter { get; private set; } = null!;

    public IReadOnlyList<Choice> People { get; } = [.. Words.Select(w => new Choice(w.Key, FeedbackClock.OfWhom(w.Value)))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect("/tra-cuu");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect("/tra-cuu");
        var done = await desk.ComplainOfConductAsync(Matter.Id, Words.TryGetValue(Whom ?? "", out var meant) ? meant : null, Text, ct);
        return done.Ok ? Redirect("/ho-so-cua-toi") : this.Answer(done.Problem);
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id || await db.Set<Matter>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) is not { } matter) return false;
        Matter = matter;
        return true;
    }
}
