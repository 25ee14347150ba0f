using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>The draft result as it will be printed, without number and date.</summary>
internal sealed class DraftPreviewModel(DossierView view, ResultWork result, CurrentReader current, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await view.FindAsync(id, await current.GetAsync(ct), ct) is not { } facts) return this.Answer(Problem.NotFound());
        if (facts.Dossier.Draft is null) return this.Answer(Problem.NotFound("Hồ sơ này chưa có dự thảo."));
        var paper = await result.PreviewAsync(facts.Dossier, facts.Procedure, facts.Process, facts.Matter, ct);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }
}
