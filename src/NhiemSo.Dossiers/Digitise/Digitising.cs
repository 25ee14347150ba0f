using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Digitise;

/// <summary>What the desk does with one paper: a scan or photo of it, and that it was held against the original.</summary>
internal sealed record PaperScan(string Code, IFormFile? File, bool Compared, string? Reason);

/// <summary>The desk turns what came on paper into files, paper by paper, and confirms each copy (số hóa, Nghị định 107/2021/NĐ-CP).</summary>
internal sealed class Digitising(DepartmentDb db, DossierActs acts, FileStore store, MatterFiles files)
{
    public const string Act = "so-hoa";

    public static string FileField(string code) => "tep-" + code;

    public static string ComparedField(string code) => "doi-chieu-" + code;

    public static string ReasonField(string code) => "ly-do-" + code;

    /// <summary>May be scanned: it came, or may come, on paper. What the applicant sent as a file stays as it was sent.</summary>
    public static bool MayBeScanned(DossierComponent paper, Dossier dossier) =>
        dossier.Channel != Channel.Office && (paper.ScannedAt is not null || (paper.FileId is null && !(dossier.Channel == Channel.Online && paper.Code == Submission.FormComponent)));

    /// <summary>It is here on paper and there is no file of it yet.</summary>
    public static bool IsWaiting(DossierComponent paper, Dossier dossier) =>
        MayBeScanned(paper, dossier) && paper.FileId is null && (paper.Accepted ?? (paper.Required && dossier.Channel is Channel.Desk or Channel.Post));

    public async Task<Outcome<Matter>> TakeAsync(DossierAct request, IReadOnlyList<PaperScan> scans, CancellationToken ct)
    {
        var (stored, refused) = (new Dictionary<string, Stored>(StringComparer.Ordinal), new List<FieldFault>());
        foreach (var scan in scans.Where(s => s.File is { FileName.Length: > 0 }))
        {
            await using var content = scan.File!.OpenReadStream();
            var kept = await store.PutPaperAsync(content, scan.File.FileName, ct);
            if (kept.Ok) stored[scan.Code] = kept.Value;
            else refused.Add(kept.Problem.At(FileField(scan.Code)));
        }

        if (refused.Count > 0) return Problem.Invalid("Có tệp chưa nhận được.", [.. refused]);
        return await acts.TakeAsync(request with { Act = Act }, async (act, dossier, _, c) =>
        {
            var (faults, scanned, compared) = (new List<FieldFault>(), 0, 0);
            foreach (var paper in await db.Set<DossierComponent>().Where(p => p.DossierId == dossier.Id).OrderBy(p => p.Order).ToListAsync(c))
            {
                if (scans.FirstOrDefault(s => s.Code == paper.Code) is not { } scan || !MayBeScanned(paper, dossier)) continue;
                if (stored.GetValueOrDefault(paper.Code) is { } file)
                {
                    if (Fault(paper, scan) is { } fault) faults.Add(fault);
                    else await KeepAsync(act, paper, file, scan.Reason, c);
                    scanned++;
                }

                if (!scan.Compared || paper.ComparedAt is not null) continue;
                if (paper.ScannedAt is null) faults.Add(new FieldFault(FileField(paper.Code), $"Chọn bản quét của {paper.Name}: chưa có tệp nên chưa đối chiếu được."));
                (paper.ComparedAt, paper.ComparedByName) = (act.Now, act.Actor.Name);
                act.Changes.Add(new Change($"đối chiếu với bản chính: {paper.Name}", null, act.Actor.Name));
                compared++;
            }

            if (faults.Count > 0) return Problem.Invalid("Còn chỗ cần sửa.", [.. faults]);
            if (scanned + compared == 0) return Problem.Invalid("Chọn ít nhất một tệp, hoặc đánh dấu một giấy tờ đã đối chiếu.");
            act.Text = string.Join(", ", new[] { scanned > 0 ? $"Số hóa {scanned} giấy tờ" : null, compared > 0 ? $"{(scanned > 0 ? "đối" : "Đối")} chiếu {compared} giấy tờ với bản chính" : null }.OfType<string>());
            return Done.Yes;
        }, ct);
    }

    /// <summary>A copy is replaced for a reason, and only as long as the paper isn't accepted: what was decided on must stay.</summary>
    private static FieldFault? Fault(DossierComponent paper, PaperScan scan) => paper switch
    {
        { ScannedAt: null } => null,
        { Accepted: true } => new FieldFault(FileField(paper.Code), $"{paper.Name} đã được chấp nhận nên không thay bản số hóa được."),
        _ when string.IsNullOrWhiteSpace(scan.Reason) => new FieldFault(ReasonField(paper.Code), $"Ghi vì sao thay bản số hóa của {paper.Name}."),
        _ => null,
    };

    private async Task KeepAsync(ActScope act, DossierComponent paper, Stored file, string? reason, CancellationToken ct)
    {
        string? before = null;
        if (paper.FileId is { } old)
        {
            var removed = await files.RemoveAsync(old, reason!.Trim(), ct);
            before = removed.Ok ? $"{removed.Value.Name} (thay vì: {reason.Trim()})" : null;
        }

        paper.FileId = (await files.AttachAsync(file, paper.DossierId, "component:" + paper.Code, act.Actor.Name, ct)).Id;
        (paper.ScannedAt, paper.ScannedByName, paper.ComparedAt, paper.ComparedByName) = (act.Now, act.Actor.Name, null, null);
        act.Changes.Add(new Change($"bản số hóa: {paper.Name}", before, file.Name));
        act.Evidence.Add(file.Hash);
    }
}
