using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Opinions;

/// <summary>Asks another unit or another body.</summary>
internal sealed class AskPageModel(DossierView view, OpinionWork opinions, DepartmentDb db, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public Guid? Unit { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public int? Days { get; set; }

    [BindProperty]
    public string? LetterSymbol { get; set; }

    [BindProperty]
    public DateOnly? LetterDate { get; set; }

    [BindProperty]
    public IFormFile? Tep { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    public bool IsBarred { get; private set; }

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (!ModelState.IsValid) return Page();
        var done = await opinions.AskAsync(new DossierAct(Id, OpinionWork.Ask, await current.GetAsync(ct), null), new OpinionAsk(Unit, Body, Question, Days, LetterSymbol, LetterDate, Tep), ct);
        return done.Ok ? Redirect($"/mot-cua/{Id}?xong={OpinionWork.Ask}") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (await view.FindAsync(Id, await current.GetAsync(ct), ct) is not { } facts) return Problem.NotFound();
        Facts = facts;
        var today = time.Today();
        var units = await db.Set<Unit>().AsNoTracking().Where(u => u.Id != facts.Matter.UnitId && u.ParentId != null && u.From <= today && (u.To == null || u.To >= today)).OrderBy(u => u.Order).ToListAsync(ct);
        Units = [new Choice("", "Cơ quan ngoài Sở (ghi tên bên dưới)"), .. units.Select(u => new Choice(u.Id.ToString(), u.Name))];
        var problem = facts.Bar(OpinionWork.Ask);
        IsBarred = problem is not null;
        return problem;
    }
}
