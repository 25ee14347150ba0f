using System.Collections.Immutable;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search;

/// <summary>Orders candidates: what says all of it in its title, side by side, with the typed diacritics, comes first.</summary>
internal sealed class SearchRank
{
    private readonly SearchQuery query;
    private readonly string[] typed;
    private readonly string phrase;
    private readonly Dictionary<string, (int Groups, bool Together, int Exact)> titles = new(StringComparer.Ordinal);

    public SearchRank(SearchQuery query)
    {
        this.query = query;
        phrase = string.Join(' ', query.Groups.SelectMany(group => group[0].Words));
        // Words left out as question words say nothing of the answer.
        var sought = query.Groups.SelectMany(group => group[0].Words).ToHashSet(StringComparer.Ordinal);
        typed = [.. query.Typed.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => sought.Contains(Fold.Text(word))).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Higher is better.</summary>
    public (int Groups, bool Together, int ExactInTitle, int Exact) Score(Candidate candidate)
    {
        // Hundreds of candidates share the title of their procedure.
        if (!titles.TryGetValue(candidate.Title, out var title)) titles[candidate.Title] = title = OfTitle(candidate.Title);
        return (title.Groups, title.Together, title.Exact, typed.Count(word => Holds(candidate.Exact, word)));
    }

    public Found Show(Candidate c)
    {
        var excerpt = query.Marks(c.Title).Any() || query.Marks(c.Subtitle).Any() ? null : Excerpt(c.Body);
        return new Found(c.Kind, c.Ref, c.Title, c.Subtitle, c.Href, excerpt);
    }

    private (int Groups, bool Together, int Exact) OfTitle(string text)
    {
        var (words, exact) = (Fold.Tokens(text).ToHashSet(StringComparer.Ordinal), Fold.Exact(text));
        return (query.Groups.Count(group => group.Any(term => Says(words, term))), $" {Fold.Text(text)} ".Contains($" {phrase} ", StringComparison.Ordinal), typed.Count(word => Holds(exact, word)));
    }

    /// <summary>A whole word of a text whose words are parted by one space.</summary>
    private static bool Holds(string text, string word)
    {
        for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            if ((at == 0 || text[at - 1] == ' ') && (at + word.Length == text.Length || text[at + word.Length] == ' ')) return true;
        return false;
    }

    private static bool Says(HashSet<string> words, SearchTerm term) => ImmutableArrayExtensions.All(term.Words, words.Contains);

    private string? Excerpt(string body)
    {
        const int before = 60, length = 180;
        if (query.Marks(body).Select(mark => ((int Start, int Length)?)mark).FirstOrDefault() is not { } mark) return null;
        var start = mark.Start <= before ? 0 : body.IndexOf(' ', mark.Start - before) + 1;
        if (start <= 0 || start > mark.Start) start = mark.Start <= before ? 0 : mark.Start;
        var end = Math.Min(body.Length, start + length);
        if (end < body.Length && body.LastIndexOf(' ', end - 1, end - start) is var space && space > mark.Start + mark.Length) end = space;
        return (start > 0 ? "… " : "") + body[start..end].Trim() + (end < body.Length ? " …" : "");
    }
}
