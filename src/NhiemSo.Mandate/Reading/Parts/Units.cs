using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The units a decision describes or lists, each in a provision of its own. A decision about one body without any has that body as its only unit.</summary>
/// <param name="trunk">One text of the decision.</param>
/// <param name="duties">The duties found; a unit without any and without a function is only mentioned.</param>
internal sealed class Units(Branch trunk, IReadOnlySet<Branch> duties)
{
    /// <summary>Branches with a duty at or below them.</summary>
    private readonly HashSet<Branch> holders = [.. duties.SelectMany(Up)];

    private readonly Dictionary<Branch, bool> groups = [];

    /// <summary>Whether two or more provisions right below one are named as units.</summary>
    private readonly Dictionary<Branch, bool> lists = [];

    /// <summary>Of all texts of a decision. A unit both listed and described stands where it is described, be it in another text.</summary>
    public static IReadOnlyList<Unit> Of(IReadOnlyList<Root> roots, string? title, IReadOnlySet<Branch> duties)
    {
        var texts = roots.Select(r => (Root: r, Units: new Units(r.Trunk, duties))).Select(t => (t.Root, t.Units, Described: t.Units.Described(), Listed: ListedUnits.Of(t.Root.Trunk, t.Units.holders))).ToList();
        var names = texts.SelectMany(t => t.Described).Select(d => d.Unit.Name).ToList();
        return [.. texts.SelectMany(t => t.Described.Count + t.Listed.Count == 0
            ? OneBody.Of(t.Root.Trunk, t.Root.Title is { } own && own.Contains(" của ", StringComparison.OrdinalIgnoreCase) ? own : title, duties) is { } body ? [body] : []
            : t.Described.Concat(t.Units.Only(t.Listed, names)).OrderBy(u => u.Line).Select(u => u.Unit))];
    }

    private List<(int Line, Unit Unit)> Described()
    {
        var described = Citations.Walk(trunk).Where(b => Name(b) is not null && Describes(b)).ToList();
        if (described.Count > 0) described = WithFunctions(described);
        if (described.Count == 0) return SaidInLeads() is { Count: > 1 } said ? said : [];

        var units = described.GroupBy(Name, StringComparer.OrdinalIgnoreCase).ToList();
        return units.ConvertAll(g => (g.First().Line, new Unit(
            ListedUnits.Named(g.Key!),
            g.First().Citation,
            g.Select(FunctionOf).OfType<Branch>().Select(Words).FirstOrDefault() ?? g.Select(b => b.Text).FirstOrDefault(t => t is not null && t.Contains(" có chức năng ", StringComparison.Ordinal)),
            (units.Count == 1 ? [trunk] : g.AsEnumerable()).Select(b => PositionsOf(b, duties)).FirstOrDefault(p => p.Count > 0) ?? [])));
    }

    /// <summary>Those of a list that no text describes; a name that stands twice in one body's lists is one unit, in the lists of two bodies it is two.</summary>
    private IEnumerable<(int Line, Unit Unit)> Only(IReadOnlyList<(Branch Branch, string Name)> listed, List<string> described)
    {
        var bodies = listed.Select(l => l.Branch).Concat(holders).ToHashSet();
        return listed.Where(l => !described.Exists(d => UnitNames.AreOne(d, l.Name)))
            .DistinctBy(l => (Up(l.Branch).Skip(1).FirstOrDefault(bodies.Contains), l.Name.ToLowerInvariant()))
            .Select(l => (l.Branch.Line, new Unit(l.Name, l.Branch.Citation, FunctionOf(l.Branch) is { } function ? Words(function) : Said(l.Branch), PositionsOf(l.Branch, duties) is { Count: > 0 } posts ? posts : Positions.In([l.Branch.Text ?? ""]))));
    }

    /// <summary>"a) Phòng Tổng hợp: tham mưu, giúp Giám đốc ...".</summary>
    private static string? Said(Branch listed) =>
        listed.Heading is not null && listed.Text is { } text && Array.Exists(["tham mưu", "giúp ", "chức năng", "thực hiện"], w => text.Contains(w, StringComparison.OrdinalIgnoreCase)) ? text : null;

    /// <summary>"Vị trí, chức năng của Phòng A" and "Nhiệm vụ của Phòng A" are two provisions about one unit.</summary>
    private List<Branch> WithFunctions(List<Branch> described)
    {
        var names = described.Select(b => Name(b)!).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var inside = described.ToHashSet();
        return [.. Citations.Walk(trunk).Where(b => inside.Contains(b) || (Name(b) is { } name && names.Contains(name) && Topics.Of(b) == Topic.Function && !Up(b).Skip(1).Any(inside.Contains)))];
    }

