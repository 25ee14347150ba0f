using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Parts;

namespace NhiemSo.Dossiers.Follow;

/// <summary>The applicant takes the dossier back, with a reason; asked once more, because it can't be undone.</summary>
[AllowAnonymous]
internal sealed class WithdrawModel(DepartmentDb db, Passes passes, DossierActs acts, RuleShelf rules) : PageModel
{
    private const string Back = "/ho-so-cua-toi";

    private const string Act = "rut";

    [BindProperty]
    public string? Reason { get; set; }

    public ConfirmStep Ask { get; private set; } = null!;

    /// <summary>Set when the dossier has gone too far to be taken back.</summary>
    public Problem? TooLate { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is null) return Redirect("/tra-cuu");
        return TooLate is { } problem ? this.Answer(problem) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } dossier) return Redirect("/tra-cuu");
        if (TooLate is { } problem) return this.Answer(problem);
        var done = await acts.TakeAsync(new DossierAct(dossier.Id, Act, Readers.ApplicantOf(dossier.Id, dossier.ApplicantName), null, Reason?.Trim()), DossierActs.Nothing, ct);
        if (done.Ok) return Redirect(Back);
        return this.Answer(done.Problem.Fields.Count > 0 ? Problem.Field(nameof(Reason), "Ghi lý do bạn rút hồ sơ.") : done.Problem);
    }

    private async Task<Dossier?> LoadAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id || await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } dossier) return null;
        var matter = await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id, ct);
        if (rules.Version<ProcessDefinition>(matter.ProcessVersion).Act(Act)?.From.Contains(matter.State) != true)
            TooLate = Problem.WrongState($"Hồ sơ đang ở bước “{matter.StateName}” nên không rút được nữa. Xem hồ sơ đang ở đâu và bạn cần làm gì ở trang hồ sơ của bạn.");
        Ask = new ConfirmStep(
            $"Rút hồ sơ {matter.Number ?? dossier.LookupCode}?",
            $"{matter.Title}. Rút rồi thì chúng tôi không xử lý tiếp nữa; muốn làm lại, bạn nộp hồ sơ mới.",
            "Rút hồ sơ", Back, ReasonName: nameof(Reason), ReasonLabel: "Lý do rút");
        return dossier;
    }
}
