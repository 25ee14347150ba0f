using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Portal;

/// <summary>Finds procedures in everyday words, with or without diacritics; the few procedures are held in memory.</summary>
internal sealed class Finder(Catalogue catalogue, RuleShelf rules)
{
    /// <summary>Best first: more of the words asked for, then in the name rather than in the summary. Empty text: all.</summary>
    public IReadOnlyList<OfferedProcedure> Find(string? text, DateOnly day)
    {
        var all = catalogue.ForApplicants(day);
        if (string.IsNullOrWhiteSpace(text)) return all;
        var synonyms = SynonymBook.Join(rules.At(day).All<SynonymBook>());
        var query = SearchQuery.Parse(text, synonyms);
        if (query.IsEmpty) return all;
        var typed = Fold.Tokens(text).ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(p => (p, Score: Score(query, typed, p))).Where(x => x.Score > 0).OrderByDescending(x => x.Score).Select(x => x.p)];
    }

    private static double Score(SearchQuery query, HashSet<string> typed, OfferedProcedure offered)
    {
        var p = offered.Procedure;
        string[] phrases = [.. p.Everyday.Append(p.Name).Select(Spaced)];
        string[] sentences = [.. phrases, Spaced(p.Summary), Spaced(p.LegalSummary ?? ""), Spaced($"{p.Name} {p.Result.Name}")];
        // More than half of the words must be there, and in one sentence: words from here and there say nothing together.
        if (sentences.Max(s => query.Groups.Count(g => g.Any(term => Holds(s, term)))) * 2 <= query.Groups.Length) return 0;
        var hits = query.Groups.Count(g => g.Any(term => sentences.Any(s => Holds(s, term))));
        // One in the name counts a little more, one as typed more than what it stands for.
        var literal = query.Groups.Count(g => sentences.Any(s => Holds(s, g[0])));
        var inName = query.Groups.Count(g => g.Any(term => Holds(phrases[^1], term)));
        return hits + (literal * 0.5) + (inName * 0.1) + Said(typed, phrases);
    }

    /// <summary>Twice the share of the typed words that stand in one phrase: who says it the way others do means the same.</summary>
    private static double Said(HashSet<string> typed, string[] phrases) =>
        phrases.Max(phrase => typed.Count(word => phrase.Contains($" {word} ", StringComparison.Ordinal))) * 2.0 / Math.Max(1, typed.Count);

    /// <summary>Folded, with a blank at either end, so that whole words can be looked for.</summary>
    private static string Spaced(string text) => $" {Fold.Text(text)} ";

    private static bool Holds(string text, SearchTerm term) => term.Together
        ? text.Contains(" " + string.Join(' ', term.Words) + " ", StringComparison.Ordinal)
        : term.Words.All(w => text.Contains(" " + w + " ", StringComparison.Ordinal));
}
