using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Review;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Succession.Withdraw;

/// <summary>Says what is lost and what stays when a planned decision is taken back, and asks for the reason.</summary>
internal sealed class WithdrawPageModel(PlanReader plans, WithdrawDesk desk, CurrentReader current) : PageModel
{
    /// <summary>Null when there is nothing to take back, see <see cref="NotNow"/>.</summary>
    public Plan? Plan { get; private set; }

    public string NotNow { get; private set; } = "";

    public Arranged Lost { get; private set; } = new(0, 0, 0, 0);

    public IReadOnlyList<StoredReading> Readings { get; private set; } = [];

    /// <summary>The plan that the page shows; comes back with the form, like <see cref="Position"/>.</summary>
    [BindProperty]
    public Guid Mandate { get; set; }

    [BindProperty]
    public long Position { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await desk.WithdrawAsync(new SeenPlan(Mandate, Position), Reason, await current.GetAsync(ct), ct);
        if (done.Ok) return Redirect("/quan-tri/sap-xep");
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        ModelState.Remove(nameof(Mandate));
        ModelState.Remove(nameof(Position));
        return this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        if (await plans.CurrentAsync(ct) is not { } plan)
        {
            NotNow = "Không còn quyết định kế tiếp nào để rút lại.";
            return null;
        }

        if (WithdrawDesk.Fault(plan) is { } fault)
        {
            NotNow = fault.Message;
            return null;
        }

        (Plan, Lost, Readings) = (plan, await desk.ArrangedAsync(plan, ct), await desk.ReadingsAsync(plan, ct));
        (Mandate, Position) = await desk.SeenAsync(plan, ct);
        return null;
    }
}
