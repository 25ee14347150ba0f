namespace NhiemSo.Platform.Rules.Books;

/// <summary>A fact that is not source-seen and not confirmed: shown as "cần đối chiếu" with its source.</summary>
public sealed record DoubtfulFact(string Path, string Words, Confidence Level, RuleSource? Source, string? Note, string FactHash);

public static class DoubtfulFacts
{
    /// <summary>
    /// What still has to be confirmed in the book, in the order of its <c>confidence</c> section. A confirmation is bound to the
    /// hash of the fact: it holds in later versions of the book while the fact is unchanged, and falls when it is edited.
    /// </summary>
    public static IReadOnlyList<DoubtfulFact> In(RuleBook book, IEnumerable<RuleConfirmation> confirmations)
    {
        var confirmed = confirmations
            .Where(c => c.Kind == book.Kind && c.Code == book.Code)
            .Select(c => (Path: c.Fact, c.FactHash))
            .ToHashSet();
        var doubtful =
            from fact in book.Confidence
            where fact.Level != Confidence.SourceSeen
            let hash = BookFacts.Hash(book, fact.Path)
            where hash is not null && !confirmed.Contains((fact.Path, hash))
            select new DoubtfulFact(fact.Path, BookFacts.Words(book, fact.Path), fact.Level, Source(book, fact), fact.Note, hash);
        return [.. doubtful];
    }

    private static RuleSource? Source(RuleBook book, FactConfidence fact) =>
        book.Sources.FirstOrDefault(s => s.Id == fact.SourceId) ?? (book.Sources.Count == 1 ? book.Sources[0] : null);
}
