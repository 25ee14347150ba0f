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
    // Of a kind with few things all words are known; of one with many those of the newest are enough to catch a slip.
    private const int Vocabulary = 2_000;

    // Where one in a hundred matches, reading back from the newest and reading all that GIN finds cost the same.
    private const int Sample = 5_000, OftenInSample = 50;

    private const string Columns = "i.id, i.kind, i.ref, i.title, i.subtitle, i.href, i.body, i.exact";

    // FTS5 answers in the order of the key by itself.
    private const string Sqlite =
        $"SELECT {Columns} FROM pf_search_fts f JOIN pf_search_item i ON i.id = f.rowid WHERE pf_search_fts MATCH @query AND f.rowid < @before AND ";

    // PostgreSQL, left alone, may walk the key backwards looking for a rare word; the fence makes it use GIN, which reads every place of a frequent one.
    private const string PostgresAll =
        $"WITH hit AS MATERIALIZED (SELECT id FROM pf_search_item WHERE folded @@ CAST(@query AS tsquery) AND kind = @kind AND id < @before) SELECT {Columns} FROM hit f JOIN pf_search_item i ON i.id = f.id WHERE ";

    private const string PostgresNewest =
        $"SELECT {Columns} FROM (SELECT * FROM pf_search_item WHERE kind = @kind AND id < @before ORDER BY id DESC LIMIT @look) i WHERE i.folded @@ CAST(@query AS tsquery) AND ";

    public Task<List<Candidate>> NewestAsync(SearchQuery query, bool any, string kind, IReadOnlyList<string> keys, long before, int limit, CancellationToken ct) =>
        NewestAsync(settings.Engine == Engine.Sqlite ? query.ToFts5(any) : query.ToTsQuery(any), kind, under: null, keys, before, limit, ct);

    /// <summary>The newest that hold words beginning like each of these.</summary>
    /// <param name="under">Beginning of their address.</param>
    public Task<List<Candidate>> BeginningAsync(IReadOnlyList<string> words, string kind, string under, IReadOnlyList<string> keys, long before, int limit, CancellationToken ct) =>
        NewestAsync(settings.Engine == Engine.Sqlite ? string.Join(" AND ", words.Select(w => $"\"{w}\" *")) : string.Join(" & ", words.Select(w => $"'{w}':*")), kind, under, keys, before, limit, ct);

    /// <summary>Where the thing stands in the order of writing; null when it isn't there.</summary>
    public async Task<long?> PlaceAsync(string kind, string @ref, CancellationToken ct) =>
        (await ReadAsync("SELECT id FROM pf_search_item WHERE kind = @kind AND ref = @ref", [("kind", kind), ("ref", @ref)], r => (long?)r.GetInt64(0), ct)).FirstOrDefault();

    /// <summary>The words of the index that are as long as one of these, one letter more or less, the frequent ones first: where a slip may have come from.</summary>
    public async Task<List<string>> WordsLikeAsync(IReadOnlyCollection<string> words, IEnumerable<string> kinds, CancellationToken ct)
    {
        var (shortest, longest, counts) = (words.Min(w => w.Length) - 1, words.Max(w => w.Length) + 1, new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var kind in kinds)
            foreach (var text in await ReadAsync("SELECT exact FROM pf_search_item WHERE kind = @kind ORDER BY id DESC LIMIT @limit", [("kind", kind), ("limit", Vocabulary)], r => r.GetString(0), ct))
                foreach (var word in text.Split(' ')) counts[word] = counts.GetValueOrDefault(word) + 1;
        return [.. counts.OrderByDescending(c => c.Value).Select(c => Fold.Text(c.Key)).Where(w => w.Length >= shortest && w.Length <= longest).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Ref and stamp of all items of a kind.</summary>
    public async Task<Dictionary<string, string>> StampsAsync(string kind, CancellationToken ct) =>
        (await ReadAsync("SELECT ref, stamp FROM pf_search_item WHERE kind = @kind", [("kind", kind)], r => (Ref: r.GetString(0), Stamp: r.GetString(1)), ct))
            .ToDictionary(r => r.Ref, r => r.Stamp, StringComparer.Ordinal);

    private async Task<List<Candidate>> NewestAsync(string words, string kind, string? under, IReadOnlyList<string> keys, long before, int limit, CancellationToken ct)
    {
        var held = string.Join(", ", keys.Select((_, at) => $"@key{at.ToString(CultureInfo.InvariantCulture)}"));
        var seen = $"EXISTS (SELECT 1 FROM pf_search_scope s WHERE s.item_id = i.id AND s.key IN ({held})){(under is null ? "" : " AND substr(i.href, 1, length(@under)) = @under")} ORDER BY ";
        List<(string, object)> values = [("before", before), ("limit", limit), .. keys.Select((key, at) => ($"key{at.ToString(CultureInfo.InvariantCulture)}", (object)key))];
        if (under is not null) values.Add(("under", under));
        if (settings.Engine == Engine.Sqlite) return await AskAsync(Sqlite + seen + "f.rowid DESC LIMIT @limit", [.. values, ("query", $"kind : \"{kind}\" AND folded : ({words})")]);
        values.AddRange([("query", words), ("kind", kind)]);
        var found = await AskAsync(PostgresNewest + seen + "i.id DESC LIMIT @limit", [.. values, ("look", Sample)]);
        if (found.Count >= limit) return found;
        if (found.Count >= OftenInSample) found = await AskAsync(PostgresNewest + seen + "i.id DESC LIMIT @limit", [.. values, ("look", 2 * Sample * limit / found.Count)]);
        return found.Count >= limit ? found : await AskAsync(PostgresAll + seen + "i.id DESC LIMIT @limit", values);

        Task<List<Candidate>> AskAsync(string sql, IEnumerable<(string, object)> with) =>
            ReadAsync(sql, with, r => new Candidate(r.GetInt64(0), r.GetString(1), r.GetString(2), r.GetString(3), r.GetString(4), r.GetString(5), r.GetString(6), r.GetString(7)), ct);
    }

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
