using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Jobs;

/// <summary>Work to be done after the act, enqueued in its transaction.</summary>
public sealed class JobQueue(DepartmentDb db, Work work, JobSignal signal, TimeProvider time)
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Enqueues a job unless one with this key was ever enqueued and is still kept; runs only if the act is saved.</summary>
    /// <param name="key">Says what the job is about, so that the same thing is not done twice, e.g. <c>mail:ack:HS-12</c>.</param>
    /// <param name="body">Serialised for the handler.</param>
    /// <param name="runAt">UTC; now when null.</param>
    public async Task EnqueueAsync(string kind, string key, object body, CancellationToken ct, DateTime? runAt = null)
    {
        if (db.Set<Job>().Local.Any(j => j.Key == key) || await db.Set<Job>().AnyAsync(j => j.Key == key, ct)) return;
        var now = Microseconds.Trim(time.UtcNow());
        db.Add(new Job { Kind = kind, Key = key, Body = JsonSerializer.Serialize(body, Json), At = now, RunAt = runAt is { } at ? Microseconds.Trim(at) : now });
        work.OnSaved(signal.Pulse);
    }

    /// <summary>Lets a dead job be tried again from the start.</summary>
    public Task<Outcome<Done>> RetryDeadAsync(Guid jobId, CancellationToken ct) => work.ActAsync(token => RetryDeadInActAsync(jobId, token), ct);

    /// <summary>The same within an act already open.</summary>
    public async Task<Outcome<Done>> RetryDeadInActAsync(Guid jobId, CancellationToken ct)
    {
        var job = await db.Set<Job>().FirstOrDefaultAsync(j => j.Id == jobId, ct);
        if (job is null) return Problem.NotFound();
        if (job.State != JobState.Dead) return Problem.WrongState("Việc này không ở trạng thái dừng hẳn nên không cần chạy lại.");
        (job.State, job.Tries, job.RunAt, job.LeaseUntil, job.LeaseBy) = (JobState.Waiting, 0, Microseconds.Trim(time.UtcNow()), null, null);
        work.OnSaved(signal.Pulse);
        return Done.Yes;
    }

    /// <summary>Jobs that gave up, newest first.</summary>
    public Task<List<Job>> DeadAsync(int atMost, CancellationToken ct) =>
        db.Set<Job>().AsNoTracking().Where(j => j.State == JobState.Dead).OrderByDescending(j => j.RunAt).Take(atMost).ToListAsync(ct);
}
