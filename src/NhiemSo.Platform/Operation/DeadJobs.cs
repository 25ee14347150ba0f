using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Operation;

/// <summary>The administrator lets a job that gave up be tried again.</summary>
internal sealed class DeadJobs(DepartmentDb db, Work work, JobQueue jobs, JobNames names, AuditTrail audit)
{
    public const string Subject = "job";

    public async Task<Outcome<Done>> RetryAsync(Guid id, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        return await work.ActAsync<Done>(async c =>
        {
            var again = await jobs.RetryDeadInActAsync(id, c);
            if (!again.Ok) return again;
            var job = await db.Set<Job>().FirstAsync(j => j.Id == id, c);
            await audit.WriteAsync(Subject, id, by.As(Role.Admin), new AuditNote("chay-lai-viec", $"Cho chạy lại: {names.Of(job.Kind)}"), c);
            return Done.Yes;
        }, ct);
    }
}
