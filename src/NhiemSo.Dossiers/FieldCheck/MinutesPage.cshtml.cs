using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.FieldCheck;

/// <summary>The minutes of a check: written, corrected, and closed by the signed copy.</summary>
internal sealed class MinutesPageModel(DossierView view, FieldCheckWork checks, DepartmentDb db, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid CheckId { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? From { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Place { get; set; }

    [BindProperty]
    public string? Members { get; set; }

    [BindProperty]
    public string? Findings { get; set; }

    [BindProperty]
    public string? Conclusion { get; set; }

    [BindProperty]
    public IFormFile? Tep { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    public FieldCheckRecord Check { get; private set; } = null!;

    public bool IsBarred { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        Show();
        return Page();
    }

    public async Task<IActionResult> OnPostMinutesAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (!ModelState.IsValid) return Page();
        return Answered(await checks.WriteAsync(await ActAsync(ct), CheckId, new CheckMinutes(Day, From, To, Place, Members, Findings, Conclusion), ct));
    }

    public async Task<IActionResult> OnPostSignedAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        var done = await checks.KeepSignedAsync(await ActAsync(ct), CheckId, Tep, ct);
        if (!done.Ok) Show();
        return Answered(done);
    }

    private void Show()
    {
        var (from, to) = (Vietnam.Local(Check.HeldFrom ?? Check.PlannedFor), Check.HeldTo is { } end ? Vietnam.Local(end) : default(DateTimeOffset?));
        (Day, From, To, Place, Members) = (DateOnly.FromDateTime(from.DateTime), from.ToString("HH:mm"), to?.ToString("HH:mm"), Check.Place, Check.Members);
        (Findings, Conclusion) = (Check.Content, Check.Conclusion);
    }

    private async Task<DossierAct> ActAsync(CancellationToken ct) => new(Id, FieldCheckWork.Act, await current.GetAsync(ct), null);

    private IActionResult Answered(Outcome<Matter> done) => done.Ok ? Redirect($"/mot-cua/{Id}?xong={FieldCheckWork.Act}") : this.Answer(done.Problem);

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (await view.FindAsync(Id, await current.GetAsync(ct), ct) is not { } facts || await db.Set<FieldCheckRecord>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == CheckId && c.DossierId == Id, ct) is not { } check) return Problem.NotFound();
        (Facts, Check) = (facts, check);
        var problem = facts.Bar(FieldCheckWork.Act) ?? (check.SignedFileId is null ? null : Problem.WrongState("Biên bản đã có bản ký nên không sửa được nữa."));
        IsBarred = problem is not null;
        return problem;
    }
}
