using System.Reflection;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Operation;

/// <param name="Due">Due and not begun.</param>
/// <param name="OldestDue">UTC, of the longest waiting one.</param>
internal sealed record Queue(int Due, int Running, int Later, int Dead, DateTime? OldestDue);

/// <summary>A job that gave up, or one that failed and is to be tried again.</summary>
internal sealed record FailedJob(Guid Id, string Title, DateTime At, DateTime RunAt, int Tries, string Error);

/// <summary>What is done every day, and the last time it was.</summary>
/// <param name="DoneAt">UTC; null when it was neither today nor yesterday.</param>
internal sealed record DailyRow(string Title, TimeOnly At, DateTime? DoneAt, bool Dead);

/// <summary>The last checkpoint.</summary>
internal sealed record CheckpointRow(int Number, DateTime At, int Heads, bool Signed);

/// <summary>What the operator looks at. Each part is bounded: no count and no list goes through a table that grows.</summary>
internal sealed class OperationView(DepartmentDb db, QueueCounts counts, JobNames names, IEnumerable<DailyJob> daily, JobRunner runner, DatabaseSettings settings, TimeProvider time)
{
    public const int Listed = 50;

    public static string Version { get; } = typeof(OperationView).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public bool RunnerAlive => runner.Alive;

    public async Task<Queue> QueueAsync(CancellationToken ct) => new(
        await counts.DueAsync(ct), await counts.RunningAsync(ct), await counts.LaterAsync(ct), await counts.DeadAsync(ct), await counts.OldestDueAsync(ct));

    /// <summary>Newest first.</summary>
    public Task<IReadOnlyList<FailedJob>> DeadAsync(CancellationToken ct) =>
        RowsAsync(db.Set<Job>().Where(j => j.State == JobState.Dead).OrderByDescending(j => j.RunAt), ct);

    /// <summary>Those that failed at least once and wait for their next try, soonest first.</summary>
    public Task<IReadOnlyList<FailedJob>> TriedAgainAsync(CancellationToken ct) =>
        RowsAsync(db.Set<Job>().Where(j => j.State == JobState.Waiting && j.LastError != null).OrderBy(j => j.RunAt), ct);

    public async Task<IReadOnlyList<DailyRow>> DailyAsync(CancellationToken ct)
    {
        var today = time.Today();
        var keys = daily.SelectMany(d => new[] { today, today.AddDays(-1) }.Select(day => JobRunner.DailyKey(d, day))).ToList();
        var runs = await db.Set<Job>().AsNoTracking().Where(j => keys.Contains(j.Key)).Select(j => new { j.Kind, j.State, j.DoneAt }).ToListAsync(ct);
        return [.. daily.OrderBy(d => d.At).Select(d => new DailyRow(
            names.Of(d.Kind), d.At, runs.Where(r => r.Kind == d.Kind).Max(r => r.DoneAt), runs.Any(r => r.Kind == d.Kind && r.State == JobState.Dead)))];
    }

    public Task<CheckpointRow?> CheckpointAsync(CancellationToken ct) =>
        db.Set<Checkpoint>().AsNoTracking().OrderByDescending(c => c.Number).Select(c => new CheckpointRow(c.Number, c.At, c.Heads, c.Signature != null)).FirstOrDefaultAsync(ct);

    public Task<string> EngineAsync(CancellationToken ct) => settings.Engine == Engine.Sqlite
        ? OneAsync($"""SELECT 'SQLite ' || sqlite_version() AS "Value" """, ct)
        : OneAsync($"""SELECT 'PostgreSQL ' || current_setting('server_version') AS "Value" """, ct);

    private async Task<string> OneAsync(FormattableString sql, CancellationToken ct) => (await db.Database.SqlQuery<string>(sql).ToListAsync(ct))[0];

    private async Task<IReadOnlyList<FailedJob>> RowsAsync(IOrderedQueryable<Job> jobs, CancellationToken ct)
    {
        var rows = await jobs.AsNoTracking().Take(Listed).Select(j => new { j.Id, j.Kind, j.At, j.RunAt, j.Tries, j.LastError }).ToListAsync(ct);
        return [.. rows.Select(j => new FailedJob(j.Id, names.Of(j.Kind), j.At, j.RunAt, j.Tries, PersonalMask.Cover(j.LastError ?? "")))];
    }
}
