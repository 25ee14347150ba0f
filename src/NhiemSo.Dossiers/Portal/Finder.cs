using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Portal;

/// <summary>Finds procedures in everyday words, with or without diacritics; the few procedures are held in memory.</summary>
internal sealed class Finder(Catalogue catalogue, RuleShelf rules)
{
    /// <summary>Fields of administration that have procedures, by name.</summary>
    public IReadOnlyList<Choice> Fields(DateOnly day) =>
        [.. catalogue.ForApplicants(day).Select(o => NameOf(o.Procedure)).Distinct(StringComparer.Ordinal).OrderBy(SortKey.Of, StringComparer.Ordinal).Select(name => new Choice(name, name))];

    /// <summary>Kinds of applicant, those that most procedures know first.</summary>
    public IReadOnlyList<Choice> Applicants(DateOnly day) =>
        [.. catalogue.ForApplicants(day).SelectMany(o => o.Procedure.Applicants).GroupBy(a => a.Code, StringComparer.Ordinal).OrderByDescending(g => g.Count()).Select(g => new Choice(g.Key, g.First().Label))];

    /// <summary>Best first: more of the words asked for, then in the name rather than in the summary. Empty text: all.</summary>
    /// <param name="field">Name of a field of administration; empty: any.</param>
    /// <param name="applicant">Code of a kind of applicant; empty: any.</param>
    public IReadOnlyList<OfferedProcedure> Find(string? text, DateOnly day, string? field = null, string? applicant = null)
    {
        IReadOnlyList<OfferedProcedure> all =
        [
            .. catalogue.ForApplicants(day).Where(o => (string.IsNullOrEmpty(field) || NameOf(o.Procedure) == field) && (string.IsNullOrEmpty(applicant) || o.Procedure.Applicants.Any(a => a.Code == applicant))),
        ];
        if (string.IsNullOrWhiteSpace(text)) return all;
        var synonyms = SynonymBook.Join(rules.At(day).All<SynonymBook>());
        var query = SearchQuery.Parse(text, synonyms);
        if (query.IsEmpty) return all;
        var typed = Fold.Tokens(text).ToHashSet(StringComparer.Ordinal);
        return [.. all.Select(p => (p, Score: Score(query, typed, p))).Where(x => x.Score > 0).OrderByDescending(x => x.Score).Select(x => x.p)];
    }

    /// <summary>Several codes may stand for one field as people know it.</summary>
    private static string NameOf(Books.Procedure procedure) => procedure.FieldName ?? procedure.Field;

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
