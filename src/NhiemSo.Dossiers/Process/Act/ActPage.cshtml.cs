using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Intake;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Process.Act;

/// <summary>
/// One act on one dossier, asked for by the process table: papers to tick, fields, officer, draft, reason. It stands on a page of
/// its own, keeps what was typed, and tells the second of two people what the first one did.
/// </summary>
internal sealed class ActPageModel(
    DossierView view, ActDesk desk, UnitWork unit, ResultWork result, LicenceWork licences, FeeBook fees, IEnumerable<OwnPage> ownPages, IEnumerable<IActPrefill> prefills, CurrentReader current, TimeProvider time) : PageModel
{
    private IReadOnlyDictionary<string, string>? prefill;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>Version of the matter when the page was opened.</summary>
    [BindProperty]
    public int? Seen { get; set; }

    [BindProperty]
    public Guid? Officer { get; set; }

    [BindProperty]
    public string? Instruction { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public IFormFile? Tep { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    public ProcessAct Definition { get; private set; } = null!;

    public IReadOnlyList<FieldDefinition> Fields { get; private set; } = [];

    public IReadOnlyList<Choice> Officers { get; private set; } = [];

    /// <summary>What others did since the page was opened.</summary>
    public IReadOnlyList<AuditEntry> Meanwhile { get; private set; } = [];

    /// <summary>Fees that are not paid or not determined while the result is handed over; null when there are none.</summary>
    public string? Owed { get; private set; }

    /// <summary>False when the dossier is at another step: then the page says so and has no form.</summary>
    public bool Possible => Definition.From.Contains(Facts.Matter.State);

    public bool AsksChecks => TicksMissing || Definition.Asks(ActNeed.ChecklistComplete) || Definition.Id == "huong-dan-hoan-thien";

    /// <summary>Ends the dossier without its result.</summary>
    public bool Ends => Definition.Ends(Facts.Process);

    /// <summary>Here a tick means the paper must come again; elsewhere that it was received.</summary>
    public bool TicksMissing => Definition.Id is ActDesk.AskForMore or ActDesk.AskForMoreLater;

    /// <summary>The act should have been taken earlier; it may be taken all the same.</summary>
    public bool ComesLate => unit.IsLate(Definition, Facts.Matter, Facts.Process, time.GetUtcNow().UtcDateTime);

    public string ReasonHint => Definition.Notice is null ? "Ghi vào lịch sử hồ sơ." : "Người nộp sẽ đọc câu này: viết rõ cần làm gì.";

    /// <summary>What was sent in a field, when the page answers with faults.</summary>
    public string? Said(string field) => Request.Method == "POST" ? Request.Form[field].ToString() : null;

    public string Today => time.Today().ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync(string act, CancellationToken ct)
    {
        if (OwnPageOf(act) is { } own) return own;
        if (await LoadAsync(act, ct) is { } problem) return this.Answer(problem);
        Seen = Facts.Matter.Version;
        foreach (var source in prefills)
            if (await source.OfAsync(Facts, act, ct) is { } known) prefill = known;
        Reason = prefill?.GetValueOrDefault("reason");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string act, string? preview, CancellationToken ct)
    {
        if (OwnPageOf(act) is { } own) return own;
        if (await LoadAsync(act, ct) is { } problem) return this.Answer(problem);
        var typed = Request.Form.Where(p => !p.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(p => p.Key, p => p.Value.ToString(), StringComparer.Ordinal);
        if (preview is not null) return await PreviewAsync(typed, ct);
        var input = new ActInput(Checks(), typed, Officer, Instruction, Tep);
        var done = await desk.TakeAsync(new DossierAct(Id, act, await current.GetAsync(ct), Seen, Reason?.Trim()), Definition, input, ct);
        if (done.Ok) return Redirect(done.Value.StartsWith("/mot-cua", StringComparison.Ordinal) ? $"{done.Value}?xong={act}" : done.Value);
        if (done.Problem.Kind == ProblemKind.Conflict)
        {
            await LoadAsync(act, ct);
            Meanwhile = [.. (await view.HistoryAsync(Id, ct)).Where(e => Facts.Process.Act(e.Act) is not null).Take(Math.Max(1, Facts.Matter.Version - (Seen ?? 0)))];
            Seen = Facts.Matter.Version;
            ModelState.Remove(nameof(Seen));
        }

        return this.Answer(done.Problem);
    }

    public bool IsTicked(DossierComponent paper) =>
        Request.Method == "POST" ? Request.Form.ContainsKey($"check-{paper.Code}") : !TicksMissing && (paper.Accepted ?? (paper.FileId is not null || paper.Code == Submission.FormComponent));

    public string? RemarkOf(DossierComponent paper) => Request.Method == "POST" ? Request.Form[$"remark-{paper.Code}"].ToString() : paper.Remark;

    public string? TypedOf(FieldDefinition field) =>
        Request.Method == "POST" ? Request.Form[field.Key].ToString() : prefill?.GetValueOrDefault(field.Key) is { } known ? known : Definition.Outcome is not null ? DraftResult.Typed(Definition, Facts.Procedure, Facts.Dossier).GetValueOrDefault(field.Key) : null;

    public static FieldKind KindOf(FieldDefinition field) => field.Type switch
    {
        FieldType.LongText => FieldKind.LongText,
        FieldType.Number => FieldKind.Number,
        FieldType.Money => FieldKind.Money,
        FieldType.Date => FieldKind.Date,
        // One thing to say yes to is a box to tick, not a choice.
        FieldType.Choice when field is { Required: true, Options.Count: 1 } => FieldKind.Checks,
        FieldType.Choice => field.Options.Count > 6 ? FieldKind.Select : FieldKind.Radios,
        _ => field.Pattern switch { "phone" => FieldKind.Phone, "email" => FieldKind.Email, _ => FieldKind.Text },
    };

    /// <summary>A list to pull down begins with nothing chosen, or its first entry would be taken for an answer.</summary>
    public static IReadOnlyList<Choice> ChoicesOf(FieldDefinition field)
    {
        var choices = field.Options.Select(o => new Choice(o.Value, o.Label));
        return KindOf(field) == FieldKind.Select ? [new Choice("", "Chọn một mục"), .. choices] : [.. choices];
    }

    private async Task<IActionResult> PreviewAsync(Dictionary<string, string> typed, CancellationToken ct)
    {
        var draft = DraftResult.Read(Definition, Facts.Procedure, Facts.Dossier, typed);
        if (draft.Faults.Count > 0) return this.Answer(Problem.Invalid("Dự thảo còn chỗ cần sửa.", [.. draft.Faults]));
        if (Definition.Outcome == ActOutcome.Granted && await licences.FaultAsync(Facts.Procedure, draft.Values, await current.GetAsync(ct), ct) is { } fault) return this.Answer(fault);
        Facts.Dossier.Draft = Json.Write(draft.Values);
        Facts.Dossier.DraftOutcome = ActOutcomeWords.Of(Definition.Outcome!.Value);
        var paper = await result.PreviewAsync(Facts.Dossier, Facts.Procedure, Facts.Process, Facts.Matter, ct);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }

    private List<PaperCheck> Checks() =>
        [.. Facts.Papers.Select(p => (p.Code, Ticked: Request.Form.ContainsKey($"check-{p.Code}"), Remark: Request.Form[$"remark-{p.Code}"].ToString()))
            .Select(p => new PaperCheck(p.Code, p.Ticked != TicksMissing, string.IsNullOrWhiteSpace(p.Remark) ? null : p.Remark.Trim()))];

    private RedirectResult? OwnPageOf(string act) => ownPages.FirstOrDefault(p => p.Act == act) is { } own ? Redirect($"/mot-cua/{Id}{own.Path}") : null;

    private async Task<Problem?> LoadAsync(string act, CancellationToken ct)
    {
        if (await view.FindAsync(Id, await current.GetAsync(ct), ct) is not { } facts) return Problem.NotFound();
        Facts = facts;
        var bar = facts.Bar(act);
        if (facts.Process.Act(act) is not { } definition) return bar;
        Definition = definition;
        if (bar is not null) return bar;
        if (act == "tra-ket-qua") Owed = await fees.OwedAsync(Id, ct);
        Fields = definition.Id switch
        {
            _ when definition.Outcome is not null => DraftResult.Fields(definition, facts.Procedure),
            "tham-dinh" => [.. definition.Fields, .. facts.Procedure.OfficeGroups.SelectMany(g => g.Fields)],
            _ => definition.Fields,
        };
        if (definition.Asks(ActNeed.Assignee)) Officers = [new Choice("", "Chọn người xử lý"), .. (await unit.OfficersAsync(facts.Matter.UnitId, ct)).Select(p => new Choice(p.Id.ToString(), p.FullName))];
        return null;
    }
}
