using System.Runtime.CompilerServices;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search;

/// <summary>Words typed into a list's own field, asked of the index: to compare them row by row would be to read the whole list.</summary>
public sealed class ListSearch
{
    // FTS5 limits the depth of a query.
    private const int Window = 200, LongestText = 32;

    private readonly SearchStore store;

    internal ListSearch(SearchStore store) => this.store = store;

    /// <summary>Refs of things of one kind with words that begin like each typed one, newest written first; read on as far as the caller asks.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="reader">Nobody finds public things only.</param>
    /// <param name="kind">Value of a <see cref="SearchKind"/>.</param>
    /// <param name="under">Beginning of their address.</param>
    /// <param name="after">Ref of the last one of the page before.</param>
    /// <param name="ct">Cancels.</param>
    public async IAsyncEnumerable<IReadOnlyList<string>> RefsAsync(string text, Reader reader, string kind, string under, string? after, [EnumeratorCancellation] CancellationToken ct)
    {
        if (Fold.Tokens(text).Distinct(StringComparer.Ordinal).Take(LongestText).ToList() is not { Count: > 0 } words) yield break;
        var (keys, before) = (SearchKeys.Of(reader), (after is null ? null : await store.PlaceAsync(kind, after, ct)) ?? long.MaxValue);
        for (var full = true; full;)
        {
            var found = await store.BeginningAsync(words, kind, under, keys, before, Window, ct);
            full = found.Count == Window;
            if (found.Count > 0) before = found[^1].Id;
            yield return [.. found.Select(c => c.Ref)];
        }
    }
}
