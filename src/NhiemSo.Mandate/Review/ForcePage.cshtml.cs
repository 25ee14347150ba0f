using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>What is about to be put in force, by whom: corrections, warnings still open, units with their codes. Confirmed by the administrator who is signed in.</summary>
internal sealed class ForcePageModel(DepartmentDb db, CurrentReader current, ForceDesk desk, UnitCodes proposed) : PageModel
{
    public Reviewed Reviewed { get; private set; } = null!;

    public Revised Revised { get; private set; } = null!;

    public string Name { get; private set; } = "";

    public IReadOnlyDictionary<string, string> Proposed { get; private set; } = new Dictionary<string, string>();

    public IReadOnlyList<string> Missing { get; private set; } = [];

    /// <summary>The decision that this one would follow; null when it is the first.</summary>
    public MandateDecision? InForce { get; private set; }

    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Codes { get; set; } = [];

    [BindProperty]
    public List<string> Warnings { get; set; } = [];

    [BindProperty]
    public bool AllWarnings { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        var done = await desk.PutInForceAsync(id, new ForceInput(Seen, Codes, Warnings, AllWarnings), reader, ct);
        if (done.Ok) return Redirect(done.Value);
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        ModelState.Remove(nameof(Seen));
        return this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!reader.Has(Role.Admin)) return Problem.Forbidden();
        if (await Reviewed.FindAsync(db, id, ct) is not { } reviewed) return Problem.NotFound();
        (Reviewed, Revised, Seen, Name) = (reviewed, Revised.Of(reviewed.Draft), reviewed.Stored.Version, reader.Name);
        Proposed = await proposed.ProposeAsync(Revised, ct);
        Missing = [.. Readiness.Of(Revised)];
        InForce = await db.Set<MandateDecision>().AsNoTracking().FirstOrDefaultAsync(m => m.To == null && !m.Planned, ct);
        return null;
    }
}
