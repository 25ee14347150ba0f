using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Follow;

/// <summary>The issued result, for whoever proved to be the applicant.</summary>
[AllowAnonymous]
internal sealed class ResultFileModel(DepartmentDb db, Passes passes, IDocumentOffice documents, MatterFiles files) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id) return Redirect("/tra-cuu");
        var result = await db.Set<Dossier>().Where(d => d.Id == id).Select(d => new { d.ResultDocumentId, d.ReceivedFileId }).FirstOrDefaultAsync(ct);
        var ours = result?.ResultDocumentId is { } documentId && await documents.FindAsync(documentId, ct) is { IssuedAt: not null } document ? document.FileId : null;
        if ((ours ?? result?.ReceivedFileId) is not { } fileId) return this.Answer(Problem.NotFound("Hồ sơ này chưa có kết quả."));
        var opened = await files.OpenAsync(fileId, Readers.ApplicantOf(id), ct);
        return opened.Ok ? this.Answer(opened.Value) : this.Answer(opened.Problem);
    }
}
