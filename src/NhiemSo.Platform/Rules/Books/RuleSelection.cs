using System.Collections.Frozen;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>One version of each book, looked up by the type its kind makes or by kind.</summary>
internal sealed class RuleSelection
{
    private readonly FrozenDictionary<(Type Type, string Code), LoadedRule> _byCode;
    private readonly FrozenSet<(string Kind, string Code)> _codes;
    private readonly FrozenSet<string> _kinds;

    public RuleSelection(IEnumerable<LoadedRule> rules)
    {
        All = [.. rules.OrderBy(r => r.Book.Code, StringComparer.Ordinal)];
        _byCode = All.ToFrozenDictionary(r => (r.Rule.GetType(), r.Book.Code));
        _codes = All.Select(r => (r.Book.Kind, r.Book.Code)).ToFrozenSet();
        _kinds = All.Select(r => r.Book.Kind).ToFrozenSet(StringComparer.Ordinal);
    }

    public IReadOnlyList<LoadedRule> All { get; }

    public LoadedRule? Find(Type type, string code) => _byCode.GetValueOrDefault((type, code));

    public IEnumerable<LoadedRule> OfType(Type type) => All.Where(r => r.Rule.GetType() == type);

    public bool HasKind(string kind) => _kinds.Contains(kind);

    public bool Has(string kind, string code) => _codes.Contains((kind, code));
}
