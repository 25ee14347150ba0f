using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>A printed form of the dossier as PDF.</summary>
internal sealed class PrintedFormModel(DossierView view, DossierForms forms, CurrentReader current, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid formId, CancellationToken ct)
    {
        if (await view.FindAsync(id, await current.GetAsync(ct), ct) is null) return this.Answer(Problem.NotFound());
        var paper = await forms.PaperAsync(id, formId, ct);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }
}

/// <summary>Answers a paper as PDF, shown in the browser.</summary>
internal static class PaperFile
{
    public static IActionResult Of(PageModel page, Paper paper, TimeProvider time)
    {
        var pdf = new MemoryStream();
        var printed = PaperPdf.Render(paper, pdf, time.GetUtcNow().UtcDateTime);
        if (!printed.Ok) return page.Answer(printed.Problem);
        return page.File(pdf.ToArray(), "application/pdf");
    }
}
