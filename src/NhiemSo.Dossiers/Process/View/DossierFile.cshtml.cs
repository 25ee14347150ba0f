using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Process.View;

/// <summary>A file of the dossier, for who may see the dossier.</summary>
internal sealed class DossierFileModel(MatterFiles files, CurrentReader current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, CancellationToken ct)
    {
        var opened = await files.OpenAsync(fileId, await current.GetAsync(ct), ct);
        if (!opened.Ok || opened.Value.Ref.MatterId != id) return this.Answer(Problem.NotFound());
        return this.Answer(opened.Value);
    }
}
