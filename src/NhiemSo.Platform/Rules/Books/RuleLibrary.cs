namespace NhiemSo.Platform.Rules.Books;

/// <summary>All versions of all books that are loaded; asked with a date. Immutable.</summary>
public sealed class RuleLibrary
{
    private readonly DateOnly[] _turns;
    private readonly RuleSelection[] _selections;
    private readonly Dictionary<string, LoadedRule> _byHash = new(StringComparer.Ordinal);

    public static readonly RuleLibrary Empty = new([]);

    internal RuleLibrary(IReadOnlyList<LoadedRule> rules, bool drafts = false)
    {
        foreach (var rule in rules) _byHash[rule.Book.Hash] = rule;
        var inForce = rules.Where(r => drafts || !r.Book.Draft).ToList();
        _turns = [.. inForce.SelectMany(Turns).Distinct().Order()];
        _selections = [.. _turns.Select(day => new RuleSelection(InForce(inForce, day)))];
    }

    /// <summary>Days on which the set of rules changes.</summary>
    internal IReadOnlyList<DateOnly> ChangeDays => _turns;

    /// <summary>
    /// The rules of a date. Of a book the version that began last; a book whose end has passed is left out when its
    /// successor is loaded, else it stays in use and <see cref="RuleSet.HorizonNote"/> says so.
    /// </summary>
    public RuleSet At(DateOnly date)
    {
        var index = Array.BinarySearch(_turns, date);
        if (index < 0) index = ~index - 1;
        return new RuleSet(date, index < 0 ? new RuleSelection([]) : _selections[index]);
    }

    /// <summary>The version a running matter keeps, in force or not; null when it isn't loaded.</summary>
    public LoadedRule? Version(string hash) => _byHash.GetValueOrDefault(hash);

    public T? Version<T>(string hash)
        where T : class => Version(hash)?.Rule as T;

    /// <summary>Of every book that makes a <typeparamref name="T"/> the version that begins last, whatever the date.</summary>
    internal IEnumerable<T> Newest<T>()
        where T : class => _byHash.Values.Where(r => r.Rule is T && !r.Book.Draft)
            .GroupBy(r => r.Book.Code, StringComparer.Ordinal).Select(g => (T)g.MaxBy(r => r.Book.From)!.Rule);

    private static IEnumerable<DateOnly> Turns(LoadedRule rule)
    {
        yield return rule.Book.From;
        if (rule.Book.To is { } to && to < DateOnly.MaxValue) yield return to.AddDays(1);
    }

    private static IEnumerable<LoadedRule> InForce(List<LoadedRule> rules, DateOnly day)
    {
        var begun = rules.Where(r => r.Book.From <= day)
            .GroupBy(r => (r.Book.Kind, r.Book.Code))
            .ToDictionary(g => g.Key, g => g.MaxBy(r => r.Book.From)!);
        return begun.Values.Where(r => r.Book.To is null || r.Book.To >= day ||
            r.Book.ReplacedBy is not { } successor || !begun.ContainsKey((r.Book.Kind, successor)));
    }
}
