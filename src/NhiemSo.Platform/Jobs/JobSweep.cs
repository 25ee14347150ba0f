using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Jobs;

/// <summary>Forgets jobs, and messages that belong to no matter, 30 days after they were done. Dead ones stay for a person to see.</summary>
public sealed class JobSweep(DepartmentDb db, Work work, TimeProvider time) : IJobHandler
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public string Kind => "jobs.sweep";

    public string Title => "Dọn các việc đã xong từ lâu";

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        var before = time.UtcNow() - Kept;
        await work.ActAsync<Done>(async token =>
        {
            await db.Set<Job>().Where(j => j.State == JobState.Done && j.DoneAt < before).ExecuteDeleteAsync(token);
            await db.Set<Mail>().Where(m => m.MatterId == null && m.SentAt < before).ExecuteDeleteAsync(token);
            await db.Set<SmsMessage>().Where(m => m.MatterId == null && m.SentAt < before).ExecuteDeleteAsync(token);
            return Done.Yes;
        }, ct);
    }
}
