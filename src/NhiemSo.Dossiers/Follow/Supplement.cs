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

    /// <summary>Ticked by who hands in on paper at the desk what isn't sent as a file.</summary>
    public const string OnPaper = "mang-den";

    private const string Prefix = "giay-to.";

    public static string PaperField(DossierComponent paper) => Prefix + paper.Code;

    public async Task<Outcome<Matter>> TakeAsync(DossierAct request, IFormFileCollection uploads, bool onPaper, CancellationToken ct)
    {
        var (stored, refused) = (new Dictionary<string, Stored>(StringComparer.Ordinal), new List<FieldFault>());
        foreach (var upload in uploads.Where(u => u.FileName.Length > 0 && u.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            await using var content = upload.OpenReadStream();
            var kept = await store.PutPaperAsync(content, upload.FileName, ct);
            if (kept.Ok) stored[upload.Name[Prefix.Length..]] = kept.Value;
            else refused.Add(kept.Problem.At(upload.Name));
        }

        if (refused.Count > 0) return Problem.Invalid("Có tệp chưa nhận được.", [.. refused]);
        return await acts.TakeAsync(request, async (act, dossier, _, c) =>
        {
            var papers = await db.Set<DossierComponent>().Where(p => p.DossierId == dossier.Id).ToListAsync(c);
            var asked = papers.Where(p => p.IsAskedFor() && !stored.ContainsKey(p.Code)).OrderBy(p => p.Order).ToList();
            if (Missing(asked, stored.Count, onPaper) is { } missing) return missing;
            foreach (var (code, file) in stored)
            {
                if (papers.Find(p => p.Code == code) is not { } paper) continue;
                (paper.FileId, paper.Accepted) = ((await files.AttachAsync(file, dossier.Id, "component:" + code, act.Actor.Name, c)).Id, null);
                (paper.ScannedAt, paper.ScannedByName, paper.ComparedAt, paper.ComparedByName) = (null, null, null, null);
            }

            act.Evidence.AddRange(stored.Values.Select(s => s.Hash));
            act.Text = string.Join("; ", new[] { stored.Count > 0 ? $"Người nộp gửi {stored.Count} tệp bổ sung" : null, onPaper ? "Người nộp báo mang bản giấy đến" + (asked.Count > 0 ? ": " + string.Join(", ", asked.Select(p => p.Name)) : "") : null }.OfType<string>());
            if (request.Act == Resubmit) dossier.Request = null;
            // Where the state stays, the desk's list has to show that something came.
            act.Matter.Turn = Role.Desk;
            return Done.Yes;
        }, ct);
    }

    /// <summary>Sending nothing would bring the dossier back as it was, and the applicant would think that all is done.</summary>
    private static Problem? Missing(List<DossierComponent> asked, int sent, bool onPaper)
    {
        if (onPaper || (asked.Count == 0 && sent > 0)) return null;
        return asked.Count == 0 ? Problem.Field(OnPaper, "Chọn ít nhất một tệp để gửi, hoặc đánh dấu là bạn mang bản giấy đến.")
            : Problem.Invalid("Còn giấy tờ được yêu cầu mà chưa có tệp.", [.. asked.Select(p => new FieldFault(PaperField(p), $"Chọn tệp: {p.Name}, hoặc đánh dấu bên dưới là bạn mang bản giấy đến."))]);
    }
}
