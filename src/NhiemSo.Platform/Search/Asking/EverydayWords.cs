using System.Collections.Immutable;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>What people say for a provision: the everyday words of each synonym whose meaning the provision states in so many words.</summary>
internal static class EverydayWords
{
    // A phrase that many provisions state is the name of a field, not of one matter.
    private const int MostHolders = 4;

    public static IReadOnlyList<Passage> Of(IReadOnlyList<IReadOnlyList<Passage>> provisions, SynonymBook book)
    {
        var said = provisions.Select(_ => new List<ImmutableArray<QueryWord>>()).ToList();
        foreach (var synonym in book.Synonyms)
        {
            foreach (var means in synonym.Means.Where(m => m.Length > 1))
            {
                var phrase = new Passage([means], []).Words;
                var holders = Enumerable.Range(0, provisions.Count).Where(at => provisions[at].Any(s => phrase.All(s.Has))).ToList();
                if (holders.Count > MostHolders) continue;
                foreach (var at in holders) said[at].AddRange(synonym.Said.Parts);
            }
        }

        var fillers = book.Questions.Where(words => words.Length == 1).Select(words => words[0].Exact).ToHashSet(StringComparer.Ordinal);
        return [.. said.Select(words => new Passage(words, fillers))];
    }
}
