using System.Collections.Immutable;
using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>What a person says of a unit; the code is the reviewer's, the rest stands in the text.</summary>
internal sealed record UnitWords(string Code, string Name, string? Function, IReadOnlyList<string> Positions);

/// <summary>A reading with some of its corrections applied. Immutable: each correction gives another draft.</summary>
internal sealed record Draft(Header Header, IReadOnlyList<Basis> Bases, ImmutableList<OutlineNode> Nodes)
{
    /// <summary>The reading the corrections start from.</summary>
    public required Outline Read { get; init; }

    /// <summary>First day in force and what is replaced, where a person said so; null follows the text.</summary>
    public (DateOnly? From, IReadOnlyList<DocumentReference> Replaces)? Effect { get; init; }

    public ImmutableDictionary<string, bool> Duties { get; init; } = ImmutableDictionary<string, bool>.Empty;

    /// <summary>By node; null: a person said that this is no unit.</summary>
    public ImmutableDictionary<string, UnitWords?> Units { get; init; } = ImmutableDictionary<string, UnitWords?>.Empty;

    /// <summary>Nodes that a person corrected.</summary>
    public ImmutableHashSet<string> Touched { get; init; } = [];

    /// <summary>Warnings that a person looked at and left.</summary>
    public ImmutableHashSet<Warning> Seen { get; init; } = [];

    public static Draft Of(Outline read) => new(read.Header, read.Bases, [.. read.Nodes]) { Read = read };

    /// <summary>All corrections in their order, or the problem of the first that does not fit.</summary>
    public static Outcome<Draft> Of(Outline read, IEnumerable<Correction> corrections)
    {
        var draft = Of(read);
        foreach (var correction in corrections)
        {
            var next = correction.Apply(draft);
            if (!next.Ok) return next.Problem;
            draft = next.Value;
        }

        return draft;
    }

    public int At(string id) => Nodes.FindIndex(n => n.Id == id);

    public OutlineNode? Find(string? id) => id is null ? null : Nodes.Find(n => n.Id == id);

    /// <summary>The place after the last node at or below <paramref name="at"/>.</summary>
    public int EndOf(int at)
    {
        var inside = new HashSet<string>(StringComparer.Ordinal) { Nodes[at].Id };
        var end = at + 1;
        while (end < Nodes.Count && Nodes[end].Parent is { } parent && inside.Contains(parent)) inside.Add(Nodes[end++].Id);
        return end;
    }

    /// <summary>How many nodes stand above one whose parent is <paramref name="parent"/>.</summary>
    public int Depth(string? parent)
    {
        var depth = 0;
        for (var at = Find(parent); at is not null; at = Find(at.Parent)) depth++;
        return depth;
    }

    /// <summary>Where a node of <paramref name="line"/> belongs among the children of <paramref name="parent"/>: the order of the text.</summary>
    public int PlaceFor(string? parent, int line)
    {
        var (from, end) = parent is null ? (0, Nodes.FindIndex(n => n.IsAnnex) is >= 0 and var annex ? annex : Nodes.Count) : (At(parent) + 1, EndOf(At(parent)));
        for (var i = from; i < end; i++)
            if (Nodes[i].Parent == parent && Nodes[i].Line > line) return i;
        return end;
    }

    public Draft Touch(params string[] ids) => this with { Touched = Touched.Union(ids) };
}
