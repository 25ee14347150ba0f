using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>The words of a stretch of text and its pairs of neighbours: most Vietnamese words are two syllables.</summary>
internal sealed class Passage
{
    private readonly HashSet<string> words = new(StringComparer.Ordinal);

    public Passage(string text)
    {
        var read = QueryWord.Read(text);
        Length = read.Length;
        for (var at = 0; at < read.Length; at++)
        {
            words.Add(read[at].Exact);
            if (at > 0) words.Add(Pair(read[at - 1].Exact, read[at].Exact));
        }
    }

    /// <summary>Number of syllables.</summary>
    public int Length { get; }

    /// <summary>Syllables and pairs.</summary>
    public IReadOnlyCollection<string> Words => words;

    public bool Has(string word) => words.Contains(word);

    public static string Pair(string first, string second) => $"{first} {second}";
}

/// <summary>A provision made ready: its statements one by one, all of it, the headings it stands under, the unit.</summary>
internal sealed record IndexedProvision(AskedProvision Provision, IReadOnlyList<Passage> Statements, Passage Whole, Passage Headings, Passage Unit);

/// <summary>The provisions of one mandate with the synonym books of the day. They are few: made once, ranked in memory, never changed.</summary>
internal sealed class MandateIndex
{
    // From this share of its places on a syllable is half of a word: "cá" of "cá nhân".
    private const double Together = 0.75;

    private static readonly char[] Ends = ['.', ';', ':', '…', '\n'];

    private readonly Dictionary<string, HashSet<int>> places = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<string>> partners = new(StringComparer.Ordinal);

    public MandateIndex(IReadOnlyList<AskedProvision> provisions, SynonymBook book)
    {
        Book = book;
        Provisions = [.. provisions.Select(p => new IndexedProvision(
            p, [.. p.Text.Split(Ends).Where(s => Fold.Text(s).Contains(' ', StringComparison.Ordinal)).DefaultIfEmpty(p.Text).Select(s => new Passage(s))], new Passage(p.Text), new Passage(string.Join('\n', p.Above.SkipLast(1))), new Passage(p.Above.LastOrDefault(""))))];
        foreach (var (provision, at) in Provisions.Select((p, at) => (p, at)))
            foreach (var word in provision.Whole.Words)
                (places.TryGetValue(word, out var known) ? known : places[word] = []).Add(at);
        foreach (var pair in places.Where(place => place.Key.Contains(' ', StringComparison.Ordinal)))
            foreach (var word in pair.Key.Split(' '))
                if (pair.Value.Count >= Together * places[word].Count && pair.Value.Count > 1) (partners.TryGetValue(word, out var known) ? known : partners[word] = []).Add(pair.Key);
        Vocabulary = new Vocabulary(
        [
            .. provisions.SelectMany(p => QueryWord.Read(p.Text)),
            .. book.Synonyms.SelectMany(s => s.Said.Parts.Concat(s.Means)).SelectMany(words => words),
            .. book.Questions.Concat(book.Acts).Concat(book.Elsewhere).SelectMany(words => words),
        ]);
    }

    public SynonymBook Book { get; }

    public IReadOnlyList<IndexedProvision> Provisions { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Some provision says this syllable or pair.</summary>
    public bool Says(string word) => places.ContainsKey(word);

    /// <summary>The pairs without which the mandate hardly says this syllable; empty when it stands in many.</summary>
    public IReadOnlyList<string> Partners(string word) => partners.GetValueOrDefault(word, []);

    /// <summary>How much it tells that one of these was asked for: little when many provisions say it.</summary>
    public double Rarity(IEnumerable<string> words)
    {
        var held = new HashSet<int>();
        foreach (var word in words) held.UnionWith(places.GetValueOrDefault(word, []));
        return held.Count == 0 ? 0 : Math.Log(1 + ((double)Provisions.Count / held.Count));
    }
}
