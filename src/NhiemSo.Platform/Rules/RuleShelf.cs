using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Rules;

/// <summary>
/// The rules in force, compiled once from the database and shared by all requests. A node learns of versions and
/// confirmations published by another within <see cref="Freshness"/>, without a restart.
/// </summary>
public sealed class RuleShelf(IServiceScopeFactory scopes, IEnumerable<IRuleKind> kinds, TimeProvider time) : IDisposable
{
    public static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    private readonly IReadOnlyList<IRuleKind> kinds = [.. kinds];
    private readonly SemaphoreSlim loading = new(1, 1);
    private volatile Shelf shelf = new(RuleLibrary.Empty, new Dictionary<string, LoadedRule>(StringComparer.Ordinal), [], new Mark(null, null));
    private long checkedAt;

    /// <summary>The rules of today in Vietnam.</summary>
    public RuleSet Today => At(time.Today());

    /// <summary>The rules of a date; nothing asks for "the current rule" without one.</summary>
    public RuleSet At(DateOnly date) => shelf.Library.At(date);

    internal RuleLibrary Library => shelf.Library;

    /// <summary>The version a running matter keeps.</summary>
    /// <exception cref="KeyNotFoundException">It was never imported here.</exception>
    public T Version<T>(string hash)
        where T : class
    {
        var now = shelf;
        return (now.Library.Version(hash) ?? now.Superseded.GetValueOrDefault(hash))?.Rule as T
            ?? throw new KeyNotFoundException($"No {typeof(T).Name} with hash {hash}.");
    }

    /// <summary>Confirmations by named persons, bound to the hash of the fact.</summary>
    public IReadOnlyList<RuleConfirmation> Confirmations => shelf.Confirmations;

    /// <summary>What of the book is still to be confirmed.</summary>
    public IReadOnlyList<DoubtfulFact> Doubtful(RuleBook book) => DoubtfulFacts.In(book, shelf.Confirmations);

    /// <summary>The kinds all rooms brought.</summary>
    public IReadOnlyList<IRuleKind> Kinds => kinds;

    /// <summary>Asks the database whether something was published since; cheap, and at most once per <see cref="Freshness"/>.</summary>
    public async Task RefreshAsync(CancellationToken ct, bool now = false)
    {
        if (!now && time.GetElapsedTime(Interlocked.Read(ref checkedAt)) < Freshness) return;
        await loading.WaitAsync(ct);
        try
        {
            if (!now && time.GetElapsedTime(Interlocked.Read(ref checkedAt)) < Freshness) return;
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<DepartmentDb>();
            var mark = await MarkAsync(db, ct);
            if (mark != shelf.Mark) shelf = await LoadAsync(db, mark, ct);
            Interlocked.Exchange(ref checkedAt, time.GetTimestamp());
        }
        finally
        {
            loading.Release();
        }
    }

    public void Dispose() => loading.Dispose();

    private static async Task<Mark> MarkAsync(DepartmentDb db, CancellationToken ct)
    {
        var version = await db.Set<RuleVersion>().OrderByDescending(v => v.Id).Select(v => (Guid?)v.Id).FirstOrDefaultAsync(ct);
        var confirmation = await db.Set<RuleConfirmation>().OrderByDescending(c => c.Id).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(ct);
        return new Mark(version, confirmation);
    }

    private async Task<Shelf> LoadAsync(DepartmentDb db, Mark mark, CancellationToken ct)
    {
        var confirmations = await db.Set<RuleConfirmation>().AsNoTracking().OrderBy(c => c.Id).ToListAsync(ct);
        // Versions never change: a confirmation alone compiles nothing again.
        if (mark.Version == shelf.Mark.Version) return shelf with { Confirmations = confirmations, Mark = mark };
        var versions = await db.Set<RuleVersion>().AsNoTracking().OrderBy(v => v.Id).ToListAsync(ct);
        var newest = versions.GroupBy(v => (v.Kind, v.Code, v.From)).Select(g => g.Last()).ToList();
        var compiled = RuleCompiler.Compile(newest.Select(Text), kinds);
        if (compiled.Faults.Count > 0) throw new InvalidOperationException("The rules in force don't compile: " + compiled.Faults[0]);
        // A matter keeps the version it was opened under, so what was published over stays readable.
        var superseded = versions.Except(newest).Select(v => RuleCompiler.Compile([Text(v)], kinds).Library.Version(v.Hash)).OfType<LoadedRule>();
        return new Shelf(
            compiled.Library,
            superseded.ToDictionary(r => r.Book.Hash, StringComparer.Ordinal),
            confirmations,
            mark);
    }

    private static RuleText Text(RuleVersion version) => new(version.Path, version.Text);

    private sealed record Shelf(
        RuleLibrary Library, IReadOnlyDictionary<string, LoadedRule> Superseded, IReadOnlyList<RuleConfirmation> Confirmations, Mark Mark);

    /// <summary>What was published last.</summary>
    private sealed record Mark(Guid? Version, Guid? Confirmation);
}
