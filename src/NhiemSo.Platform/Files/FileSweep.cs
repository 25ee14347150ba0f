using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Files;

/// <summary>Removes bytes that nothing has referred to for longer than the grace period (longer than any backup takes).</summary>
public sealed class FileSweep(DepartmentDb db, Work work, FileStore store, TimeProvider time) : IJobHandler
{
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    private const int Batch = 500;
    private const string Aside = ".aside";

    public string Kind => "files.sweep";

    public string Title => "Dọn tệp không còn nơi nào dùng";

    public async Task RunAsync(Job job, CancellationToken ct) => await SweepAsync(ct);

    /// <summary>The number of files removed.</summary>
    public async Task<int> SweepAsync(CancellationToken ct)
    {
        if (!Directory.Exists(store.Root)) return 0;
        var before = time.UtcNow() - Grace;
        PutBack();
        foreach (var left in Directory.EnumerateFiles(store.Incoming).Where(f => File.GetLastWriteTimeUtc(f) < before)) File.Delete(left);
        var removed = 0;
        foreach (var old in OldFiles(before).Chunk(Batch)) removed += await SweepAsync(old, before, ct);
        return removed;
    }

    /// <summary>A sweep that died half-way may have set aside a file that is needed: back with it, and judge anew.</summary>
    private void PutBack()
    {
        foreach (var aside in Directory.EnumerateFiles(store.Incoming, "*" + Aside))
        {
            var path = store.PathOf(Path.GetFileNameWithoutExtension(aside));
            if (File.Exists(path)) File.Delete(aside);
            else Durable.MoveInto(aside, path);
        }
    }

    private IEnumerable<string> OldFiles(DateTime before) =>
        Directory.EnumerateFiles(store.Root, "*", SearchOption.AllDirectories)
            .Where(f => Path.GetFileName(f).Length == 64 && File.GetLastWriteTimeUtc(f) < before).Select(f => Path.GetFileName(f));

    private async Task<int> SweepAsync(string[] hashes, DateTime before, CancellationToken ct)
    {
        var referred = await db.Set<FileRef>().Where(f => hashes.Contains(f.Hash) && (f.RemovedAt == null || f.RemovedAt > before)).Select(f => f.Hash).Distinct().ToListAsync(ct);
        var gone = hashes.Except(referred, StringComparer.Ordinal).Where(h => Remove(h, before)).ToList();
        if (gone.Count == 0) return 0;
        await work.ActAsync<Done>(async token =>
        {
            await db.Set<StoredFile>().Where(f => gone.Contains(f.Hash) && !db.Set<FileRef>().Any(r => r.Hash == f.Hash && r.RemovedAt == null)).ExecuteDeleteAsync(token);
            return Done.Yes;
        }, ct);
        return gone.Count;
    }

    /// <summary>
    /// Set aside first, then looked at again: a file put anew since we asked has a new time and goes back to its place,
    /// so that an act about to refer to it finds it.
    /// </summary>
    private bool Remove(string hash, DateTime before)
    {
        var (path, aside) = (store.PathOf(hash), Path.Combine(store.Incoming, hash + Aside));
        File.Move(path, aside, overwrite: true);
        if (File.GetLastWriteTimeUtc(aside) < before)
        {
            File.Delete(aside);
            return true;
        }

        if (File.Exists(path)) File.Delete(aside);
        else Durable.MoveInto(aside, path);
        return false;
    }
}
