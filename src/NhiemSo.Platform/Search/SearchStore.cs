using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search;

/// <summary>A thing the engine found, before ranking.</summary>
/// <param name="Id">The higher, the later it was written.</param>
/// <param name="Exact">Its text with diacritics, see <see cref="Fold.Exact"/>.</param>
internal sealed record Candidate(long Id, string Kind, string Ref, string Title, string Subtitle, string Href, string Body, string Exact);

/// <summary>Asks the engine for candidates: the newest of one kind that match and that the reader may see, never more than a window of them.</summary>
internal sealed class SearchStore(DepartmentDb db, DatabaseSettings settings)
{
    private const int LargestVocabulary = 20_000;

    private const string Columns = "i.id, i.kind, i.ref, i.title, i.subtitle, i.href, i.body, i.exact";

    // FTS5 answers in the order of the key by itself. PostgreSQL, left alone, may walk the key backwards looking for a rare word; the fence makes it use GIN.
    private const string Sqlite =
        $"SELECT {Columns} FROM pf_search_fts f JOIN pf_search_item i ON i.id = f.rowid WHERE pf_search_fts MATCH @query AND f.rowid < @before AND ";

    private const string Postgres =
        $"WITH hit AS MATERIALIZED (SELECT id FROM pf_search_item WHERE folded @@ CAST(@query AS tsquery) AND kind = @kind AND id < @before) SELECT {Columns} FROM hit f JOIN pf_search_item i ON i.id = f.id WHERE ";

    public async Task<List<Candidate>> NewestAsync(SearchQuery query, bool any, string kind, IReadOnlyList<string> keys, long before, int limit, CancellationToken ct)
    {
        var held = string.Join(", ", keys.Select((_, at) => $"@key{at.ToString(CultureInfo.InvariantCulture)}"));
        var seen = $"EXISTS (SELECT 1 FROM pf_search_scope s WHERE s.item_id = i.id AND s.key IN ({held})) ORDER BY ";
        var sqlite = settings.Engine == Engine.Sqlite;
        var sql = (sqlite ? Sqlite : Postgres) + seen + (sqlite ? "f.rowid DESC" : "i.id DESC") + " LIMIT @limit";
        List<(string, object)> values = [("before", before), ("limit", limit), .. keys.Select((key, at) => ($"key{at.ToString(CultureInfo.InvariantCulture)}", (object)key))];
        if (sqlite) values.Add(("query", $"kind : \"{kind}\" AND folded : ({query.ToFts5(any)})"));
        else values.AddRange([("query", query.ToTsQuery(any)), ("kind", kind)]);
        return await ReadAsync(sql, values, r => new Candidate(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7)), ct);
    }

    /// <summary>The words of the index that are as long as one of these, one letter more or less: where a slip may have come from.</summary>
    public async Task<List<string>> WordsLikeAsync(IReadOnlyCollection<string> words, CancellationToken ct)
    {
        var (shortest, longest) = (words.Min(w => w.Length) - 1, words.Max(w => w.Length) + 1);
        // PostgreSQL keeps no list of words; those of the newest items are enough to catch a slip.
        var sql = settings.Engine == Engine.Sqlite
            ? "SELECT term FROM pf_search_vocab WHERE col = 'folded' AND length(term) BETWEEN @shortest AND @longest ORDER BY doc DESC, term LIMIT @limit"
            : "SELECT word FROM ts_stat('SELECT folded FROM pf_search_item ORDER BY id DESC LIMIT 5000') WHERE length(word) BETWEEN @shortest AND @longest ORDER BY ndoc DESC, word COLLATE \"C\" LIMIT @limit";
        return await ReadAsync(sql, [("shortest", shortest), ("longest", longest), ("limit", LargestVocabulary)], r => r.GetString(0), ct);
    }

    /// <summary>Ref and stamp of all items of a kind.</summary>
    public async Task<Dictionary<string, string>> StampsAsync(string kind, CancellationToken ct) =>
        (await ReadAsync("SELECT ref, stamp FROM pf_search_item WHERE kind = @kind", [("kind", kind)], r => (Ref: r.GetString(0), Stamp: r.GetString(1)), ct))
            .ToDictionary(r => r.Ref, r => r.Stamp, StringComparer.Ordinal);

    private async Task<List<T>> ReadAsync<T>(string sql, IEnumerable<(string Name, object Value)> values, Func<DbDataReader, T> read, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
#pragma warning disable CA2100 // The text is made of constants above; everything typed goes in as a parameter.
            command.CommandText = sql;
#pragma warning restore CA2100
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            foreach (var (name, value) in values)
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }

            var rows = new List<T>();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) rows.Add(read(reader));
            return rows;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}
