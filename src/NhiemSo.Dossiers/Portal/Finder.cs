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
        return [.. all.Select(p => (p, Score: Score(query, p))).Where(x => x.Score > 0).OrderByDescending(x => x.Score).Select(x => x.p)];
    }

    private static double Score(SearchQuery query, OfferedProcedure offered)
    {
        var p = offered.Procedure;
        var name = " " + Fold.Text(p.Name) + " ";
        var rest = " " + Fold.Text(string.Join(' ', p.Everyday.Append(p.Summary).Append(p.LegalSummary ?? "").Append(p.Result.Name))) + " ";
        var hits = query.Groups.Count(g => g.Any(term => Holds(name, term) || Holds(rest, term)));
        var inName = query.Groups.Count(g => g.Any(term => Holds(name, term)));
        // More than half of the words must be there; one in the name counts a little more.
        return hits * 2 <= query.Groups.Length ? 0 : hits + (inName * 0.1);
    }

    private static bool Holds(string text, SearchTerm term) => term.Together
        ? text.Contains(" " + string.Join(' ', term.Words) + " ", StringComparison.Ordinal)
        : term.Words.All(w => text.Contains(" " + w + " ", StringComparison.Ordinal));
}
