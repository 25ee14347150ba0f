using System.Collections.Immutable;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>The words of a stretch of text and its pairs of neighbours: most Vietnamese words are two syllables.</summary>
internal sealed class Passage
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);

    public Passage(string text)
        : this([QueryWord.Read(text)], [])
    {
    }

    /// <summary>Of stretches that have nothing to do with each other: no pair spans two.</summary>
    public Passage(IEnumerable<ImmutableArray<QueryWord>> stretches, HashSet<string> fillers)
    {
        foreach (var read in stretches) Add(read);
        foreach (var filler in fillers) words.Remove(filler);
    }

    private void Add(ImmutableArray<QueryWord> read)
    {
        Length += read.Length;
        for (var at = 0; at < read.Length; at++)
        {
            Count(read[at].Exact);
            if (at > 0) Count(Pair(read[at - 1].Exact, read[at].Exact));
        }

        void Count(string word) => words[word] = Times(word) + 1;
    }

    /// <summary>Number of syllables.</summary>
    public int Length { get; private set; }

    /// <summary>Syllables and pairs.</summary>
    public IReadOnlyCollection<string> Words => words.Keys;

    public bool Has(string word) => words.ContainsKey(word);

    /// <summary>How often it is said; 0 when it is not.</summary>
    public int Times(string word) => words.GetValueOrDefault(word);

    public static string Pair(string first, string second) => $"{first} {second}";
}
