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
using NhiemSo.Platform.Shell.Parts;

namespace NhiemSo.Dossiers.Follow;

/// <summary>The applicant takes the dossier back, with a reason; asked once more, because it can't be undone.</summary>
[AllowAnonymous]
internal sealed class WithdrawModel(DepartmentDb db, Passes passes, DossierActs acts) : PageModel
{
    private const string Back = "/ho-so-cua-toi";

    [BindProperty]
    public string? Reason { get; set; }

    public ConfirmStep Ask { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is null ? Redirect("/tra-cuu") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } dossier) return Redirect("/tra-cuu");
        var done = await acts.TakeAsync(new DossierAct(dossier.Id, "rut", Readers.ApplicantOf(dossier.Id, dossier.ApplicantName), null, Reason?.Trim()), DossierActs.Nothing, ct);
        if (done.Ok) return Redirect(Back);
        return this.Answer(done.Problem.Fields.Count > 0 ? Problem.Field(nameof(Reason), "Ghi lý do bạn rút hồ sơ.") : done.Problem);
    }

    private async Task<Dossier?> LoadAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id || await db.Set<Dossier>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == id, ct) is not { } dossier) return null;
        var matter = await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id, ct);
        Ask = new ConfirmStep(
            $"Rút hồ sơ {matter.Number ?? dossier.LookupCode}?",
            $"{matter.Title}. Rút rồi thì chúng tôi không xử lý tiếp nữa; muốn làm lại, bạn nộp hồ sơ mới.",
            "Rút hồ sơ", Back, ReasonName: nameof(Reason), ReasonLabel: "Lý do rút");
        return dossier;
    }
}
