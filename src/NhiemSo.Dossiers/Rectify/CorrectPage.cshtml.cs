using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Rectify;

/// <summary>The applicant's form as it stands, to be put right.</summary>
internal sealed class CorrectPageModel(DossierView view, CorrectWork correct, CurrentReader current) : PageModel
{
    private IReadOnlyDictionary<string, object> stated = new Dictionary<string, object>();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    public bool IsBarred { get; private set; }

    public string? Typed(FieldDefinition field) =>
        Request.Method == "POST" ? Request.Form[field.Key].ToString() : field.Type == FieldType.Choice ? stated.GetValueOrDefault(field.Key)?.ToString() : FormInput.Show(field, stated.GetValueOrDefault(field.Key));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        Seen = Facts.Matter.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (string.IsNullOrWhiteSpace(Reason)) return this.Answer(Problem.Field(nameof(Reason), "Ghi lý do: người nộp sẽ đọc câu này."));
        var typed = Request.Form.ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        var done = await correct.TakeAsync(new DossierAct(Id, CorrectWork.Act, await current.GetAsync(ct), Seen, Reason.Trim()), typed, ct);
        return done.Ok ? Redirect($"/mot-cua/{Id}?xong={CorrectWork.Act}") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (await view.FindAsync(Id, await current.GetAsync(ct), ct) is not { } facts) return Problem.NotFound();
        (Facts, stated) = (facts, Json.Values(facts.Dossier.Data));
        var problem = facts.Bar(CorrectWork.Act);
        IsBarred = problem is not null;
        return problem;
    }
}
