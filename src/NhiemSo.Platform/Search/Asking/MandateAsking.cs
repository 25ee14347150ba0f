using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>Answers questions with provisions of the mandate in force. The index is made once for a mandate and the synonym books of the day, and kept by the node.</summary>
internal sealed class MandateAsking(RuleShelf rules)
{
    private volatile Made? made;

    /// <summary>Best first; none when the mandate does not answer.</summary>
    public async Task<IReadOnlyList<AskedAnswer>> AskAsync(string text, IAskedMandate mandate, CancellationToken ct)
    {
        if (await mandate.MarkAsync(ct) is not { } mark) return [];
        var books = rules.Today.All<SynonymBook>();
        var now = made;
        if (now is null || now.Mark != mark || !now.Books.SequenceEqual(books))
            made = now = new Made(mark, books, new MandateIndex(await mandate.ProvisionsAsync(ct), SynonymBook.Join(books)));
        return Ranking.Rank(new Question(text, now.Index), now.Index);
    }

    private sealed record Made(string Mark, IReadOnlyList<SynonymBook> Books, MandateIndex Index);
}
