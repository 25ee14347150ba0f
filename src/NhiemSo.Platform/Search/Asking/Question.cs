using System.Collections.Immutable;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>A typed word and the syllables it may be.</summary>
internal sealed record AskedWord(QueryWord Typed, IReadOnlyDictionary<string, double> Forms)
{
    public double As(QueryWord said) => Forms.GetValueOrDefault(said.Exact);
}

/// <summary>A syllable or pair that is looked for, in any of its forms.</summary>
/// <param name="At">Its place in the question; of a pair that of the first.</param>
/// <param name="Weight">How much it counts in the question.</param>
internal sealed record Sought(int At, bool Pair, IReadOnlyList<KeyValuePair<string, double>> Forms, double Weight);

/// <summary>Words of the question that stand for a phrase of the mandate.</summary>
internal sealed record Meaning(int From, int To, IReadOnlyList<Sought> Phrase)
{
    public double Weight { get; } = Phrase.Sum(s => s.Weight);

    public bool Covers(Sought sought) => sought.At >= From && sought.At + (sought.Pair ? 1 : 0) < To;
}

/// <summary>What was asked: the words that tell something with their weights, and the phrases they may stand for.</summary>
internal sealed class Question
{
    private const int MostWords = 40;

    // A word that neither the mandate nor the book knows tells that something else is asked; the name of another office's matter tells it for sure.
    private const double Unknown = 4, AllUnknown = 8, Strange = 10, Act = 0.5, Heaviest = 6, HeaviestAlone = 10, PairShare = 0.8, MaybeFiller = 0.3, Half = 0.5, Sure = 0.9, Likely = 0.6;

    private readonly MandateIndex index;
    private readonly ImmutableArray<AskedWord> words;

    public Question(string text, MandateIndex index)
    {
        this.index = index;
        words = [.. Typed(text).Take(MostWords).Select(Read)];
        Meanings = [.. index.Book.Synonyms.SelectMany(MeaningsOf).Where(meaning => meaning.Weight > 0)];
        Sought = [.. Weigh()];
        Weight = Sought.Sum(s => s.Weight);
    }

    public IReadOnlyList<Sought> Sought { get; }

    public IReadOnlyList<Meaning> Meanings { get; }

    /// <summary>Of all that is looked for.</summary>
    public double Weight { get; }

    /// <summary>It names a matter of another office.</summary>
    public bool Elsewhere { get; private set; }

