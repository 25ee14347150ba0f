using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>One line that no dossier matched: given to one by hand, or said to be no fee.</summary>
internal sealed class LineModel(DepartmentDb db, StatementDesk desk, Matches matches, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public LineMatch Match { get; private set; } = null!;

    public Matter? Matter { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        Code = Match.Reference;
        return Page();
    }

    public async Task<IActionResult> OnPostAssignAsync(CancellationToken ct)
    {
        var done = await desk.AssignAsync(Id, await current.GetAsync(ct), Code, Reason, ct);
        return done.Ok ? Redirect($"/mot-cua/{done.Value}/phi") : this.Answer(await LoadAsync(ct) ?? done.Problem);
    }

    public async Task<IActionResult> OnPostDismissAsync(CancellationToken ct)
    {
        var done = await desk.DismissAsync(Id, await current.GetAsync(ct), Why, ct);
        return done.Ok ? Redirect("/thu-phi/sao-ke") : this.Answer(await LoadAsync(ct) ?? done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!reader.Has(Role.Desk)) return FeeActs.NotTheDesk;
        if (await db.Set<StatementLine>().AsNoTracking().FirstOrDefaultAsync(l => l.Id == Id, ct) is not { } line) return Problem.NotFound();
        Match = (await matches.OfAsync([line], ct))[0];
        var dossier = line.DossierId ?? Match.Dossier;
        Matter = dossier is { } id ? (await matches.SeenAsync([id], reader, ct)).GetValueOrDefault(id) : null;
        return null;
    }
}
