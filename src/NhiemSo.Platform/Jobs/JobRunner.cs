using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Telemetry;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Jobs;

/// <summary>Runs due jobs on this node, a few at a time, for as long as the program runs.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, JobSignal signal, TimeProvider time, IEnumerable<DailyJob> daily, ILogger<JobRunner> log) : BackgroundService
{
    private const int Batch = 8;
    private const int AtOnce = 4;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(1);

    private readonly string node = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.CreateVersion7():N}";
    private DateOnly enqueuedFor;
    private long lookedAt = Environment.TickCount64;
    private int running;

    /// <summary>It looks at the queue every few seconds or is at work; false when it has stopped, or hangs on the way to the queue.</summary>
    public bool Alive => ExecuteTask is { IsCompleted: false }
        && (Volatile.Read(ref running) > 0 || Environment.TickCount64 - Volatile.Read(ref lookedAt) < (long)Silent.TotalMilliseconds);

    /// <summary>Runs what is due now, until nothing is; the number of jobs run.</summary>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        await EnqueueDailyAsync(ct);
        for (var ran = 0; ;)
        {
            var jobs = await InScopeAsync(c => c.ClaimAsync(node, Batch, ct));
            if (jobs.Count == 0) return ran;
            await Parallel.ForEachAsync(jobs, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct }, async (job, token) => await RunAsync(job, token));
            ran += jobs.Count;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            Volatile.Write(ref lookedAt, Environment.TickCount64);
            try
            {
                await RunDueAsync(stoppingToken);
                await signal.WaitAsync(Look, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "The job runner could not reach the queue; it looks again in a while");
                await Task.Delay(Look, CancellationToken.None);
            }
        }
    }

    internal static string DailyKey(DailyJob job, DateOnly day) => $"{job.Kind}:{day:yyyy-MM-dd}T{job.At:HHmm}";

    private async Task RunAsync(Job job, CancellationToken ct)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var renewing = RenewAsync(job, ended);
        using var span = OfficeTelemetry.Source.StartActivity("job")?.SetTag("kind", job.Kind);
        Interlocked.Increment(ref running);
        try
        {
            await using (var scope = scopes.CreateAsyncScope())
            {
                var handler = scope.ServiceProvider.GetServices<IJobHandler>().FirstOrDefault(h => h.Kind == job.Kind)
                    ?? throw new InvalidOperationException($"no handler for jobs of kind {job.Kind}");
                await handler.RunAsync(job, ended.Token);
            }

            await InScopeAsync(c => c.DoneAsync(job, CancellationToken.None));
            OfficeTelemetry.Job(job.Kind, "done");
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The program stops: the lease runs out and some node takes the job again.
        }
        catch (Exception e)
        {
            var outcome = job.Tries >= JobClaims.MaxTries ? "dead" : "failed";
            OfficeTelemetry.Job(job.Kind, outcome);
            span?.SetTag("outcome", outcome);
            log.LogWarning(e, "Job {Kind} {Key} failed at try {Tries}", job.Kind, job.Key, job.Tries);
            await InScopeAsync(c => c.FailedAsync(job, e, CancellationToken.None));
        }
        finally
        {
            Interlocked.Decrement(ref running);
            Volatile.Write(ref lookedAt, Environment.TickCount64);
            await ended.CancelAsync();
            await renewing;
        }
    }

    /// <summary>Keeps the lease of a long job; when it is lost all the same, the handler is told to stop.</summary>
    private async Task RenewAsync(Job job, CancellationTokenSource ended)
    {
        try
        {
            using var timer = new PeriodicTimer(JobClaims.Lease / 3, time);
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                if (!await InScopeAsync(c => c.RenewAsync(job, ended.Token))) await ended.CancelAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // The job has ended.
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The lease of job {Kind} {Key} could not be renewed", job.Kind, job.Key);
        }
    }

    private async Task EnqueueDailyAsync(CancellationToken ct)
    {
        var today = time.Today();
        if (enqueuedFor == today) return;
        await using var scope = scopes.CreateAsyncScope();
        var queue = scope.ServiceProvider.GetRequiredService<JobQueue>();
        var done = await scope.ServiceProvider.GetRequiredService<Work>().ActAsync<Done>(async token =>
        {
            foreach (var job in daily)
                await queue.EnqueueAsync(job.Kind, DailyKey(job, today), new { day = today }, token, Vietnam.Utc(today, job.At));
            return Done.Yes;
        }, ct);
        if (done.Ok) enqueuedFor = today;
    }

    private async Task<T> InScopeAsync<T>(Func<JobClaims, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<JobClaims>());
    }
}
