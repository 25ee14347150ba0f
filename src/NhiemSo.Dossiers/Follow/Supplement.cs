using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Follow;

/// <summary>The applicant brings what was asked for: files first, then one act of the process that refers to them.</summary>
internal sealed class Supplement(DepartmentDb db, FileStore store, MatterFiles files, DossierActs acts)
{
    /// <summary>Before acceptance the dossier goes back to the desk's list.</summary>
    public const string Resubmit = "hoan-thien";

    /// <summary>During appraisal the desk itself notes that all is in, and the limit begins anew.</summary>
    public const string SendMore = "nop-bo-sung";

    private const string Prefix = "giay-to.";

    public static string PaperField(DossierComponent paper) => Prefix + paper.Code;

    public async Task<Outcome<Matter>> TakeAsync(DossierAct request, IFormFileCollection uploads, CancellationToken ct)
    {
        var (stored, refused) = (new Dictionary<string, Stored>(StringComparer.Ordinal), new List<FieldFault>());
        foreach (var upload in uploads.Where(u => u.FileName.Length > 0 && u.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            await using var content = upload.OpenReadStream();
            var kept = await store.PutPaperAsync(content, upload.FileName, ct);
            if (kept.Ok) stored[upload.Name[Prefix.Length..]] = kept.Value;
            else refused.Add(new FieldFault(upload.Name, kept.Problem.Fields.Count > 0 ? kept.Problem.Fields[0].Message : kept.Problem.Message));
        }

        if (refused.Count > 0) return Problem.Invalid("Có tệp chưa nhận được.", [.. refused]);
        if (stored.Count == 0 && request.Act != Resubmit) return Problem.Invalid("Chọn ít nhất một tệp để gửi.");
        return await acts.TakeAsync(request, async (act, dossier, _, c) =>
        {
            var papers = await db.Set<DossierComponent>().Where(p => p.DossierId == dossier.Id).ToListAsync(c);
            foreach (var (code, file) in stored)
                if (papers.Find(p => p.Code == code) is { } paper) (paper.FileId, paper.Accepted) = ((await files.AttachAsync(file, dossier.Id, "component:" + code, act.Actor.Name, c)).Id, null);
            act.Evidence.AddRange(stored.Values.Select(s => s.Hash));
            if (stored.Count > 0) act.Text = $"Người nộp gửi {stored.Count} tệp bổ sung";
            if (request.Act == Resubmit) dossier.Request = null;
            // Where the state stays, the desk's list has to show that something came.
            act.Matter.Turn = Role.Desk;
            return Done.Yes;
        }, ct);
    }
}
