using System.Collections.Immutable;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>Words of the question that stand for a phrase of the mandate.</summary>
/// <param name="Telling">What each of the words counts in the question.</param>
internal sealed record Meaning(int From, int To, IReadOnlyList<Sought> Phrase, double Telling)
{
    // How sure it must be that a typed word is the said one: of a single word more than of several.
    private const double Sure = 0.9, Likely = 0.6;

    // The book was written to be believed: what it says counts more than words that only happen to be in a provision.
    private const double Believed = 1.2;

    /// <summary>Of all that is looked for.</summary>
    public double Weight { get; } = Phrase.Sum(s => s.Weight);

    public int Length => To - From;

    public bool Covers(Sought sought) => sought.At >= From && sought.At + (sought.IsPair ? 1 : 0) < To;

    /// <summary>It says these words and more.</summary>
    public bool Holds(int from, int length) => From <= from && To >= from + length && Length > length;

    /// <summary>All that is said; "máy photo màu" is no longer "photo": the longest that fits is what was said.</summary>
    public static IReadOnlyList<Meaning> In(ImmutableArray<AskedWord> words, MandateIndex index)
    {
        var meanings = index.Synonyms.SelectMany(synonym => Of(synonym, words, index)).Where(meaning => meaning.Weight > 0).ToList();
        return [.. meanings.Where(m => !meanings.Any(other => other.Holds(m.From, m.Length)))];
    }

    private static IEnumerable<Meaning> Of(Synonym synonym, ImmutableArray<AskedWord> words, MandateIndex index)
    {
        var least = synonym.Said.Parts is [{ Length: 1 }] ? Sure : Likely;
        for (var at = 0; at < words.Length; at++)
        {
            var length = SynonymBook.Length(synonym.Said, words, at, (word, said) => word.As(said) >= least);
            if (length == 0) continue;
            var telling = Believed * Rarity(words.AsSpan(at, length), index);
            foreach (var means in synonym.Means)
                yield return new Meaning(at, at + length, [.. Sought.Phrase(index, [.. means.Select(AskedWord.Meant)])], telling);
        }
    }

    // What people say for many things tells little: "cán bộ" against "công tác phí".
    private static double Rarity(ReadOnlySpan<AskedWord> said, MandateIndex index)
    {
        if (said.Length == 1) return Known(index.Rarity([said[0].Typed.Exact]));
        var sum = 0.0;
        for (var at = 1; at < said.Length; at++) sum += Known(index.Rarity(index.Pairs(said[at - 1], said[at]).Select(pair => pair.Key)));
        return sum / (said.Length - 1);

        double Known(double rarity) => rarity > 0 ? rarity : index.Rarest;
    }
}
