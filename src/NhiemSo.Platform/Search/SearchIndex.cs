using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search;

/// <summary>Writes the index, inside the act that changes the thing: what was done can be found at once, what was undone never.</summary>
public sealed class SearchIndex(DepartmentDb db, DatabaseSettings settings)
{
    // Kept as written, for the excerpt and for ranking exact diacritics; the whole text is found, up to the engines' limit of one text.
    private const int LongestBody = 2000, LongestText = 200_000;

    /// <summary>Puts the thing in, in the place of what it was before.</summary>
    /// <param name="item">The thing.</param>
    /// <param name="stamp">Says later whether it is still the same; made from its content unless given.</param>
    /// <param name="ct">Cancels.</param>
    public async Task PutAsync(SearchItem item, CancellationToken ct, string? stamp = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        await RemoveAsync(item.Kind, item.Ref, ct);
        var body = Cut(item.Text, LongestBody);
        var exact = Fold.Exact($"{item.Title}\n{item.Subtitle}\n{body}");
        var folded = Fold.Text(Cut($"{item.Title}\n{item.Subtitle}\n{item.Text}", LongestText));
        stamp ??= Stamp(item);
        if (settings.Engine == Engine.Postgres)
        {
            // The words as they are: PostgreSQL's own parser would split and join them differently from FTS5.
            var words = string.Join(' ', folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, at) => $"'{word}':{at + 1}"));
            var made = await db.Database.SqlQuery<long>(
                $"INSERT INTO pf_search_item (kind, ref, title, subtitle, href, body, exact, stamp, folded) VALUES ({item.Kind}, {item.Ref}, {item.Title}, {item.Subtitle}, {item.Href}, {body}, {exact}, {stamp}, CAST({words} AS tsvector)) RETURNING id AS \"Value\"").ToListAsync(ct);
            await PutKeysAsync(made[0], item.Keys, ct);
            return;
        }

        var id = (await db.Database.SqlQuery<long>(
            $"INSERT INTO pf_search_item (kind, ref, title, subtitle, href, body, exact, stamp) VALUES ({item.Kind}, {item.Ref}, {item.Title}, {item.Subtitle}, {item.Href}, {body}, {exact}, {stamp}) RETURNING id AS \"Value\"").ToListAsync(ct))[0];
        await db.Database.ExecuteSqlAsync($"INSERT INTO pf_search_fts (rowid, kind, folded) VALUES ({id}, {item.Kind}, {folded})", ct);
        await PutKeysAsync(id, item.Keys, ct);
    }

    /// <summary>Takes the thing out; nothing happens when it isn't there.</summary>
    public async Task RemoveAsync(string kind, string @ref, CancellationToken ct)
    {
        if (settings.Engine == Engine.Sqlite)
            await db.Database.ExecuteSqlAsync($"DELETE FROM pf_search_fts WHERE rowid = (SELECT id FROM pf_search_item WHERE kind = {kind} AND ref = {@ref})", ct);
        await db.Database.ExecuteSqlAsync($"DELETE FROM pf_search_item WHERE kind = {kind} AND ref = {@ref}", ct);
    }

    internal static string Stamp(SearchItem item) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', [item.Title, item.Subtitle, item.Href, item.Text, .. item.Keys.Order(StringComparer.Ordinal)]))));

    private async Task PutKeysAsync(long id, IReadOnlyCollection<string> keys, CancellationToken ct)
    {
        foreach (var key in keys.Distinct(StringComparer.Ordinal))
            await db.Database.ExecuteSqlAsync($"INSERT INTO pf_search_scope (item_id, key) VALUES ({id}, {key})", ct);
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest) return text;
        return text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
    }
}
