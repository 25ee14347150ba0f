using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>A provision made ready: its statements one by one, all of it, the headings it stands under, the unit.</summary>
internal sealed record IndexedProvision(AskedProvision Provision, IReadOnlyList<Passage> Statements, Passage Whole, Passage Headings, Passage Unit, IReadOnlyDictionary<string, double> Everyday);

/// <summary>The provisions of one mandate with the synonym books of the day. They are few: made once, ranked in memory, never changed.</summary>
internal sealed class MandateIndex
{
    // From this share of its places on a syllable is half of a word: "cá" of "cá nhân".
    private const double Together = 0.75;

    private static readonly char[] Ends = ['.', ';', ':', '…', '\n'];

    // How much each provision says a word: 1 in its own text, less in the words that people say for it.
    private readonly Dictionary<string, Dictionary<int, double>> places = new(StringComparer.Ordinal);

    private readonly Dictionary<string, List<string>> partners = new(StringComparer.Ordinal);

    public MandateIndex(IReadOnlyList<AskedProvision> provisions, SynonymBook book)
    {
        Book = book;
        Synonyms = [.. book.Synonyms, .. provisions.Select(p => QueryWord.Read(p.Unit)).Where(unit => unit.Length > 0).DistinctBy(unit => string.Join(' ', unit.Select(w => w.Exact))).Select(unit => new Synonym(new SynonymPattern([unit]), [unit]))];
        var statements = provisions.Select(p => (IReadOnlyList<Passage>)[.. p.Text.Split(Ends).Where(s => Fold.Text(s).Contains(' ', StringComparison.Ordinal)).DefaultIfEmpty(p.Text).Select(s => new Passage(s))]).ToList();
        var everyday = EverydayWords.Of(statements, book);
        Provisions = [.. provisions.Select((p, at) => new IndexedProvision(
            p, statements[at], new Passage(p.Text), new Passage(string.Join('\n', p.Above.SkipLast(1))), new Passage(p.Above.LastOrDefault("")), everyday[at]))];
        foreach (var (provision, at) in Provisions.Select((p, at) => (p, at)))
            foreach (var (word, share) in provision.Whole.Words.Select(word => KeyValuePair.Create(word, 1.0)).Concat(provision.Everyday))
                (places.TryGetValue(word, out var known) ? known : places[word] = []).TryAdd(at, share);
        foreach (var pair in places.Where(place => place.Key.Contains(' ', StringComparison.Ordinal)))
            foreach (var word in pair.Key.Split(' '))
                if (places.TryGetValue(word, out var alone) && pair.Value.Count >= Together * alone.Count && pair.Value.Count > 1) (partners.TryGetValue(word, out var known) ? known : partners[word] = []).Add(pair.Key);
        Vocabulary = new Vocabulary(
        [
            .. provisions.SelectMany(p => QueryWord.Read(p.Text)),
            .. book.Synonyms.SelectMany(s => s.Said.Parts.Concat(s.Means)).SelectMany(words => words),
            .. book.Questions.Concat(book.Acts).Concat(book.Elsewhere).SelectMany(words => words),
        ]);
    }

    public SynonymBook Book { get; }

    /// <summary>Those of the books, and each unit by its name.</summary>
    public IReadOnlyList<Synonym> Synonyms { get; }

    public IReadOnlyList<IndexedProvision> Provisions { get; }

    public Vocabulary Vocabulary { get; }

    /// <summary>Some provision says this syllable or pair.</summary>
    public bool Says(string word) => places.ContainsKey(word);

    /// <summary>The pairs that two words side by side may be.</summary>
    public List<KeyValuePair<string, double>> Pairs(AskedWord first, AskedWord second) =>
        [.. first.Forms.SelectMany(a => second.Forms.Select(b => KeyValuePair.Create(Passage.Pair(a.Key, b.Key), a.Value * b.Value))).Where(pair => Says(pair.Key))];

    /// <summary>The syllables that stand before this one.</summary>
    public IEnumerable<string> Pairs(QueryWord second) =>
        places.Keys.Select(word => word.Split(' ')).Where(pair => pair.Length == 2 && (second.Exact == pair[1] || (second.Exact == second.Folded && Fold.Text(pair[1]) == second.Folded))).Select(pair => pair[0]).Distinct(StringComparer.Ordinal);

    /// <summary>The pairs without which the mandate hardly says this syllable; empty when it stands in many.</summary>
    public IReadOnlyList<string> Partners(string word) => partners.GetValueOrDefault(word, []);

    /// <summary>The rarity of what one provision alone says.</summary>
    public double Rarest => Math.Log(1 + Provisions.Count);

    /// <summary>How much it tells that one of these was asked for: little when many provisions say it.</summary>
    public double Rarity(IEnumerable<string> words)
    {
        var held = words.SelectMany(word => places.GetValueOrDefault(word, [])).GroupBy(place => place.Key).Sum(same => same.Max(place => place.Value));
        return held == 0 ? 0 : Math.Log(1 + (Provisions.Count / Math.Max(1, held)));
    }
}
