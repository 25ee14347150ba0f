using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NhiemSo.Platform.Operation;

/// <summary>One statement by its text, without the values of its parameters.</summary>
internal sealed record SlowQuery(string Sql, TimeSpan Longest, TimeSpan Total, int Times, DateTime LastAt);

/// <summary>
/// The slowest statements of this node since its start: those over a tenth of a second, at most fifty of them, the least slow forgotten first.
/// Values are not kept; one that stands in the text itself is covered.
/// </summary>
internal sealed partial class SlowQueries(TimeProvider time) : DbCommandInterceptor
{
    public const int Most = 50;
    public static readonly TimeSpan Threshold = TimeSpan.FromMilliseconds(100);

    private const int LongestText = 4000;

    private readonly Lock changing = new();
    private readonly Dictionary<string, SlowQuery> known = new(StringComparer.Ordinal);

    public IReadOnlyList<SlowQuery> Slowest(int atMost)
    {
        lock (changing) return [.. known.Values.OrderByDescending(q => q.Longest).Take(atMost)];
    }

    public void Saw(string sql, TimeSpan took)
    {
        if (took < Threshold) return;
        var text = Literal().Replace(sql, "'…'").Trim();
        if (text.Length > LongestText) text = text[..LongestText] + " …";
        var now = time.GetUtcNow().UtcDateTime;
        lock (changing)
        {
            known[text] = known.TryGetValue(text, out var q)
                ? q with { Longest = took > q.Longest ? took : q.Longest, Total = q.Total + took, Times = q.Times + 1, LastAt = now }
                : new SlowQuery(text, took, took, 1, now);
            if (known.Count > Most) known.Remove(known.Values.MinBy(k => k.Longest)!.Sql);
        }
    }

    public override DbDataReader ReaderExecuted(DbCommand command, CommandExecutedEventData eventData, DbDataReader result)
    {
        Saw(command.CommandText, eventData.Duration);
        return result;
    }

    public override ValueTask<DbDataReader> ReaderExecutedAsync(DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
    {
        Saw(command.CommandText, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        Saw(command.CommandText, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    public override ValueTask<object?> ScalarExecutedAsync(DbCommand command, CommandExecutedEventData eventData, object? result, CancellationToken cancellationToken = default)
    {
        Saw(command.CommandText, eventData.Duration);
        return ValueTask.FromResult(result);
    }

    [GeneratedRegex("'[^']*'", RegexOptions.NonBacktracking)]
    private static partial Regex Literal();
}
