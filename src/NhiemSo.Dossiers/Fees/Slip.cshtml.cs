using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees;

/// <summary>The slip of one payment as PDF, for staff who see the dossier.</summary>
internal sealed class SlipModel(DossierView view, FeeSlip slip, CurrentReader current, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid paymentId, CancellationToken ct)
    {
        if (await view.FindAsync(id, await current.GetAsync(ct), ct) is null) return this.Answer(Problem.NotFound());
        var paper = await slip.PaperAsync(id, paymentId, ct);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }
}
