using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Follow;

/// <summary>The issued result, for whoever proved to be the applicant.</summary>
[AllowAnonymous]
internal sealed class ResultFileModel(DepartmentDb db, Passes passes, IDocumentOffice documents, MatterFiles files, Work work, AuditTrail audit, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id) return Redirect("/tra-cuu");
        var result = await db.Set<Dossier>().Where(d => d.Id == id).Select(d => new { d.ResultDocumentId, d.ReceivedFileId, d.DownloadedAt }).FirstOrDefaultAsync(ct);
        var ours = result?.ResultDocumentId is { } documentId && await documents.FindAsync(documentId, ct) is { IssuedAt: not null } document ? document.FileId : null;
        if ((ours ?? result?.ReceivedFileId) is not { } fileId) return this.Answer(Problem.NotFound("Hồ sơ này chưa có kết quả."));
        var opened = await files.OpenAsync(fileId, Readers.ApplicantOf(id), ct);
        if (!opened.Ok) return this.Answer(opened.Problem);
        if (result!.DownloadedAt is null) await RememberAsync(id, ct);
        return this.Answer(opened.Value);
    }

    /// <summary>The first download shows that the result arrived.</summary>
    private Task<Outcome<Done>> RememberAsync(Guid id, CancellationToken ct) => work.ActAsync<Done>(async c =>
    {
        var dossier = await db.Set<Dossier>().FirstAsync(d => d.Id == id, c);
        if (dossier.DownloadedAt is not null) return Done.Yes;
        dossier.DownloadedAt = Microseconds.Trim(time.UtcNow());
        await audit.WriteAsync("matter", id, Actor.Applicant, new AuditNote("tai-ket-qua", "Người nộp tải kết quả lần đầu"), c);
        return Done.Yes;
    }, ct);
}
