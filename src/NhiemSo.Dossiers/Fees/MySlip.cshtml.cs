using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees;

/// <summary>The slip of one payment, for whoever proved to be the applicant.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class MySlipModel(Passes passes, FeeSlip slip, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid paymentId, CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id) return Redirect("/tra-cuu");
        var paper = await slip.PaperAsync(id, paymentId, ct);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }
}