    private IEnumerable<QueryWord> Typed(string text)
    {
        var hasSmall = text.Any(char.IsLower);
        foreach (var run in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            foreach (var word in QueryWord.Read(run).SelectMany(Parted))
                yield return word with { Capitals = hasSmall && run.Length > 1 && !run.Any(char.IsLower) };
    }

    // "xuatban": the space was missed.
    private IEnumerable<QueryWord> Parted(QueryWord word)
    {
        if (index.Vocabulary.Has(word.Folded) || word.Exact.Length != word.Folded.Length) return [word];
        for (var at = 2; at < word.Exact.Length - 1; at++)
        {
            var (first, second) = (QueryWord.Read(word.Exact[..at])[0], QueryWord.Read(word.Exact[at..])[0]);
            if (Pairs(Read(first), Read(second)).Any(pair => pair.Value > Likely)) return [first, second];
        }

        return [word];
    }

    private AskedWord Read(QueryWord typed) => new(typed, index.Vocabulary.Forms(typed));

    private IEnumerable<Meaning> MeaningsOf(Synonym synonym)
    {
        var least = synonym.Said.Parts is [{ Length: 1 }] ? Sure : Likely;
        for (var at = 0; at < words.Length; at++)
        {
            var length = SynonymBook.Length(synonym.Said, words, at, (word, said) => word.As(said) >= least);
            if (length == 0) continue;
            foreach (var means in synonym.Means)
                yield return new Meaning(at, at + length, [.. Phrase([.. means.Select(Read)])]);
        }
    }

    private IEnumerable<Sought> Phrase(ImmutableArray<AskedWord> phrase)
    {
        for (var at = 0; at < phrase.Length; at++)
        {
            yield return Single(at, phrase[at].Forms);
            if (at > 0 && Paired(at - 1, phrase[at - 1], phrase[at]) is { } pair) yield return pair;
        }
    }

    private IEnumerable<Sought> Weigh()
    {
        var shares = Shares();
        var acts = Acts();
        var singles = words.Select((word, at) => Single(at, word.Forms)).Select(single => Stands(single) ? single : single with { Forms = [], Weight = 0 }).ToList();
        // Who speaks at length tells of himself too.
        var unknown = Math.Min(Unknown, AllUnknown / Math.Max(1, singles.Count(s => s.Weight == 0 && shares[s.At] == 1 && !Meanings.Any(m => m.Covers(s)))));
        for (var at = 0; at < words.Length; at++)
        {
            if (shares[at] == 0) continue;
            var single = singles[at] with { Forms = [.. singles[at].Forms.Select(form => KeyValuePair.Create(form.Key, form.Value * (Alone(at, form.Key) ? Half : 1)))] };
            var meant = Meanings.Where(m => m.Covers(single)).Select(m => Math.Min(m.To - m.From > 1 ? Heaviest : HeaviestAlone, m.Weight / (m.To - m.From))).DefaultIfEmpty(0).Max();
            var weight = Math.Max(single.Weight * (acts.Contains(at) ? Act : 1), meant) is > 0 and var known ? known : unknown;
            yield return shares[at] > 1 ? single with { Forms = [], Weight = shares[at] } : single with { Weight = weight * shares[at] };
            if (at > 0 && shares[at] == 1 && shares[at - 1] == 1 && Paired(at - 1, words[at - 1], words[at]) is { } pair) yield return acts.Contains(at) ? pair with { Weight = pair.Weight * Act } : pair;
        }
    }

    // 0 for what only makes it a question, less than 1 for what may, more for the matter of another office.
    private double[] Shares()
    {
        var bare = words.All(word => word.Typed.Exact == word.Typed.Folded);
        var shares = Enumerable.Repeat(1.0, words.Length).ToArray();
        for (var at = 0; at < words.Length;)
        {
            var said = Longest(index.Book.Questions, at, (word, said) => word.Typed.Asks(said));
            var maybe = bare ? Longest(index.Book.Questions, at, (word, said) => word.Typed.MayMean(said)) : 0;
            var length = Math.Max(said, maybe);
            var meant = Meanings.Any(m => m.To - m.From > 1 && m.From < at + length && m.To > at && m.To - m.From >= length);
            if (length > 0 && !meant) Array.Fill(shares, said == length || length > 1 ? 0 : MaybeFiller, at, length);
            at += Math.Max(1, meant ? 1 : length);
        }

        for (var at = 0; at < words.Length; at++)
        {
            if (LongestElsewhere(at) is not (> 0 and var length)) continue;
            Array.Fill(shares, Strange / length, at, length);
            Elsewhere = true;
        }

        return shares;
    }

    private HashSet<int> Acts() =>
        [.. Enumerable.Range(0, words.Length).SelectMany(at => Enumerable.Range(at, Longest(index.Book.Acts, at, (word, said) => word.As(said) >= Sure)))];

    // One bare syllable may be too many words: "cho" is not yet "chợ".
    private int LongestElsewhere(int at) =>
        Longest(index.Book.Elsewhere, at, (word, said) => word.Typed.MayMean(said)) is > 1 and var length ? length : Longest(index.Book.Elsewhere, at, (word, said) => word.Typed.Exact == said.Exact);

    private int Longest(IEnumerable<ImmutableArray<QueryWord>> phrases, int at, Func<AskedWord, QueryWord, bool> same) =>
        phrases.Where(phrase => SynonymBook.Stands(phrase, words, at, same)).Select(phrase => phrase.Length).DefaultIfEmpty(0).Max();

    // A syllable that only sounds like one of the mandate's is that one beside a neighbour that fits: "suất bản", but not "giới" alone for "đổi".
    private bool Stands(Sought single) =>
        single.Forms.Any(form => form.Value > Likely)
        || (single.At > 0 && Pairs(words[single.At - 1], words[single.At]).Count > 0)
        || (single.At + 1 < words.Length && Pairs(words[single.At], words[single.At + 1]).Count > 0);

    // "cá" without "nhân" is another word than the mandate's.
    private bool Alone(int at, string form)
    {
        var partners = index.Partners(form);
        return partners.Count > 0 && !partners.Any(pair => pair.Split(' ') is var half && (half[0] == form ? Is(at + 1, half[1]) : Is(at - 1, half[0])));
        bool Is(int place, string word) => place >= 0 && place < words.Length && words[place].Forms.ContainsKey(word);
    }

    private Sought Single(int at, IReadOnlyDictionary<string, double> forms) => Make(at, pair: false, [.. forms.Where(form => index.Says(form.Key))], 1);

    private Sought? Paired(int at, AskedWord first, AskedWord second) =>
        Pairs(first, second) is { Count: > 0 } pairs ? Make(at, pair: true, pairs, PairShare) : null;

    private List<KeyValuePair<string, double>> Pairs(AskedWord first, AskedWord second) =>
        [.. first.Forms.SelectMany(a => second.Forms.Select(b => KeyValuePair.Create(Passage.Pair(a.Key, b.Key), a.Value * b.Value))).Where(pair => index.Says(pair.Key))];

    // Weighed by its likeliest forms: a word typed right is not made common by what it sounds like.
    private Sought Make(int at, bool pair, IReadOnlyList<KeyValuePair<string, double>> forms, double share)
    {
        var best = forms.Select(form => form.Value).DefaultIfEmpty(0).Max();
        return new Sought(at, pair, forms, share * index.Rarity(forms.Where(form => form.Value >= best - 0.1).Select(form => form.Key)));
    }
}
