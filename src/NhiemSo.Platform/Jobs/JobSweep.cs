using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Jobs;

/// <summary>Forgets jobs 30 days after they were done: their bodies hold addresses and names. Dead ones stay for a person to see.</summary>
public sealed class JobSweep(DepartmentDb db, Work work, TimeProvider time) : IJobHandler
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Kind => "jobs.sweep";

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        var before = time.UtcNow() - Kept;
        await work.ActAsync<Done>(async token =>
        {
            await db.Set<Job>().Where(j => j.State == JobState.Done && j.DoneAt < before).ExecuteDeleteAsync(token);
            return Done.Yes;
        }, ct);
    }
}
