using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace NhiemSo.Floor;

/// <summary>The newest twenty of one kind with all these words that the reader may see: the bare query of the engine's own index.</summary>
public static class WordRows
{
    private const string Sqlite =
        "SELECT i.ref, i.title, i.subtitle, i.href FROM pf_search_fts f JOIN pf_search_item i ON i.id = f.rowid WHERE pf_search_fts MATCH @words AND EXISTS (SELECT 1 FROM pf_search_scope s WHERE s.item_id = i.id AND s.key IN (SELECT value FROM json_each(@keys))) ORDER BY f.rowid DESC LIMIT 20";

    private const string Postgres =
        "SELECT i.ref, i.title, i.subtitle, i.href FROM pf_search_item i WHERE i.folded @@ CAST(@words AS tsquery) AND i.kind = 'dossier' AND EXISTS (SELECT 1 FROM pf_search_scope s WHERE s.item_id = i.id AND s.key = ANY(@keys)) ORDER BY i.id DESC LIMIT 20";

    /// <param name="words">Folded.</param>
    public static Task<int> FindAsync(ConnectionPool pool, IReadOnlyList<string> words, IReadOnlyList<string> keys) => pool.ReadAsync(c => c.Connection is SqliteConnection
        ? c.RowsAsync(Sqlite, ("@words", $"kind : \"dossier\" AND folded : ({string.Join(" AND ", words.Select(w => $"\"{w}\""))})"), ("@keys", JsonSerializer.Serialize(keys)))
        : c.RowsAsync(Postgres, ("@words", string.Join(" & ", words.Select(w => $"'{w}'"))), ("@keys", keys.ToArray())));
}
