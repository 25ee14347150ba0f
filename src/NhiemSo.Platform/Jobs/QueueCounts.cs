using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Jobs;

/// <summary>How much waits in the queue. Counting stops at <see cref="Most"/>: a queue that long is no more precise a worry.</summary>
internal sealed class QueueCounts(DepartmentDb db, TimeProvider time)
{
    public const int Most = 1000;

    private IQueryable<Job> Waiting => db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Waiting);

    /// <summary>Due, and no node works on them.</summary>
    public Task<int> DueAsync(CancellationToken ct) => CountAsync(Due(), ct);

    public Task<int> RunningAsync(CancellationToken ct)
    {
        var now = time.UtcNow();
        return CountAsync(Waiting.Where(j => j.LeaseUntil >= now), ct);
    }

    /// <summary>For a day and hour to come, tries again among them.</summary>
    public Task<int> LaterAsync(CancellationToken ct)
    {
        var now = time.UtcNow();
        return CountAsync(Waiting.Where(j => j.RunAt > now && (j.LeaseUntil == null || j.LeaseUntil < now)), ct);
    }

    /// <summary>Since when the oldest one has been due; null when none is.</summary>
    public Task<DateTime?> OldestDueAsync(CancellationToken ct) => Due().OrderBy(j => j.RunAt).Select(j => (DateTime?)j.RunAt).FirstOrDefaultAsync(ct);

    public Task<int> DeadAsync(CancellationToken ct) => CountAsync(Dead(), ct);

    public async Task<IReadOnlyDictionary<string, int>> DeadByKindAsync(CancellationToken ct)
    {
        var kinds = await Dead().OrderByDescending(j => j.RunAt).Take(Most).Select(j => j.Kind).ToListAsync(ct);
        return kinds.CountBy(k => k, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
    }

    private IQueryable<Job> Due()
    {
        var now = time.UtcNow();
        return Waiting.Where(j => j.RunAt <= now && (j.LeaseUntil == null || j.LeaseUntil < now));
    }

    private IQueryable<Job> Dead() => db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Dead);

    private static Task<int> CountAsync(IQueryable<Job> jobs, CancellationToken ct) => jobs.OrderBy(j => j.RunAt).Take(Most).CountAsync(ct);
}
