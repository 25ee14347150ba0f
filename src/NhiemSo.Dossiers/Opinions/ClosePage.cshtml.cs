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

namespace NhiemSo.Dossiers.Opinions;

/// <summary>An open question ends: another body's letter is recorded, or the question is withdrawn.</summary>
internal sealed class ClosePageModel(DossierView view, OpinionWork opinions, DepartmentDb db, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid OpinionId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Symbol { get; set; }

    [BindProperty]
    public DateOnly? Date { get; set; }

    [BindProperty]
    public IFormFile? Tep { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public DossierFacts Facts { get; private set; } = null!;

    public Opinion Opinion { get; private set; } = null!;

    public bool MayReceive => Opinion is { State: OpinionState.Asked, UnitId: null } && Facts.Bar(OpinionWork.Receive) is null;

    public bool MayWithdraw => Opinion.State == OpinionState.Asked && Facts.Bar(OpinionWork.Withdraw) is null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostReceiveAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (Opinion.UnitId is not null) return this.Answer(Problem.WrongState("Đơn vị của Sở tự trả lời trên phần mềm."));
        if (!ModelState.IsValid) return Page();
        return Answered(await opinions.ReceiveAsync(new DossierAct(Id, OpinionWork.Receive, await current.GetAsync(ct), null), OpinionId, new OpinionAnswer(Text, Tep, Symbol, Date), ct), OpinionWork.Receive);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        if (string.IsNullOrWhiteSpace(Reason)) return this.Answer(Problem.Field(nameof(Reason), "Ghi lý do: bên được hỏi sẽ đọc câu này."));
        return Answered(await opinions.WithdrawAsync(new DossierAct(Id, OpinionWork.Withdraw, await current.GetAsync(ct), null, Reason.Trim()), OpinionId, ct), OpinionWork.Withdraw);
    }

    private IActionResult Answered(Outcome<Matter> done, string act) => done.Ok ? Redirect($"/mot-cua/{Id}?xong={act}") : this.Answer(done.Problem);

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (await view.FindAsync(Id, await current.GetAsync(ct), ct) is not { } facts || await db.Set<Opinion>().AsNoTracking().FirstOrDefaultAsync(o => o.Id == OpinionId && o.DossierId == Id, ct) is not { } opinion) return Problem.NotFound();
        (Facts, Opinion) = (facts, opinion);
        if (opinion.State != OpinionState.Asked) return Problem.WrongState("Yêu cầu ý kiến này đã được trả lời hoặc đã rút.");
        return facts.Bar(OpinionWork.Withdraw) is { } barred && facts.Bar(OpinionWork.Receive) is not null ? barred : null;
    }
}
