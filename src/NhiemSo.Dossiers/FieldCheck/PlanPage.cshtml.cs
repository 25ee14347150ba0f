using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.FieldCheck;

/// <summary>Time, place and participants of a check on the spot.</summary>
internal sealed class PlanPageModel(DossierView view, FieldCheckWork checks, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? Hour { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Members { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    public bool IsBarred { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        Members = (await current.GetAsync(ct)).Name;
        Place = Facts.Dossier.Address;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (!ModelState.IsValid) return Page();
        var done = await checks.PlanAsync(new DossierAct(Id, FieldCheckWork.Act, await current.GetAsync(ct), null), new CheckPlan(Day, Hour, Place, Members), ct);
        return done.Ok ? Redirect($"/mot-cua/{Id}?xong={FieldCheckWork.Act}") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (await view.FindAsync(Id, await current.GetAsync(ct), ct) is not { } facts) return Problem.NotFound();
        Facts = facts;
        var problem = facts.Bar(FieldCheckWork.Act);
        IsBarred = problem is not null;
        return problem;
    }
}
