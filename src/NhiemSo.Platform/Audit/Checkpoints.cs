using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Audit;

/// <summary>Takes checkpoints of the audit trail; every hour, and by command.</summary>
public sealed class Checkpoints(DepartmentDb db, Work work, DatabaseSettings settings, CheckpointSettings copies, TimeProvider time) : IJobHandler
{
    /// <summary>Chains in one file.</summary>
    private const int Batch = 5000;

    private readonly CheckpointKey key = new(settings);

    public string Kind => "audit.checkpoint";

    public string Title => "Chốt nhật ký";

    internal string Folder => Path.Combine(settings.DataFolder, "checkpoints");

    public async Task RunAsync(Job job, CancellationToken ct) => await TakeAsync(ct);

    /// <summary>Vouches for every chain that grew since the last time; the numbers of the checkpoints finished now.</summary>
    public async Task<IReadOnlyList<int>> TakeAsync(CancellationToken ct)
    {
        var finished = await FinishAsync(ct);
        for (var more = true; more;)
        {
            var taken = await work.ActAsync<int>(async token => await TakeOneAsync(token), ct);
            more = taken.Value == Batch;
        }

        return [.. finished, .. await FinishAsync(ct)];
    }

    /// <summary>One statement finds and marks the heads, so that none can grow unseen between the two.</summary>
    private async Task<int> TakeOneAsync(CancellationToken ct)
    {
        var heads = await db.Set<AuditHead>().FromSql(
            $"""
             UPDATE pf_audit_head SET checkpointed = position WHERE (subject, subject_id) IN
             (SELECT subject, subject_id FROM pf_audit_head WHERE checkpointed <> position LIMIT {Batch}) RETURNING *
             """).AsNoTracking().ToListAsync(ct);
        if (heads.Count == 0) return 0;
        var last = await db.Set<Checkpoint>().AsNoTracking().OrderByDescending(c => c.Number).FirstOrDefaultAsync(ct);
        var at = Microseconds.Trim(time.UtcNow());
        var header = new CheckpointHeader((last?.Number ?? 0) + 1, at, heads.Count, last?.FileHash ?? AuditTrail.First);
        var text = CheckpointFile.Write(header, heads.Select(h => new CheckpointLine(h.Subject, h.SubjectId, h.Position, h.Hash)));
        db.Add(new Checkpoint { Number = header.Number, At = at, Heads = heads.Count, Text = text, FileHash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))) });
        return heads.Count;
    }

    private async Task<List<int>> FinishAsync(CancellationToken ct)
    {
        var finished = new List<int>();
        while (await db.Set<Checkpoint>().AsNoTracking().Where(c => c.Signature == null).OrderBy(c => c.Number).FirstOrDefaultAsync(ct) is { } open)
        {
            var content = Encoding.UTF8.GetBytes(open.Text ?? throw new InvalidOperationException($"checkpoint {open.Number} has neither text nor signature"));
            // A new key in silence would leave the earlier checkpoints unprovable.
            if (!key.Exists && await db.Set<Checkpoint>().AnyAsync(c => c.Signature != null, ct))
                throw new InvalidOperationException("keys/audit-checkpoint.pem is gone although checkpoints were signed with it: restore it from the backup.");
            var signature = await key.SignAsync(content, ct);
            foreach (var folder in copies.CopyTo is { Length: > 0 } other ? (string[])[Folder, other] : [Folder])
            {
                await Durable.WriteAsync(Path.Combine(folder, CheckpointFile.Name(open.Number)), content, ct);
                await Durable.WriteAsync(Path.Combine(folder, CheckpointFile.Name(open.Number) + ".sig"), signature, ct);
            }

            await work.ActAsync<Done>(async token =>
            {
                var row = await db.Set<Checkpoint>().FirstAsync(c => c.Number == open.Number, token);
                (row.Text, row.Signature) = (null, Convert.ToBase64String(signature));
                return Done.Yes;
            }, ct);
            finished.Add(open.Number);
        }

        return finished;
    }
}
