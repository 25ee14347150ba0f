using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Reuse;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Apply;

/// <summary>
/// Forgets applications that nobody went on writing: what was typed at once, the uploads with the file sweep, and the names of
/// uploads once their bytes are gone. A draft that was handed in goes too; its papers are the dossier's. So do codes that nobody gave back.
/// </summary>
internal sealed class DraftSweep(DepartmentDb db, Work work, MatterFiles files, TimeProvider time) : IJobHandler
{
    private const int Batch = 100;

    public const string Name = "drafts.sweep";

    public string Kind => Name;

    public string Title => "Dọn bản nộp dở quá 30 ngày";

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        while (await SweepAsync(ct) == Batch)
        {
        }

        var gone = time.UtcNow() - FileSweep.Grace;
        await work.ActAsync<Done>(async c =>
        {
            await db.Set<FileRef>().Where(f => f.MatterId == null && f.Purpose.StartsWith(DraftPapers.Purpose) && f.RemovedAt < gone).ExecuteDeleteAsync(c);
            await db.Set<PhoneProof>().Where(p => p.ExpiresAt < gone).ExecuteDeleteAsync(c);
            await db.Set<ReusedPaper>().Where(r => !db.Set<FileRef>().Any(f => f.Id == r.FileId)).ExecuteDeleteAsync(c);
            return Done.Yes;
        }, ct);
    }

    private async Task<int> SweepAsync(CancellationToken ct)
    {
        var before = time.UtcNow() - Drafts.Kept;
        var swept = await work.ActAsync<int>(async c =>
        {
            var drafts = await db.Set<ApplicationDraft>().Where(d => d.UpdatedAt < before).OrderBy(d => d.Id).Take(Batch).ToListAsync(c);
            foreach (var file in drafts.Where(d => d.DossierId is null).SelectMany(d => Json.Ids(d.Files).Values))
                await files.RemoveAsync(file, "đơn không được viết tiếp trong 30 ngày", c);
            db.RemoveRange(drafts);
            return drafts.Count;
        }, ct);
        // Somebody went on writing one of them just now: the rest has time until tomorrow.
        return swept.Ok ? swept.Value : 0;
    }
}
