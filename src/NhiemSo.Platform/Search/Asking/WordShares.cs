using System.Collections.Immutable;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>Which words of a question tell of its matter, by the lists of the synonym books.</summary>
internal sealed class WordShares
{
    // What may be a word of the question typed without diacritics, and what any office does.
    private const double MaybeFiller = 0.3, Act = 0.5;

    private const double Sure = 0.9, Likely = 0.6, Maybe = 0.5;

    private readonly SynonymBook book;
    private readonly Vocabulary vocabulary;
    private readonly ImmutableArray<AskedWord> words;
    private readonly IReadOnlyList<Meaning> meanings;
    private readonly bool bare;
    private readonly double[] shares;
    private readonly int[] elsewhere;

    public WordShares(ImmutableArray<AskedWord> words, IReadOnlyList<Meaning> meanings, MandateIndex index)
    {
        (book, vocabulary, this.words, this.meanings) = (index.Book, index.Vocabulary, words, meanings);
        bare = words.All(word => word.Typed.Exact == word.Typed.Folded);
        shares = Enumerable.Repeat(1.0, words.Length).ToArray();
        elsewhere = new int[words.Length];
        Fill();
        for (var at = 0; at < words.Length; at++)
            if (LongestElsewhere(at) is > 0 and var length && !meanings.Any(m => m.Holds(at, length)) && !Asked(at, length)) Array.Fill(elsewhere, length, at, length);
    }

    /// <summary>0 for what only makes it a question, less than 1 for what may.</summary>
    public double this[int at] => shares[at];

    /// <summary>The length of the name of another office's matter that holds this word; 0 when none does.</summary>
    public int Elsewhere(int at) => elsewhere[at];

    /// <summary>Less than 1 for what any office does.</summary>
    public IReadOnlyList<double> Acts()
    {
        var acts = Enumerable.Repeat(1.0, words.Length).ToArray();
        for (var at = 0; at < words.Length; at++) Array.Fill(acts, Act, at, Longest(book.Acts, at, (word, said) => word.As(said) >= Sure));
        return acts;
    }

    private void Fill()
    {
        for (var at = 0; at < words.Length;)
        {
            var said = Math.Max(Longest(book.Questions, at, (word, said) => word.Typed.Asks(said)), Longest(book.Questions.Where(q => q.Length > 1), at, Slipped));
            var maybe = bare ? Longest(book.Questions, at, (word, said) => word.Typed.MayMean(said)) : 0;
            var length = Math.Max(said, maybe);
            var meant = meanings.Any(m => m.Length > 1 && m.From < at + length && m.To > at && m.Length >= length);
            if (length > 0 && !meant) Array.Fill(shares, said == length || length > 1 ? 0 : MaybeFiller, at, length);
            at += Math.Max(1, meant ? 1 : length);
        }
    }

    // "nhà hàng" of "nhà hàng xóm": words that only tell who asks or where it was.
    private bool Asked(int at, int length) =>
        Enumerable.Range(0, at + 1).Any(start => Longest(book.Questions, start, (word, said) => bare ? word.Typed.MayMean(said) : word.Typed.Asks(said)) is var asked && asked > length && start + asked >= at + length);

    // One bare syllable may be too many words: "cho" is not yet "chợ". Of several, one that is no word at all may be a slip.
    private int LongestElsewhere(int at) =>
        Longest(book.Elsewhere, at, Slipped) is > 1 and var length ? length : Longest(book.Elsewhere, at, (word, said) => word.Typed.Exact == said.Exact);

    // A word that is known as it stands is no slip; where no diacritics were typed at all, any may have been meant.
    private bool Slipped(AskedWord word, QueryWord said) => bare
        ? word.Typed.MayMean(said) || (!vocabulary.Has(word.Typed.Folded) && word.As(said) >= Likely)
        : word.Typed.Exact == said.Exact || (!vocabulary.Knows(word.Typed) && word.As(said) >= Maybe);

    private int Longest(IEnumerable<ImmutableArray<QueryWord>> phrases, int at, Func<AskedWord, QueryWord, bool> same) =>
        phrases.Where(phrase => SynonymBook.Stands(phrase, words, at, same)).Select(phrase => phrase.Length).DefaultIfEmpty(0).Max();
}
