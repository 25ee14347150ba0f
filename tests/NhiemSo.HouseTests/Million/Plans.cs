using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore.Diagnostics;
using NhiemSo.Platform.Data;

namespace NhiemSo.HouseTests.Million;

/// <summary>Asks the engine how it will answer each query, with the very parameters of the query.</summary>
internal sealed class Plans(Engine engine) : DbCommandInterceptor
{
    private static readonly string[] Big = ["pf_matter", "pf_matter_scope", "ds_dossier", "rg_entry", "pf_audit_entry", "dc_document"];

    private readonly ConcurrentQueue<(string Sql, string Plan)> seen = [];

    public int Count => seen.Count;

    /// <summary>Queries that read a big table from end to end.</summary>
    public IEnumerable<string> FullScans => seen.Where(q => engine == Engine.Sqlite ? IsSqliteScan(q.Sql, q.Plan) : Big.Any(t => q.Plan.Contains($"Seq Scan on {t} ", StringComparison.Ordinal))).Select(q => $"{q.Sql}\n{q.Plan}");

    public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        await using var explain = command.Connection!.CreateCommand();
        explain.CommandText = (engine == Engine.Sqlite ? "EXPLAIN QUERY PLAN " : "EXPLAIN ") + command.CommandText;
        foreach (DbParameter parameter in command.Parameters)
        {
            var copy = explain.CreateParameter();
            (copy.ParameterName, copy.Value) = (parameter.ParameterName, parameter.Value);
            explain.Parameters.Add(copy);
        }

        var lines = new List<string>();
        await using (var reader = await explain.ExecuteReaderAsync(cancellationToken))
            while (await reader.ReadAsync(cancellationToken)) lines.Add(reader.GetString(engine == Engine.Sqlite ? 3 : 0));
        seen.Enqueue((command.CommandText, string.Join('\n', lines)));
        return result;
    }

    /// <summary>"SCAN m" reads all of a table, "SCAN m USING INDEX" all of an index; only by the key may one walk like that, newest first to the end of the page.</summary>
    private static bool IsSqliteScan(string sql, string plan) =>
        Big.SelectMany(t => Regex.Matches(sql, $"\"{t}\" AS \"(?<name>\\w+)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Select(m => m.Groups["name"].Value))
            .Any(name => plan.Split('\n').Any(l => $"{l} ".StartsWith($"SCAN {name} ", StringComparison.Ordinal) && !l.Contains("sqlite_autoindex", StringComparison.Ordinal)));
}
