namespace NhiemSo.Platform.Rules.Books;

/// <summary>A book and what its kind made of it.</summary>
public sealed record LoadedRule(RuleBook Book, object Rule);

/// <summary>The rules as of one date: immutable, safe to share between threads.</summary>
public sealed class RuleSet
{
    private readonly RuleSelection _rules;

    internal RuleSet(DateOnly date, RuleSelection rules)
    {
        (Date, _rules) = (date, rules);
    }

    public DateOnly Date { get; }

    /// <summary>Null when no law-horizon book is loaded.</summary>
    public DateOnly? Horizon => All<LawHorizon>() is [var law, ..] ? law.Day : null;

    /// <summary>The books in use on <see cref="Date"/>.</summary>
    public IEnumerable<RuleBook> Books => _rules.All.Select(r => r.Book);

    public T? Find<T>(string code)
        where T : class => _rules.Find(typeof(T), code)?.Rule as T;

    /// <summary>For codes that a checked book refers to; a code from outside goes to <see cref="Find{T}"/>.</summary>
    /// <exception cref="KeyNotFoundException">No such rule on this date.</exception>
    public T Get<T>(string code)
        where T : class => Find<T>(code) ?? throw new KeyNotFoundException($"No {typeof(T).Name} '{code}' on {Date:yyyy-MM-dd}.");

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<T> All<T>()
        where T : class => [.. _rules.OfType(typeof(T)).Select(r => (T)r.Rule)];

    /// <summary>The book a rule came from: sources, confidence, hash.</summary>
    public RuleBook? Book<T>(string code)
        where T : class => _rules.Find(typeof(T), code)?.Book;

    /// <summary>
    /// True when a reference can be followed. A kind of which nothing at all is loaded (a room that isn't installed, a folder
    /// not yet imported) can't be checked and counts as known.
    /// </summary>
    public bool Knows(string kind, string code) => !_rules.HasKind(kind) || _rules.Has(kind, code);

    /// <summary>True when such a book is in use.</summary>
    public bool Has(string kind, string code) => _rules.Has(kind, code);

    /// <summary>What staff and the public page must be told about this book on <see cref="Date"/>; null when nothing.</summary>
    public string? HorizonNote(RuleBook book)
    {
        if (book.To is { } end && end < Date)
            return $"hết hiệu lực từ {end.AddDays(1):d/M/yyyy}, chưa nạp quy định thay thế, cần đối chiếu";
        return Horizon is { } horizon && Date > horizon && book.From <= horizon
            ? $"luật cập nhật đến {horizon:d/M/yyyy}, cần đối chiếu"
            : null;
    }
}
