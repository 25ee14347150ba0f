using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;

namespace NhiemSo.Host.Serve.Watch;

/// <summary>This node can work: the database answers, has this version's schema, and the job runner is alive.</summary>
internal sealed class OfficeReady(DepartmentDb db, JobRunner runner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!await db.Database.CanConnectAsync(cancellationToken)) return HealthCheckResult.Unhealthy("the database does not answer");
        if ((await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any()) return HealthCheckResult.Unhealthy("the database has not this version's schema");
        return runner.Alive ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the job runner has stopped");
    }
}
