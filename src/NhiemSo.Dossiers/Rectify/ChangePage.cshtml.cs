using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.Act;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Mandate;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Rectify;

/// <summary>Choose the right procedure, see what it means, then change with a reason.</summary>
internal sealed class ChangePageModel(DossierView view, ChangeWork change, IDuties duties, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true, Name = "thu-tuc")]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Procedure { get; set; }

    [BindProperty]
    public int? Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    public bool IsBarred { get; private set; }

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>The procedure to be seen before; null while none is chosen.</summary>
    public Procedure? To { get; private set; }

    public string? UnitName { get; private set; }

    public int CarriedCount { get; private set; }

    public IReadOnlyList<FieldDefinition> Missing { get; private set; } = [];

    public IReadOnlyList<string> MissingPapers { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(Chosen, ct) is { } problem) return this.Answer(problem);
        Seen = Facts.Matter.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(Procedure, ct) is { } problem) return this.Answer(problem);
        if (string.IsNullOrWhiteSpace(Reason)) return this.Answer(Problem.Field(nameof(Reason), "Ghi lý do: người nộp sẽ đọc câu này."));
        var reader = await current.GetAsync(ct);
        var done = await change.TakeAsync(new DossierAct(Id, ChangeWork.Act, reader, Seen, Reason.Trim()), Procedure, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        // The head of the unit that had it may see it no longer.
        return await view.FindAsync(Id, reader, ct) is null ? Redirect("/viec") : Redirect($"/mot-cua/{Id}?xong={ChangeWork.Act}");
    }

    private async Task<Problem?> LoadAsync(string? chosen, CancellationToken ct)
    {
        if (await view.FindAsync(Id, await current.GetAsync(ct), ct) is not { } facts) return Problem.NotFound();
        Facts = facts;
        var problem = facts.Bar(ChangeWork.Act);
        IsBarred = problem is not null;
        if (IsBarred) return problem;
        var targets = change.Targets(facts.Procedure).ToList();
        Choices = [new Choice("", "Chọn một thủ tục"), .. targets.Select(o => new Choice(o.Procedure.Code, $"{o.Procedure.FieldName ?? o.Procedure.Field}: {o.Procedure.Name}")).OrderBy(c => c.Text, StringComparer.Ordinal)];
        if (targets.Find(o => o.Procedure.Code == chosen) is not { } to) return null;
        To = to.Procedure;
        var carried = ChangeWork.Carried(facts.Dossier, To);
        (CarriedCount, Missing) = (carried.Count, ChangeWork.Missing(To, carried));
        MissingPapers = [.. To.Components.Where(c => c.Required && c.Code != Submission.FormComponent && facts.Papers.All(p => p.Code != c.Code || (p.FileId is null && p.Accepted != true))).Select(c => c.Name)];
        UnitName = (await duties.FindAsync(To.Duty, to.Book.From, time.Today(), ct))?.UnitName;
        return null;
    }
}
