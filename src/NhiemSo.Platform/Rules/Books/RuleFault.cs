namespace NhiemSo.Platform.Rules.Books;

/// <summary>A spot in a rule book file; line and column count from 1.</summary>
public readonly record struct RulePlace(string File, int Line, int Column);

/// <summary>One fault of a rule book, in a plain Vietnamese sentence for the jurist who keeps the file.</summary>
public sealed record RuleFault(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}

/// <summary>All faults met while reading; reading goes on after a fault so that every one of them is listed.</summary>
public sealed class RuleFaults
{
    private readonly HashSet<RuleFault> _faults = [];

    public int Count => _faults.Count;

    /// <summary>By file, then line.</summary>
    public IReadOnlyList<RuleFault> InOrder =>
        [.. _faults.OrderBy(f => f.File, StringComparer.Ordinal).ThenBy(f => f.Line).ThenBy(f => f.Column)];

    internal void AddAll(RuleFaults others) => _faults.UnionWith(others._faults);

    public void Add(RulePlace place, string message) =>
        _faults.Add(new RuleFault(place.File, place.Line, place.Column, message));
}
