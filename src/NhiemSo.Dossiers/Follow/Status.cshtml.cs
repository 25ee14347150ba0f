using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Follow;

/// <summary>Where the dossier is, for whoever proved to be its applicant: state in words, what is next, what they must do.</summary>
[AllowAnonymous, RequestSizeLimit(AcceptedPapers.RequestLimit), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class StatusModel(
    DepartmentDb db, Passes passes, Supplement supplement, IDocumentOffice documents, RuleShelf rules, MatterChips chips, OfficeCalendar calendar, FeeBook fees, IEnumerable<IStatusPanel> panels) : PageModel
{
    private ProcessDefinition process = null!;

    public Matter Matter { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    public PublicState State { get; private set; } = null!;

    public MatterChip? Chip { get; private set; }

    public IReadOnlyList<TimelineEvent> Course { get; private set; } = [];

    public IReadOnlyList<DayRow> Days { get; private set; } = [];

    public IReadOnlyList<string> Bases { get; private set; } = [];

    public IReadOnlyList<DossierComponent> Papers { get; private set; } = [];

    /// <summary>The desk, where paper is handed in.</summary>
    public string Desk => rules.Today.All<OfficeRule>()[0].Desk;

    /// <summary>What the form asks for: first what was found wanting, then what may be replaced. The application form only when it is at fault: it is made from the answers.</summary>
    public IEnumerable<DossierComponent> ToSend => Papers.Where(p => p.Code != Submission.FormComponent || p.IsAskedFor()).OrderByDescending(p => p.IsAskedFor());

    public static string HintOf(DossierComponent paper) => paper.IsAskedFor() ? "Cần nộp lại" + (paper.Remark is { } remark ? $": {remark}" : ".") : paper.FileId is null ? "Chưa có tệp." : "Đã có tệp; chọn tệp khác nếu muốn thay.";

    /// <summary>Forms the office gave the applicant: appointment, what to complete, refusal, apology.</summary>
    public IReadOnlyList<FileRow> Forms { get; private set; } = [];

    /// <summary>Another body decided: its paper is the result, and isn't checked here.</summary>
    public bool HasReceived => Dossier.ReceivedFileId is not null;

    /// <summary>Public check of the issued result; null before.</summary>
    public string? ResultHref { get; private set; }

    public string? Holder { get; private set; }

    /// <summary>What the use cases add.</summary>
    public IReadOnlyList<StatusPanel> Panels { get; private set; } = [];

    /// <summary>The act by which the applicant sends papers now; null when none is asked for.</summary>
    public string? Sending => new[] { Supplement.Resubmit, Supplement.SendMore }.FirstOrDefault(May);

    /// <summary>What the applicant is told to do, or to wait for.</summary>
    public string WhatNow => Panels.Select(p => p.Asks).FirstOrDefault(a => a is not null) is { } asks
        ? StatusWords.WhatNow(Matter, Dossier, Holder, State.Held, asks) : StatusWords.WhatNow(Matter, Dossier, Holder, State.Held);

    public bool MayWithdraw => May("rut");

    public string Code => Matter.Number ?? Dossier.LookupCode;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect("/tra-cuu");

    public async Task<IActionResult> OnPostSupplementAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect("/tra-cuu");
        if (Sending is not { } act) return this.Answer(Problem.WrongState("Hồ sơ đang ở bước không nhận thêm giấy tờ. Tải lại trang để xem hồ sơ đang ở đâu."));
        var done = await supplement.TakeAsync(new DossierAct(Matter.Id, act, Readers.ApplicantOf(Matter.Id, Dossier.ApplicantName), null), Request.Form.Files, Request.Form.ContainsKey(Supplement.OnPaper), ct);
        return done.Ok ? Redirect("/ho-so-cua-toi") : this.Answer(done.Problem);
    }

    private bool May(string act) => process.Act(act) is { } known && known.From.Contains(Matter.State) && known.By.Contains(Role.Applicant);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id || await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } dossier) return false;
        Dossier = dossier;
        Matter = await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id, ct);
        process = rules.Version<ProcessDefinition>(Matter.ProcessVersion);
        State = PublicState.Of(process, Matter, Dossier, (await fees.SheetsAsync([id], ct)).GetValueOrDefault(id));
        Chip = chips.Of(Matter);
        Papers = await db.Set<DossierComponent>().AsNoTracking().Where(c => c.DossierId == id).OrderBy(c => c.Order).ToListAsync(ct);
        if (MatterClocks.Read(Matter.Clocks).Leading(process) is { } clock)
        {
            var answer = clock.Answer(calendar.Calendar);
            (Days, Bases) = (DaysOf.Rows(answer), [.. answer.Days.Select(d => d.Basis).Distinct(StringComparer.Ordinal)]);
        }

        var unit = await db.Set<Unit>().Where(u => u.Id == Matter.UnitId).Select(u => u.Name).FirstAsync(ct);
        Holder = StatusWords.Holder(Matter, unit, rules.Today.All<OfficeRule>()[0]);
        Course = [.. await PastAsync(ct), .. Ahead()];
        Forms = await FormsAsync(ct);
        if (Dossier.ResultDocumentId is { } documentId && await documents.FindAsync(documentId, ct) is { IssuedAt: not null } document) ResultHref = $"/xac-minh/{document.Token}";
        foreach (var source in panels.OrderBy(p => p.Order))
            if (await source.OfAsync(Matter, Dossier, ct) is { } panel) Panels = [.. Panels, panel];
        return true;
    }

    /// <summary>The acts of which the process table tells the applicant; the office's inner steps are told by the state alone.</summary>
    private async Task<IEnumerable<TimelineEvent>> PastAsync(CancellationToken ct)
    {
        var told = process.Acts.Where(a => a.Notice is not null).Select(a => a.Id).ToList();
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == "matter" && e.SubjectId == Matter.Id && told.Contains(e.Act)).OrderBy(e => e.Position).ToListAsync(ct);
        return entries.Select(e => new TimelineEvent(e.Text + (e.Reason is null ? "" : $": {e.Reason}"), Wording.Moment(e.At)));
    }

    /// <summary>Where it is now, the step after, and the last one.</summary>
    private IEnumerable<TimelineEvent> Ahead()
    {
        if (Matter.Closed is not null) yield break;
        yield return new TimelineEvent(State.Words, Holder, EventTime.Now);
        var at = process.Steps.ToList().FindIndex(s => s.Id == MatterClocks.Read(Matter.Clocks).Step);
        foreach (var step in process.Steps.Skip(at + 1).Take(1).Union(process.Steps.Skip(at + 1).TakeLast(1))) yield return new TimelineEvent(step.Name, null, EventTime.Next);
    }

    private async Task<IReadOnlyList<FileRow>> FormsAsync(CancellationToken ct)
    {
        var told = GivenFormModel.Given(process);
        var forms = await db.Set<DossierForm>().AsNoTracking().Where(f => f.DossierId == Matter.Id && f.ReplacedAt == null && told.Contains(f.Template)).OrderBy(f => f.Id).ToListAsync(ct);
        return [.. forms.Select(f => new FileRow(rules.Today.Find<PaperTemplate>(f.Template)?.Name ?? f.Template, Wording.Moment(f.At), $"/ho-so-cua-toi/phieu/{f.Id}"))];
    }
}
