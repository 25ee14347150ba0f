using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NhiemSo.Platform.Jobs;

namespace NhiemSo.Platform.Telemetry;

/// <summary>Measures the queue every half minute, while somebody listens.</summary>
internal sealed class QueueDepth(IServiceScopeFactory scopes, ILogger<QueueDepth> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Kinds that had dead jobs once: they go on being reported, as none, when a person has dealt with them.</summary>
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    public async Task MeasureAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var counts = scope.ServiceProvider.GetRequiredService<QueueCounts>();
        OfficeTelemetry.JobsWaiting.Record(await counts.DueAsync(ct));
        var dead = await counts.DeadByKindAsync(ct);
        seen.UnionWith(dead.Keys);
        foreach (var kind in seen) OfficeTelemetry.JobsDead.Record(dead.GetValueOrDefault(kind), new KeyValuePair<string, object?>("kind", kind));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                if (OfficeTelemetry.JobsWaiting.Enabled) await MeasureAsync(stoppingToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                log.LogWarning(e, "The queue could not be measured");
            }
        }
    }
}
