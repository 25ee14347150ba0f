using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Jobs;

/// <summary>
/// Who works on which job: a lease that a node takes, renews and ends. Two nodes never hold one job, because SQLite has
/// one writer and PostgreSQL skips rows that another claim has locked.
/// </summary>
internal sealed class JobClaims(DepartmentDb db, Work work, TimeProvider time)
{
    public const int MaxTries = 8;
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private DateTime Now => Microseconds.Trim(time.UtcNow());

    public async Task<IReadOnlyList<Job>> ClaimAsync(string node, int atMost, CancellationToken ct)
    {
        var now = Now;
        if (!await Due(now).AnyAsync(ct)) return [];
        var claimed = await work.ActAsync<IReadOnlyList<Job>>(async token =>
        {
            var jobs = await (db.Database.IsNpgsql() ? DueLocked(now, atMost) : Due(now).OrderBy(j => j.RunAt).Take(atMost)).ToListAsync(token);
            foreach (var job in jobs)
            {
                // The node died with it, again and again: it stops here instead of taking the next node down.
                if (job.Tries >= MaxTries) (job.State, job.LastError) = (JobState.Dead, job.LastError ?? "Máy chủ dừng giữa chừng khi chạy việc này.");
                else (job.LeaseBy, job.LeaseUntil, job.Tries) = (node, now + Lease, job.Tries + 1);
            }

            return jobs.FindAll(j => j.State == JobState.Waiting);
        }, ct);
        db.ChangeTracker.Clear();
        return claimed.Value ?? [];
    }

    /// <summary>False when another node has it by now.</summary>
    public async Task<bool> RenewAsync(Job job, CancellationToken ct) => await EndAsync(job, j => j.LeaseUntil = Now + Lease, ct);

    public Task<bool> DoneAsync(Job job, CancellationToken ct) => EndAsync(job, j =>
        (j.State, j.DoneAt, j.LeaseBy, j.LeaseUntil, j.LastError) = (JobState.Done, Now, null, null, null), ct);

    public Task<bool> FailedAsync(Job job, Exception error, CancellationToken ct) => EndAsync(job, j =>
    {
        var text = $"{error.GetType().Name}: {error.Message}";
        (j.LastError, j.LeaseBy, j.LeaseUntil) = (text[..Math.Min(text.Length, 2000)], null, null);
        if (j.Tries >= MaxTries) j.State = JobState.Dead;
        else j.RunAt = Now + Wait(j.Tries);
    }, ct);

    /// <summary>10 s after the first failure, then four times as long each time, at most 2 hours.</summary>
    internal static TimeSpan Wait(int tries) => TimeSpan.FromSeconds(Math.Min(10 * Math.Pow(4, tries - 1), 7200));

    private async Task<bool> EndAsync(Job job, Action<Job> change, CancellationToken ct)
    {
        var ended = await work.ActAsync<bool>(async token =>
        {
            var own = await db.Set<Job>().FirstOrDefaultAsync(j => j.Id == job.Id && j.LeaseBy == job.LeaseBy && j.Tries == job.Tries && j.State == JobState.Waiting, token);
            if (own is not null) change(own);
            return own is not null;
        }, ct);
        db.ChangeTracker.Clear();
        return ended.Value;
    }

    private IQueryable<Job> Due(DateTime now) =>
        db.Set<Job>().Where(j => j.State == JobState.Waiting && j.RunAt <= now && (j.LeaseUntil == null || j.LeaseUntil < now));

    private IQueryable<Job> DueLocked(DateTime now, int atMost) => db.Set<Job>().FromSql(
        $"""
         SELECT * FROM pf_job WHERE state = {(int)JobState.Waiting} AND run_at <= {now} AND (lease_until IS NULL OR lease_until < {now})
         ORDER BY run_at LIMIT {atMost} FOR UPDATE SKIP LOCKED
         """);
}
