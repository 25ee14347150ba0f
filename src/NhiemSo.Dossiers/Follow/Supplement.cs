using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Follow;

/// <summary>The applicant brings what was asked for: files first, then one act that refers to them.</summary>
internal sealed class Supplement(DepartmentDb db, Work work, FileStore store, MatterFiles files, DossierActs acts, AuditTrail audit)
{
    private const string Prefix = "giay-to.";

    /// <param name="resubmit">Before acceptance the dossier goes back to the desk's list; during appraisal the desk itself notes that all is in.</param>
    public async Task<Outcome<Done>> TakeAsync(Guid dossierId, Reader applicant, bool resubmit, IFormFileCollection uploads, CancellationToken ct)
    {
        var stored = new Dictionary<string, Stored>(StringComparer.Ordinal);
        foreach (var upload in uploads.Where(u => u.Length > 0 && u.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            await using var content = upload.OpenReadStream();
            var kept = await store.PutAsync(content, upload.FileName, ct);
            if (!kept.Ok) return Problem.Field(upload.Name, kept.Problem.Fields.Count > 0 ? kept.Problem.Fields[0].Message : kept.Problem.Message);
            stored[upload.Name[Prefix.Length..]] = kept.Value;
        }

        if (stored.Count == 0 && !resubmit) return Problem.Invalid("Chọn ít nhất một tệp để gửi.");
        return await work.ActAsync<Done>(async c =>
        {
            var papers = await db.Set<DossierComponent>().Where(p => p.DossierId == dossierId).ToListAsync(c);
            foreach (var (code, file) in stored)
                if (papers.Find(p => p.Code == code) is { } paper) (paper.FileId, paper.Accepted) = ((await files.AttachAsync(file, dossierId, "component:" + code, applicant.Name, c)).Id, null);
            if (resubmit)
            {
                var moved = await acts.InActAsync(new DossierAct(dossierId, "hoan-thien", applicant, null), (act, dossier, _, _) =>
                {
                    act.Evidence.AddRange(stored.Values.Select(s => s.Hash));
                    dossier.Request = null;
                    return Task.FromResult<Outcome<Done>>(Done.Yes);
                }, c);
                return moved.Ok ? Done.Yes : moved.Problem;
            }

            await audit.WriteAsync("matter", dossierId, Actor.Applicant, new AuditNote("nop-bo-sung", $"Người nộp gửi {stored.Count} tệp bổ sung", Evidence: [.. stored.Values.Select(s => s.Hash)]), c);
            return Done.Yes;
        }, ct);
    }
}
