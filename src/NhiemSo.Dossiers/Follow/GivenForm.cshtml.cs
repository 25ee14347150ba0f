using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Dossiers.Process.View;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.Follow;

/// <summary>A form that the office gave the applicant, as PDF; those that stay within the office aren't opened here.</summary>
[AllowAnonymous]
internal sealed class GivenFormModel(DepartmentDb db, Passes passes, DossierForms forms, RuleShelf rules, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid formId, CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id) return Redirect("/tra-cuu");
        var template = await db.Set<DossierForm>().Where(f => f.Id == formId && f.DossierId == id).Select(f => f.Template).FirstOrDefaultAsync(ct);
        var version = await db.Set<Matter>().Where(m => m.Id == id).Select(m => m.ProcessVersion).FirstOrDefaultAsync(ct);
        if (template is null || version is null || !Given(rules.Version<ProcessDefinition>(version)).Contains(template)) return this.Answer(Problem.NotFound());
        var paper = await forms.PaperAsync(id, formId, ct);
        return paper.Ok ? PaperFile.Of(this, paper.Value, time) : this.Answer(paper.Problem);
    }

    /// <summary>Templates of the acts of which the process tells the applicant.</summary>
    public static IReadOnlyList<string> Given(ProcessDefinition process) => [.. process.Acts.Where(a => a.Notice is not null).SelectMany(a => a.Produces).Distinct()];
}
