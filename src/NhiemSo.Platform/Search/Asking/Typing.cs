using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>A typed word and the syllables it may be.</summary>
internal sealed record AskedWord(QueryWord Typed, IReadOnlyDictionary<string, double> Forms)
{
    public double As(QueryWord said) => Forms.GetValueOrDefault(said.Exact);

    /// <summary>A word of a book, which is no other.</summary>
    public static AskedWord Meant(QueryWord word) => new(word, new Dictionary<string, double>(StringComparer.Ordinal) { [word.Exact] = 1 });
}

/// <summary>Reads what was typed in haste: keys left in, a space missed, the first syllable of a word cut to its letter.</summary>
internal sealed class Typing(MandateIndex index)
{
    // A missed space is believed where both halves are nearly certain.
    private const double Likely = 0.6, Cut = 0.9;

    private bool marked;

    public IEnumerable<AskedWord> Read(string text)
    {
        var hasSmall = text.Any(char.IsLower);
        marked = QueryWord.Read(text).Any(word => word.Exact != word.Folded);
        foreach (var run in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            foreach (var word in QueryWord.Read(run).SelectMany(Meant))
                yield return word with { Typed = word.Typed with { Capitals = hasSmall && run.Length > 1 && !run.Any(char.IsLower) } };
    }

    private AskedWord Form(QueryWord typed) => new(typed, index.Vocabulary.Forms(typed, marked));

    // "baao" is no "bâo": a key was only struck twice.
    private QueryWord Known(QueryWord word) => index.Vocabulary.Knows(word) ? word : word with { Exact = word.Folded };

    private IEnumerable<AskedWord> Meant(QueryWord word)
    {
        if (index.Vocabulary.Has(word.Folded)) return [Form(word)];
        if (word.Exact == word.Folded && Telex.Undo(word.Exact) is { } letters) return [Form(Known(new QueryWord(Fold.Text(letters), letters)))];
        return Shortened(word) ?? Parted(word) ?? [Form(word)];
    }

    // "ttra", "tbao": of the first syllable only its letters are left, the second is whole.
    private AskedWord[]? Shortened(QueryWord word)
    {
        if (Syllable.Is(word.Folded)) return null;
        for (var at = 1; at < Math.Min(3, word.Exact.Length - 1); at++)
        {
            var (start, rest) = (word.Folded[..at], QueryWord.Read(word.Exact[at..])[0]);
            if (!Syllable.Is(rest.Folded)) continue;
            var firsts = index.Pairs(rest).Where(first => Fold.Text(first).StartsWith(start, StringComparison.Ordinal)).ToList();
            if (firsts.Count > 0) return [new AskedWord(word, firsts.ToDictionary(first => first, _ => Cut, StringComparer.Ordinal)), Form(rest)];
        }

        return null;
    }

    // "xuatban": the space was missed.
    private AskedWord[]? Parted(QueryWord word)
    {
        if (word.Exact.Length != word.Folded.Length) return null;
        for (var at = 1; at < word.Exact.Length; at++)
        {
            var (first, second) = (QueryWord.Read(word.Exact[..at])[0], QueryWord.Read(word.Exact[at..])[0]);
            if (Syllable.Is(first.Folded) && Syllable.Is(second.Folded) && index.Pairs(Form(first), Form(second)).Any(pair => pair.Value > Likely)) return [Form(first), Form(second)];
        }

        return null;
    }
}
