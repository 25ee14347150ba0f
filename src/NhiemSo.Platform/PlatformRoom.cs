using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Rooms;

namespace NhiemSo.Platform;

/// <summary>The ground floor: what any office needs, knowing nothing of departments.</summary>
public sealed class PlatformRoom : IRoom
{
    public string Name => "platform";

    public void AddServices(IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Readers>();
        services.AddScoped<AuditTrail>();
        services.AddScoped<AuditVerifier>();
        services.AddScoped<Numbers>();
        services.AddSingleton<FileStore>();
        services.AddScoped<MatterFiles>();
        AddJobs(services);
    }

    private static void AddJobs(IServiceCollection services)
    {
        services.AddSingleton<JobSignal>();
        services.AddScoped<JobQueue>();
        services.AddScoped<JobClaims>();
        services.AddSingleton<JobRunner>();
        services.AddHostedService(s => s.GetRequiredService<JobRunner>());
        services.TryAddSingleton(new MailSettings("Nhiệm Sở", "khong-tra-loi@localhost"));
        services.AddScoped<Outbox>();
        services.AddScoped<IJobHandler, MailHandler>();
        services.AddScoped<FileSweep>();
        services.AddScoped<IJobHandler>(s => s.GetRequiredService<FileSweep>());
        services.AddSingleton(new DailyJob("files.sweep", new TimeOnly(2, 0)));
        services.TryAddSingleton(new CheckpointSettings(null));
        services.AddScoped<Checkpoints>();
        services.AddScoped<IJobHandler>(s => s.GetRequiredService<Checkpoints>());
        for (var hour = 0; hour < 24; hour++) services.AddSingleton(new DailyJob("audit.checkpoint", new TimeOnly(hour, 10)));
        services.AddScoped<IJobHandler, JobSweep>();
        services.AddSingleton(new DailyJob("jobs.sweep", new TimeOnly(2, 30)));
    }

    public void AddTables(ModelBuilder model) => PlatformTables.Add(model);

    public void MapApi(IEndpointRouteBuilder api)
    {
    }
}