    /// <summary>Articles without headings: "Điều 1. Bộ phận Công báo có nhiệm vụ:", "Điều 2. Bộ phận Hành chính có nhiệm vụ:".</summary>
    private List<(int Line, Unit Unit)> SaidInLeads() =>
        Citations.Walk(trunk).Where(holders.Contains).Select(b => (Branch: b, Name: UnitNames.InLead(b))).Where(l => l.Name is not null).DistinctBy(l => l.Name, StringComparer.OrdinalIgnoreCase)
            .Select(l => (l.Branch.Line, new Unit(l.Name!, l.Branch.Citation, FunctionOf(l.Branch) is { } function ? Words(function) : null, PositionsOf(l.Branch, duties))))
            .ToList();

    private static IEnumerable<Branch> Up(Branch branch)
    {
        for (var b = branch; b.Parent is not null; b = b.Parent) yield return b;
    }

    /// <summary>A chapter is a unit only when it is named so and nothing else: one on "the duties of the department" holds units.</summary>
    private static string? Name(Branch branch) =>
        branch.Token.Style is Style.Chapter or Style.Division ? branch.Heading is { } chapter && UnitNames.IsName(chapter) ? chapter : null
        : branch.Token.Style is Style.Article or Style.Roman or Style.Letter or Style.Clause or Style.Decimal or Style.Section or Style.Point ? UnitNames.Of(branch) : null;

    /// <summary>A duty that starts with a unit's name is not a unit; one that hangs in another unit is part of it.</summary>
    private bool Describes(Branch branch) =>
        holders.Contains(branch) && (branch.Children.Count > 0 || branch.Token.Style == Style.Article || IsOneOfList(branch.Parent!)) && !IsGroup(branch) && !Up(branch).Skip(1).Any(up => Name(up) is not null && !IsGroup(up));

    /// <summary>"a) Phòng Kế hoạch: tham mưu ...; b) Phòng Tài vụ: ..."; alone among other duties "Trung tâm dữ liệu: vận hành, bảo trì" is a duty about it.</summary>
    private bool IsOneOfList(Branch parent)
    {
        if (!lists.TryGetValue(parent, out var list)) lists[parent] = list = parent.Children.Where(c => Name(c) is not null).Skip(1).Any();
        return list;
    }

    /// <summary>"VĂN PHÒNG VÀ CÁC PHÒNG" or "KHỐI PHÒNG" above each of them: every duty stands below a unit of its own.</summary>
    private bool IsGroup(Branch branch)
    {
        if (!groups.TryGetValue(branch, out var group))
        {
            var holding = branch.Children.Where(holders.Contains).ToList();
            groups[branch] = group = holding.Count > 0 && holding.TrueForAll(c => Name(c) is { } name && c.Children.Count > 0 && !name.Equals(Name(branch), StringComparison.OrdinalIgnoreCase));
        }

        return group;
    }

    /// <summary>"Chức năng" itself rather than "Vị trí" before it or the chapter around both.</summary>
    public static Branch? FunctionOf(Branch branch)
    {
        var functions = Citations.Walk(branch).Prepend(branch).Where(b => b.Parent is not null && Topics.Of(b) == Topic.Function).ToList();
        return functions.Find(b => b.Token.Style > Style.Section && b.Heading is { } h && h.Contains("chức năng", StringComparison.OrdinalIgnoreCase))
            ?? functions.Find(b => b.Token.Style > Style.Section)
            ?? functions.Select(f => f.Children.Find(c => c.Token.Style == Style.Article) ?? f).FirstOrDefault();
    }

    public static string? Words(Branch function)
    {
        var words = Citations.Walk(function).Prepend(function).Select(b => b.Text).OfType<string>();
        var joined = string.Join('\n', words);
        return joined.Length > 0 ? joined : null;
    }

    public static List<string> PositionsOf(Branch branch, IReadOnlySet<Branch> duties)
    {
        // "Về tổ chức bộ máy" among the duties is a duty, not the unit's own organisation.
        var organisation = Citations.Walk(branch).Where(b => Topics.Of(b) == Topic.Organisation && !Citations.Walk(b).Prepend(b).Any(duties.Contains));
        return Positions.In(organisation.SelectMany(o => Citations.Walk(o).Prepend(o)).Distinct().Select(b => b.Text).OfType<string>());
    }
}
