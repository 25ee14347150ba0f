using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Follow;

/// <summary>Where the dossier is, for whoever proved to be its applicant: state in words, what is next, what they must do.</summary>
[AllowAnonymous]
internal sealed class StatusModel(
    DepartmentDb db, Passes passes, Supplement supplement, DossierActs acts, IDocumentOffice documents, RuleShelf rules, MatterChips chips, OfficeCalendar calendar) : PageModel
{
    /// <summary>Acts a citizen sees in the course; the office's inner steps are told by the state alone.</summary>
    private static readonly HashSet<string> Shown = new(StringComparer.Ordinal)
        { "nop", "tiep-nhan", "huong-dan-hoan-thien", "hoan-thien", "tu-choi-tiep-nhan", "chuyen", "yeu-cau-bo-sung", "bo-sung", "xin-loi-hen-lai", "phat-hanh", "tra-ket-qua", "rut", "dung", "nop-bo-sung" };

    [BindProperty]
    public string? Reason { get; set; }

    public Matter Matter { get; private set; } = null!;

    public Dossier Dossier { get; private set; } = null!;

    public ProcessState State { get; private set; } = null!;

    public MatterChip? Chip { get; private set; }

    public IReadOnlyList<TimelineEvent> Course { get; private set; } = [];

    public IReadOnlyList<DayRow> Days { get; private set; } = [];

    public IReadOnlyList<DossierComponent> Papers { get; private set; } = [];

    public string? ResultHref { get; private set; }

    public bool MayWithdraw { get; private set; }

    public bool CanResubmit => Matter.State == "cho-hoan-thien";

    public bool MaySupplement => CanResubmit || Matter.State == "cho-bo-sung";

    public string WhatNow { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : Redirect("/tra-cuu");

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect("/tra-cuu");
        var done = await acts.TakeAsync(new DossierAct(Matter.Id, "rut", Applicant(), null, Reason?.Trim()), DossierActs.Nothing, ct);
        return done.Ok ? Redirect("/ho-so-cua-toi") : this.Answer(done.Problem.Fields.Count > 0 ? Problem.Field(nameof(Reason), "Ghi lý do bạn rút hồ sơ.") : done.Problem);
    }

    public async Task<IActionResult> OnPostSupplementAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct)) return Redirect("/tra-cuu");
        var done = await supplement.TakeAsync(Matter.Id, Applicant(), CanResubmit, Request.Form.Files, ct);
        return done.Ok ? Redirect("/ho-so-cua-toi") : this.Answer(done.Problem);
    }

    private Reader Applicant() => Readers.ApplicantOf(Matter.Id, Dossier.ApplicantName);

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id || await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } dossier) return false;
        Dossier = dossier;
        Matter = await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id, ct);
        var process = rules.Version<ProcessDefinition>(Matter.ProcessVersion);
        State = process.State(Matter.State)!;
        Chip = chips.Of(Matter);
        Papers = await db.Set<DossierComponent>().AsNoTracking().Where(c => c.DossierId == id && c.Code != "don-de-nghi").OrderBy(c => c.Order).ToListAsync(ct);
        MayWithdraw = process.Act("rut") is { } withdraw && withdraw.From.Contains(Matter.State);
        if (MatterClocks.Read(Matter.Clocks).Leading(process) is { } clock) Days = DaysOf.Rows(clock.Answer(calendar.Calendar));
        var unit = await db.Set<Unit>().Where(u => u.Id == Matter.UnitId).Select(u => u.Name).FirstAsync(ct);
        var entries = await db.Set<AuditEntry>().AsNoTracking().Where(e => e.Subject == "matter" && e.SubjectId == id && Shown.Contains(e.Act)).OrderByDescending(e => e.Position).ToListAsync(ct);
        Course = [.. entries.Select((e, i) => new TimelineEvent(e.Text, $"{Vietnam.Local(e.At):dd/MM/yyyy, HH:mm}", i == 0 && Matter.Closed is null ? EventTime.Now : EventTime.Past))];
        if (Dossier.ResultDocumentId is { } documentId && await documents.FindAsync(documentId, ct) is { IssuedAt: not null } document) ResultHref = $"/xac-minh/{document.Token}";
        WhatNow = Words(unit);
        return true;
    }

    private string Words(string unit) => State.Turn switch
    {
        Role.Applicant => "Đến lượt bạn: xem phần dưới để biết cần làm gì.",
        Role.Desk when State.Id == "cho-tra-ket-qua" => Dossier.ReturnBy switch { "online" => "Kết quả đã có. Bạn tải ở đây.", "post" => "Kết quả đã có và đang được gửi bưu chính đến bạn.", _ => "Kết quả đã có. Mời bạn đến Bộ phận Tiếp nhận và Trả kết quả." },
        Role.Desk => "Bộ phận Tiếp nhận và Trả kết quả đang giữ hồ sơ. Bạn chưa phải làm gì.",
        null => "Hồ sơ này đã kết thúc.",
        _ => $"{unit} đang giữ hồ sơ. Bạn chưa phải làm gì" + (Dossier.Appointment is { } at ? $"; hẹn trả kết quả {Vietnam.Local(at):HH:mm dd/MM/yyyy}." : "."),
    };
}
