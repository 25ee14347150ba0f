using System.Collections.Immutable;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>What was asked: the words that tell something with their weights, and the phrases they may stand for.</summary>
internal sealed class Question
{
    private const int MostWords = 40;

    // A word that neither the mandate nor the book knows tells that something else is asked; the name of another office's matter tells it for sure.
    private const double Unknown = 4, AllUnknown = 8, Strange = 10;

    private const double Half = 0.5, Likely = 0.6;

    private readonly MandateIndex index;
    private readonly ImmutableArray<AskedWord> words;

    public Question(string text, MandateIndex index)
    {
        this.index = index;
        words = [.. new Typing(index).Read(text).Take(MostWords)];
        var meanings = Meaning.In(words, index);
        var shares = new WordShares(words, meanings, index);
        Meanings = [.. meanings.Where(m => !Enumerable.Range(m.From, m.Length).Any(at => shares.Elsewhere(at) > 0))];
        Elsewhere = Enumerable.Range(0, words.Length).Any(at => shares.Elsewhere(at) > 0);
        Sought = [.. Weigh(shares)];
        Weight = Sought.Sum(s => s.Weight);
    }

    public IReadOnlyList<Sought> Sought { get; }

    public IReadOnlyList<Meaning> Meanings { get; }

    /// <summary>Of all that is looked for.</summary>
    public double Weight { get; }

    /// <summary>It names a matter of another office.</summary>
    public bool Elsewhere { get; }

    private IEnumerable<Sought> Weigh(WordShares shares)
    {
        var acts = shares.Acts();
        var singles = words.Select((word, at) => Asking.Sought.Single(index, at, word)).Select(single => Stands(single) ? single : single with { Forms = [], Weight = 0 }).ToList();
        // Who speaks at length tells of himself too.
        var unknown = Math.Min(Unknown, AllUnknown / Math.Max(1, singles.Count(s => s.Weight == 0 && Tells(s.At) && shares[s.At] == 1 && !Meanings.Any(m => m.Covers(s)))));
        for (var at = 0; at < words.Length; at++)
        {
            if (shares.Elsewhere(at) is > 0 and var length) yield return singles[at] with { Forms = [], Weight = Strange / length };
            if (!Tells(at)) continue;
            var single = singles[at] with { Forms = [.. singles[at].Forms.Select(form => KeyValuePair.Create(form.Key, form.Value * (Alone(at, form.Key) ? Half : 1)))] };
            var meant = Meanings.Where(m => m.Covers(single)).Select(m => Math.Min(m.Telling, m.Weight)).DefaultIfEmpty(0).Max();
            var weight = Math.Max(single.Weight * acts[at], meant) is > 0 and var known ? known : unknown;
            yield return single with { Weight = weight * shares[at] };
            if (at > 0 && Tells(at - 1) && shares[at] * shares[at - 1] == 1 && Asking.Sought.Pair(index, at - 1, words[at - 1], words[at]) is { } pair) yield return pair with { Weight = pair.Weight * acts[at] };
        }

        bool Tells(int at) => shares.Elsewhere(at) == 0 && shares[at] > 0;
    }

    // A syllable that only sounds like one of the mandate's is that one beside a neighbour that fits: "suất bản", but not "giới" alone for "đổi".
    private bool Stands(Sought single) =>
        single.Forms.Any(form => form.Value > Likely)
        || (single.At > 0 && Fits(words[single.At - 1], words[single.At]))
        || (single.At + 1 < words.Length && Fits(words[single.At], words[single.At + 1]));

    private bool Fits(AskedWord first, AskedWord second) => index.Pairs(first, second).Any(pair => pair.Value >= Half);

    // "cá" without "nhân" is another word than the mandate's.
    private bool Alone(int at, string form)
    {
        var partners = index.Partners(form);
        return partners.Count > 0 && !partners.Any(pair => pair.Split(' ') is var half && (half[0] == form ? Is(at + 1, half[1]) : Is(at - 1, half[0])));
        bool Is(int place, string word) => place >= 0 && place < words.Length && words[place].Forms.ContainsKey(word);
    }
}
