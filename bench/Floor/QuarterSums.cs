using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NhiemSo.Floor;

/// <summary>What form II.06a adds up: the dossiers that came or were open in a quarter, by procedure, by how they came and how they stand.</summary>
public static class QuarterSums
{
    private const string Sql =
        """
        SELECT c.procedure, c.channel, CASE WHEN c.accepted_at < @start THEN 1 ELSE 0 END AS carried,
          CASE WHEN c.ended_at < @until THEN CASE WHEN COALESCE(c.stood_at, c.ended_at) >= c.late_from THEN 2 WHEN COALESCE(c.stood_at, c.ended_at) < c.on_time_from THEN 0 ELSE 1 END
            ELSE CASE WHEN c.late_from <= @until THEN 4 ELSE 3 END END AS stands, c.ending, COUNT(*)
        FROM ds_course c
        WHERE (c.ended_at IS NULL OR c.ended_at >= @start) AND c.accepted_at < @until
          AND EXISTS (SELECT 1 FROM pf_matter_scope s WHERE s.matter_id = c.id AND s.key IN (SELECT value FROM json_each(@keys)))
        GROUP BY 1, 2, 3, 4, 5
        """;

    private static readonly string Postgres = Sql.Replace("IN (SELECT value FROM json_each(@keys))", "= ANY(@keys)", StringComparison.Ordinal);

    public static Task<int> ReadAsync(ConnectionPool pool, DateTime start, DateTime until, IReadOnlyList<string> keys) => pool.ReadAsync(c => c.Connection is SqliteConnection
        ? c.RowsAsync(Sql, ("@start", start), ("@until", until), ("@keys", JsonSerializer.Serialize(keys)))
        : c.RowsAsync(Postgres, ("@start", start), ("@until", until), ("@keys", keys.ToArray())));
}
