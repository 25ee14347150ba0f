namespace NhiemSo.Platform.Search.Asking;

/// <summary>A syllable or pair that is looked for, in any of its forms.</summary>
/// <param name="At">Its place in the question; of a pair that of the first.</param>
/// <param name="Weight">How much it counts in the question.</param>
internal sealed record Sought(int At, bool IsPair, IReadOnlyList<KeyValuePair<string, double>> Forms, double Weight)
{
    // A pair adds to its two syllables, which count already.
    private const double PairShare = 0.8, SameLikely = 0.1;

    public static Sought Single(MandateIndex index, int at, AskedWord word) =>
        Make(index, at, pair: false, [.. word.Forms.Where(form => index.Says(form.Key))]);

    /// <summary>None when no provision says the two side by side.</summary>
    public static Sought? Pair(MandateIndex index, int at, AskedWord first, AskedWord second) =>
        index.Pairs(first, second) is { Count: > 0 } pairs ? Make(index, at, pair: true, pairs) : null;

    /// <summary>All syllables and pairs of a phrase.</summary>
    public static IEnumerable<Sought> Phrase(MandateIndex index, IReadOnlyList<AskedWord> phrase)
    {
        for (var at = 0; at < phrase.Count; at++)
        {
            yield return Single(index, at, phrase[at]);
            if (at > 0 && Pair(index, at - 1, phrase[at - 1], phrase[at]) is { } pair) yield return pair;
        }
    }

    // Weighed by its likeliest forms: a word typed right is not made common by what it sounds like, and two that only sound like a pair tell less.
    private static Sought Make(MandateIndex index, int at, bool pair, IReadOnlyList<KeyValuePair<string, double>> forms)
    {
        var best = forms.Select(form => form.Value).DefaultIfEmpty(0).Max();
        return new Sought(at, pair, forms, (pair ? PairShare * best : 1) * index.Rarity(forms.Where(form => form.Value >= best - SameLikely).Select(form => form.Key)));
    }
}
