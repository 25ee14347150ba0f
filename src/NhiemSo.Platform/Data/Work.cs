using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Telemetry;

namespace NhiemSo.Platform.Data;

/// <summary>Rows that any act may touch at the same moment (heads of chains): a clash repeats the act instead of reporting a conflict.</summary>
public interface IRepeatOnClash;

/// <summary>
/// The unit of work: one act, one transaction. All of it is saved or none of it; what it answers as done is on disk.
/// The act may be repeated from the start when the engine asks for it, so it must change nothing outside the database.
/// </summary>
public sealed class Work(DepartmentDb db, WriterGate gate, DatabaseSettings settings)
{
    private const int MaxTries = 8;

    private readonly List<Action> saved = [];
    private readonly List<string> named = [];

    /// <summary>Inside an act: what to do once it is on disk (wake a runner, drop a cached reading). Must not fail; not done if the act is not saved.</summary>
    public void OnSaved(Action action) => saved.Add(action);

    /// <summary>Inside an act: its id, for whoever counts acts; several when one act makes another matter move.</summary>
    internal void Named(string act)
    {
        if (!named.Contains(act, StringComparer.Ordinal)) named.Add(act);
    }

    /// <summary>Runs <paramref name="act"/> in a short immediate transaction; a problem rolls everything back.</summary>
    public async Task<Outcome<T>> ActAsync<T>(Func<CancellationToken, Task<Outcome<T>>> act, CancellationToken ct)
    {
        using var span = OfficeTelemetry.Source.StartActivity("act");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return Counted(await TryOnceAsync(act, ct), span);
            }
            catch (Exception e) when (attempt < MaxTries && IsPassing(e))
            {
                db.ChangeTracker.Clear();
                OfficeTelemetry.Retry(settings.Engine == Engine.Sqlite ? "sqlite" : "postgresql");
                await Task.Delay(TimeSpan.FromMilliseconds((5 << attempt) + Random.Shared.Next(10)), ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                db.ChangeTracker.Clear();
                return Counted<T>(Problem.Conflict(), span);
            }
            catch
            {
                // What a failed act left behind must not be saved by the next one of the same scope.
                db.ChangeTracker.Clear();
                throw;
            }
        }
    }

    private async Task<Outcome<T>> TryOnceAsync<T>(Func<CancellationToken, Task<Outcome<T>>> act, CancellationToken ct)
    {
        saved.Clear();
        named.Clear();
        using var pass = await gate.EnterAsync(ct);
        // Microsoft.Data.Sqlite opens with BEGIN IMMEDIATE: the lock is taken now, never upgraded later.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var outcome = await act(ct);
        if (!outcome.Ok)
        {
            await transaction.RollbackAsync(CancellationToken.None);
            db.ChangeTracker.Clear();
            return outcome;
        }

        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        foreach (var action in saved) action();
        return outcome;
    }

    private Outcome<T> Counted<T>(Outcome<T> outcome, Activity? span)
    {
        var words = outcome.Ok ? "done" : OfficeTelemetry.Words(outcome.Problem.Kind);
        foreach (var act in named) OfficeTelemetry.Act(act, words);
        span?.SetTag("outcome", words).SetTag("act", string.Join(' ', named));
        return outcome;
    }

    private bool IsPassing(Exception e) => e switch
    {
        DbUpdateConcurrencyException c => c.Entries.Count > 0 && c.Entries.All(x => x.Entity is IRepeatOnClash),
        DbUpdateException { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } u
            => u.Entries.Any(x => x.Entity is IRepeatOnClash),
        DbUpdateException u => u.InnerException is not null && IsPassing(u.InnerException),
        PostgresException p => settings.Engine == Engine.Postgres
            && p.SqlState is PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable,
        SqliteException s => s.SqliteErrorCode is 5 or 6, // SQLITE_BUSY, SQLITE_LOCKED
        _ => false,
    };
}
