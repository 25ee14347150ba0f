using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Digitise;

/// <summary>Scans or photos of what came on paper, one after another, each with the confirmation of the copy.</summary>
[RequestSizeLimit(AcceptedPapers.RequestLimit)]
internal sealed class DigitisePageModel(DossierView view, Digitising digitising, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    /// <summary>The dossier is at a step at which nothing is digitised any more.</summary>
    public bool IsBarred { get; private set; }

    public IReadOnlyList<DossierComponent> Papers => [.. Facts.Papers.Where(p => Digitising.MayBeScanned(p, Facts.Dossier))];

    public string? Said(string field) => Request.Method == "POST" ? Request.Form[field].ToString() : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        var scans = Papers.Select(p => new PaperScan(p.Code, Request.Form.Files[Digitising.FileField(p.Code)], Request.Form.ContainsKey(Digitising.ComparedField(p.Code)), Request.Form[Digitising.ReasonField(p.Code)].ToString())).ToList();
        var done = await digitising.TakeAsync(new DossierAct(Id, Digitising.Act, await current.GetAsync(ct), null), scans, ct);
        return done.Ok ? Redirect($"/mot-cua/{Id}?xong={Digitising.Act}") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (await view.FindAsync(Id, await current.GetAsync(ct), ct) is not { } facts) return Problem.NotFound();
        Facts = facts;
        var problem = facts.Bar(Digitising.Act);
        IsBarred = problem is not null;
        return problem;
    }
}
