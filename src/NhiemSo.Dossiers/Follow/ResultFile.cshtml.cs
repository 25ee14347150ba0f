using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Result;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Follow;

/// <summary>The issued result, for whoever proved to be the applicant.</summary>
[AllowAnonymous]
internal sealed class ResultFileModel(DepartmentDb db, Passes passes, ResultRelease release, Work work, AuditTrail audit, TimeProvider time) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id) return Redirect("/tra-cuu");
        var opened = await release.OpenAsync(id, ct);
        if (!opened.Ok) return this.Answer(opened.Problem);
        if (await db.Set<Dossier>().AnyAsync(d => d.Id == id && d.DownloadedAt == null, ct)) await RememberAsync(id, ct);
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
