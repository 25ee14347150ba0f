using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Audit;

/// <summary>Holds the chains against the signed checkpoints: what one vouched for must still stand there.</summary>
internal sealed class CheckpointCheck(DepartmentDb db, DatabaseSettings settings, AuditFaults faults)
{
    private const int Batch = 200;

    private readonly string folder = Path.Combine(settings.DataFolder, "checkpoints");

    public int Good { get; private set; }

    public DateTime? VouchedUntil { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        using var key = await new CheckpointKey(settings).PublicAsync(ct);
        // The folder before the rows: a checkpoint that is being taken meanwhile has its row first, its files next and its signature in the row last.
        var onDisk = !Directory.Exists(folder) ? [] : Directory.EnumerateFiles(folder, "*.jsonl").Select(f => int.TryParse(Path.GetFileNameWithoutExtension(f), out var n) ? n : 0).ToList();
        var rows = await db.Set<Checkpoint>().AsNoTracking().OrderBy(c => c.Number).ToDictionaryAsync(c => c.Number, ct);
        var last = Math.Max(rows.Values.Where(r => r.Signature is not null).Select(r => r.Number).DefaultIfEmpty().Max(), onDisk.DefaultIfEmpty().Max());
        var previous = AuditTrail.First;
        for (var number = 1; number <= last; number++)
            previous = await CheckAsync(number, rows.GetValueOrDefault(number), previous, key, ct);
    }

    /// <summary>The hash that the next one must name as its previous.</summary>
    private async Task<string> CheckAsync(int number, Checkpoint? row, string previous, ECDsa? key, CancellationToken ct)
    {
        if (row is { Signature: null }) return row.FileHash; // being taken: it vouches for nothing yet
        var path = Path.Combine(folder, CheckpointFile.Name(number));
        if (!File.Exists(path) || !File.Exists(path + ".sig"))
        {
            Fault(number, $"Mất tệp của điểm chốt số {number}.");
            return row?.FileHash ?? previous;
        }

        var content = await File.ReadAllBytesAsync(path, ct);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content));
        var signed = key is not null && key.VerifyData(content, await File.ReadAllBytesAsync(path + ".sig", ct), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var faultsBefore = faults.Count;
        if (key is null) Fault(number, $"Không có khóa công khai để kiểm tra chữ ký của điểm chốt số {number}.");
        else if (!signed) Fault(number, $"Điểm chốt số {number} đã bị sửa: chữ ký không đúng.");
        if (row is null) Fault(number, $"Điểm chốt số {number} có trong tệp nhưng đã mất trong cơ sở dữ liệu.");
        else if (row.FileHash != hash) Fault(number, $"Điểm chốt số {number} trong tệp khác với bản ghi trong cơ sở dữ liệu.");
        if (signed && CheckpointFile.Read(content) is { } file)
        {
            if (file.Header.Number != number || file.Header.Previous != previous) Fault(number, $"Điểm chốt số {number} không nối tiếp điểm chốt liền trước.");
            foreach (var lines in file.Lines.Chunk(Batch)) await CheckAsync(lines, number, ct);
            if (faults.Count == faultsBefore) (Good, VouchedUntil) = (Good + 1, file.Header.At);
        }

        return hash;
    }

    private async Task CheckAsync(CheckpointLine[] lines, int number, CancellationToken ct)
    {
        foreach (var chain in lines.GroupBy(l => l.Subject))
        {
            var (ids, positions) = (chain.Select(l => l.Id).ToArray(), chain.Select(l => l.Position).Distinct().ToArray());
            var entries = await db.Set<AuditEntry>().Where(e => e.Subject == chain.Key && ids.Contains(e.SubjectId) && positions.Contains(e.Position))
                .Select(e => new { e.SubjectId, e.Position, e.Hash }).ToDictionaryAsync(e => (e.SubjectId, e.Position), e => e.Hash, ct);
            foreach (var line in chain)
            {
                if (!entries.TryGetValue((line.Id, line.Position), out var hash))
                    faults.Add(AuditFaultKind.Removed, line.Subject, line.Id, line.Position, $"Mục ở vị trí {line.Position} có ở điểm chốt số {number} nhưng nay đã mất.");
                else if (hash != line.Hash)
                    faults.Add(AuditFaultKind.Changed, line.Subject, line.Id, line.Position, $"Chuỗi đến vị trí {line.Position} khác với điểm chốt số {number}: đã bị viết lại sau đó.");
            }
        }
    }

    private void Fault(int number, string text) => faults.Add(AuditFaultKind.Checkpoint, "checkpoint", Guid.Empty, number, text);
}
