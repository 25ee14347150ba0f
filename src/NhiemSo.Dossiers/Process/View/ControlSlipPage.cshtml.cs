using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>Mẫu 05 up to now, as PDF.</summary>
internal sealed class ControlSlipPageModel(DossierView view, ControlSlip slip, CurrentReader current, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await view.FindAsync(id, await current.GetAsync(ct), ct) is not { } facts) return this.Answer(Problem.NotFound());
        if (facts.Dossier.AcceptedAt is null) return this.Answer(Problem.NotFound("Hồ sơ chưa được tiếp nhận nên chưa có phiếu kiểm soát."));
        var paper = await slip.PaperAsync(facts, ct);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }
}
