using System.Collections.Immutable;

namespace NhiemSo.Platform.Words;

/// <summary>A word as typed: folded for looking up, and with its diacritics for telling "để" from "đề".</summary>
/// <param name="Folded">The folded word; several parted by spaces when they came as one number or symbol.</param>
/// <param name="Exact">The same with diacritics.</param>
/// <param name="Capitals">Typed in capitals among small letters, as abbreviations are: "AI" is not the question word "ai".</param>
public readonly record struct QueryWord(string Folded, string Exact, bool Capitals = false)
{
    /// <summary>The words of a text.</summary>
    public static ImmutableArray<QueryWord> Read(string text) =>
        [.. Fold.Exact(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(Of)];

    /// <summary>Words that stand for one thing, such as 12345/QĐ-UBND.</summary>
    public static QueryWord Joined(IEnumerable<QueryWord> words) =>
        new(string.Join(' ', words.Select(word => word.Folded)), string.Join(' ', words.Select(word => word.Exact)));

    /// <summary>Whether this typed word may be meant as that word of a book: the same letters, and the same diacritics if any were typed.</summary>
    public bool MayMean(QueryWord other) => Folded == other.Folded && (Exact == Folded || Exact == other.Exact);

    /// <summary>Whether this typed word is that word of a question; without the right diacritics it may be another word.</summary>
    public bool Asks(QueryWord question) => Exact == question.Exact && !Capitals;

    /// <summary>Looked for as it stands.</summary>
    public SearchTerm Term() => new([.. Folded.Split(' ')], Together: Folded.Contains(' ', StringComparison.Ordinal));

    // A rare exact word folds to several or to none (a Hangul syllable, a mark alone).
    private static IEnumerable<QueryWord> Of(string exact)
    {
        var folded = Fold.Tokens(exact);
        return folded.Length == 1 ? [new QueryWord(folded[0], exact)] : folded.Select(word => new QueryWord(word, word));
    }
}
