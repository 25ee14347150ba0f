using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search.Asking;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Search;

/// <summary>The one search over everything: what the reader may see, grouped by kind, the best answer first.</summary>
public sealed class SearchService
{
    /// <summary>Shown of each kind when all kinds are asked.</summary>
    public const int Shown = 5;

    // Ranking costs by the candidate, so only the newest of each kind are ranked.
    private const int Window = 200, PageWindow = 50;

    private readonly SearchStore store;
    private readonly RuleShelf rules;
    private readonly MandateAsking asking;
    private readonly IAskedMandate? mandate;

    internal SearchService(SearchStore store, RuleShelf rules, IEnumerable<ISearchSource> sources, IEnumerable<MatterKind> matters, MandateAsking asking, IAskedMandate? mandate)
    {
        (this.store, this.rules, this.asking, this.mandate) = (store, rules, asking, mandate);
        Kinds = [.. sources.SelectMany(s => s.Kinds).OrderBy(k => k.Order), .. matters.Select(m => new SearchKind(m.Kind, m.Name, 100))];
    }

    /// <summary>All kinds, in the order of headings.</summary>
    public IReadOnlyList<SearchKind> Kinds { get; }

    /// <summary>Finds; when nothing holds all that was typed it tries with a slip put right, then with some of the words.</summary>
    /// <param name="text">As typed.</param>
    /// <param name="reader">Nobody finds public things only.</param>
    /// <param name="kind">One kind only, in long; null: some of each.</param>
    /// <param name="after">With <paramref name="kind"/>: <see cref="FoundGroup.Next"/> of the page before.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<SearchAnswer> FindAsync(string text, Reader reader, string? kind, string? after, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var query = SearchQuery.Parse(text, SynonymBook.Join(rules.Today.All<SynonymBook>()));
        var cursor = kind is null ? null : SearchCursor.Read(after);
        var kinds = Kinds.Where(k => kind is null || k.Kind == kind).ToList();
        if (query.IsEmpty || kinds.Count == 0) return new SearchAnswer(query, Closeness.Whole, [], []);
        var keys = SearchKeys.Of(reader);
        var asked = mandate is not null && cursor is null && kinds.Any(k => k.Kind == mandate.Kind) ? await asking.AskAsync(text, mandate, ct) : [];
        foreach (var closeness in cursor is { } from ? [from.Closeness] : Enum.GetValues<Closeness>())
        {
            if (closeness == Closeness.Slip) query = await WithSlipsAsync(query, ct);
            var answer = await TryAsync(query, closeness, kinds, kind is null, keys, cursor?.Before ?? long.MaxValue, ct);
            if (answer.Groups.Count > 0 || closeness == Closeness.Some || cursor is not null) return kind is null ? WithDuties(answer, asked) : answer with { Duties = asked };
        }

        throw new InvalidOperationException("The last try always answers.");
    }

    private async Task<SearchAnswer> TryAsync(SearchQuery query, Closeness closeness, List<SearchKind> kinds, bool brief, string[] keys, long before, CancellationToken ct)
    {
        var rank = new SearchRank(query);
        var groups = new List<(FoundGroup Group, (int, bool, int) Best)>();
        var window = brief ? Window : PageWindow;
        foreach (var kind in kinds)
        {
            var found = await store.NewestAsync(query, closeness == Closeness.Some, kind.Kind, keys, before, window + 1, ct);
            if (found.Count == 0) continue;
            var ranked = found.Take(window).Select(c => (Candidate: c, Score: rank.Score(c))).OrderByDescending(c => c.Score).ThenByDescending(c => c.Candidate.Id).ToList();
            var shown = ranked.Take(brief ? Shown : window).Select(c => rank.Show(c.Candidate)).ToList();
            var best = ranked[0].Score;
            var next = !brief && found.Count > window ? new SearchCursor(closeness, found[window - 1].Id).Write() : null;
            groups.Add((new FoundGroup(kind, shown, found.Count > shown.Count, next), (best.Groups, best.Together, best.ExactInTitle)));
        }

        // What stands in titles orders the kinds; between equals duty and unit come first: who answers for it.
        return new SearchAnswer(query, closeness, [.. groups.OrderByDescending(g => g.Best).ThenBy(g => g.Group.Kind.Order).Select(g => g.Group)], []);
    }

    // The mandate's answer takes the place of the duties that share words with the question; who answers for it stands first where words alone found no duty.
    private SearchAnswer WithDuties(SearchAnswer answer, IReadOnlyList<AskedAnswer> asked)
    {
        if (mandate is null || asked.Count == 0) return answer;
        var groups = answer.Groups.ToList();
        var at = groups.FindIndex(g => g.Kind.Kind == mandate.Kind);
        var kind = Kinds.First(k => k.Kind == mandate.Kind);
        var shown = asked.Take(Shown).Select(a => a.Provision).Select(p => new Found(kind.Kind, p.Citation, p.Text, string.Join(" · ", new[] { p.Unit, p.Citation }.Where(s => s.Length > 0)), p.Href, Excerpt: null));
        var group = new FoundGroup(kind, [.. shown], More: at >= 0 && groups[at].More, Next: null);
        if (at >= 0) groups[at] = group;
        else groups.Insert(0, group);
        return answer with { Groups = groups, Duties = asked };
    }

    private async Task<SearchQuery> WithSlipsAsync(SearchQuery query, CancellationToken ct)
    {
        var single = query.Groups.SelectMany(g => g).Where(t => t.Words.Length == 1).Select(t => t.Words[0]).Distinct(StringComparer.Ordinal).ToList();
        return single.Count == 0 ? query : query.WithNear(await store.WordsLikeAsync(single, Kinds.Select(k => k.Kind), ct));
    }
}
