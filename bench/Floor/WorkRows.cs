using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NhiemSo.Floor;

/// <summary>"Việc của tôi" of the desk: 50 rows of its turn, due first, and the sign that there is more; permission included.</summary>
public static class WorkRows
{
    private const string Page =
        "SELECT m.id, m.kind, m.number, m.title, m.party_name, m.state_name, m.\"group\", m.due, m.clocks FROM pf_matter m WHERE m.turn = @turn AND m.due IS NOT NULL AND EXISTS (SELECT 1 FROM pf_matter_scope s WHERE s.matter_id = m.id AND s.key IN (SELECT value FROM json_each(@keys))) ORDER BY m.due, m.id LIMIT 51";

    private static readonly string PostgresPage = Page.Replace("IN (SELECT value FROM json_each(@keys))", "= ANY(@keys)", StringComparison.Ordinal);

    /// <param name="turn">The number that the column holds.</param>
    public static Task<int> PageAsync(ConnectionPool pool, int turn, IReadOnlyList<string> keys) => pool.ReadAsync(c => c.Connection is SqliteConnection
        ? c.RowsAsync(Page, ("@turn", turn), ("@keys", JsonSerializer.Serialize(keys)))
        : c.RowsAsync(PostgresPage, ("@turn", turn), ("@keys", keys.ToArray())));
}
