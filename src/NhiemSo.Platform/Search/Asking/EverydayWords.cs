using System.Collections.Immutable;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search.Asking;

/// <summary>What people say for a provision: the everyday words of each synonym whose meaning the provision states in so many words.</summary>
internal static class EverydayWords
{
    // A phrase that many provisions state is the name of a field, not of one matter.
    private const int MostHolders = 4;

    /// <summary>Of each provision its words, each with the share that its number is of the most that one provision has: "sim" is said forty times for one matter and once for another.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, double>> Of(IReadOnlyList<IReadOnlyList<Passage>> provisions, SynonymBook book)
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
        var passages = said.Select(words => new Passage(words, fillers)).ToList();
        var most = passages.SelectMany(passage => passage.Words.Select(word => (Word: word, Times: passage.Times(word)))).GroupBy(w => w.Word, StringComparer.Ordinal).ToDictionary(same => same.Key, same => (double)same.Max(w => w.Times), StringComparer.Ordinal);
        return [.. passages.Select(passage => passage.Words.ToDictionary(word => word, word => passage.Times(word) / most[word], StringComparer.Ordinal))];
    }
}
