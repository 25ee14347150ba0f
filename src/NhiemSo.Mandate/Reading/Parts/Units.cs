using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The units a decision describes. A decision about one body has that body as its only unit.</summary>
internal static class Units
{
    /// <param name="title">The title of the text, whose last words name its subject.</param>
    /// <param name="duties">The duties found; a unit without any and without a function is only mentioned.</param>
    public static IReadOnlyList<Unit> Of(Branch trunk, string? title, IReadOnlySet<Branch> duties)
    {
        var described = Citations.Walk(trunk).Where(b => Name(b) is not null && Describes(b, duties)).ToList();
        if (described.Count == 0 && Subject(title) is { } subject && (FunctionOf(trunk) ?? Introduction(trunk, subject, duties)) is { } function) return [new Unit(subject, function.Citation, Words(function), PositionsOf(trunk, duties) is { Count: > 0 } set ? set : PositionsSaid(trunk, subject, duties))];

        // "Chức năng của Phòng A", "Nhiệm vụ của Phòng A" are two provisions about one unit.
        return described.GroupBy(Name, StringComparer.OrdinalIgnoreCase)
            .Select(g => new Unit(g.Key!, g.First().Citation, g.Select(FunctionOf).OfType<Branch>().Select(Words).FirstOrDefault(), g.Select(b => PositionsOf(b, duties)).FirstOrDefault(p => p.Count > 0) ?? []))
            .ToList();
    }

    /// <summary>A chapter is a unit only when it is named so and nothing else: one on "the duties of the department" holds units.</summary>
    private static string? Name(Branch branch) =>
        branch.Token.Style == Style.Chapter ? branch.Heading is { } chapter && UnitNames.IsName(chapter) ? chapter : null
        : branch.Token.Style is Style.Article or Style.Roman or Style.Letter or Style.Clause or Style.Decimal or Style.Section or Style.Point ? UnitNames.Of(branch) : null;

    private static bool Describes(Branch branch, IReadOnlySet<Branch> duties)
    {
        // "VĂN PHÒNG VÀ CÁC PHÒNG" above the articles of each is a group of units.
        if (branch.Token.Style is Style.Chapter or Style.Section && branch.Children.Exists(c => Name(c) is not null && Describes(c, duties))) return false;

        // A duty that starts with a unit's name is not a unit; one that hangs in another unit is part of it.
        for (var up = branch.Parent; up is { Parent: not null }; up = up.Parent)
        {
            if (Name(up) is not null && up.Token.Style is not (Style.Section or Style.Chapter)) return false;
        }

        return Citations.Walk(branch).Prepend(branch).Any(duties.Contains);
    }

    /// <summary>"Chức năng" itself rather than "Vị trí" before it or the chapter around both.</summary>
    private static Branch? FunctionOf(Branch branch)
    {
        var functions = Citations.Walk(branch).Prepend(branch).Where(b => b.Parent is not null && Topics.Of(b) == Topic.Function).ToList();
        return functions.Find(b => b.Token.Style > Style.Section && b.Heading is { } h && h.Contains("chức năng", StringComparison.OrdinalIgnoreCase))
            ?? functions.Find(b => b.Token.Style > Style.Section) ?? functions.FirstOrDefault() ?? Announced(branch);
    }

    private static Branch? Announced(Branch branch) =>
        Citations.Walk(branch).FirstOrDefault(b => b.Heading is { } h && Topics.OfTitle(h) == Topic.Function);

    /// <summary>Older decisions give the function no heading: "Vụ Bưu chính là đơn vị ... có chức năng tham mưu".</summary>
    private static Branch? Introduction(Branch trunk, string subject, IReadOnlySet<Branch> duties) =>
        Citations.Walk(trunk).FirstOrDefault(b => !duties.Contains(b) && b.Text is { } text && text.IndexOf(" là ", StringComparison.Ordinal) is > 0 and < 120 and var verb
            && subject.StartsWith(text[..verb].Split('(')[0].TrimEnd(), StringComparison.OrdinalIgnoreCase));

    private static string? Words(Branch function)
    {
        var words = Citations.Walk(function).Prepend(function).Select(b => b.Text).OfType<string>();
        var joined = string.Join('\n', words);
        return joined.Length > 0 ? joined : null;
    }

    private static List<string> PositionsOf(Branch branch, IReadOnlySet<Branch> duties)
    {
        // "Về tổ chức bộ máy" among the duties is a duty, not the unit's own organisation.
        var organisation = Citations.Walk(branch).Where(b => Topics.Of(b) == Topic.Organisation && b.Token.Style > Style.Section && !Citations.Walk(b).Prepend(b).Any(duties.Contains));
        return Positions.In(organisation.SelectMany(o => Citations.Walk(o).Prepend(o)).Select(b => b.Text).OfType<string>());
    }

    /// <summary>An article without a heading: "Văn phòng Sở có Chánh Văn phòng, Phó Chánh Văn phòng".</summary>
    private static List<string> PositionsSaid(Branch trunk, string subject, IReadOnlySet<Branch> duties) =>
        Positions.In(Citations.Walk(trunk).Where(b => !duties.Contains(b)).Select(b => b.Text).OfType<string>().Where(t => t.StartsWith(subject + " có ", StringComparison.OrdinalIgnoreCase)));

    /// <summary>"... của Sở Nội vụ tỉnh X": the unit named last in the title.</summary>
    private static string? Subject(string? title)
    {
        if (title is null) return null;
        for (var of = title.IndexOf(" của ", StringComparison.OrdinalIgnoreCase); of >= 0; of = title.IndexOf(" của ", of + 1, StringComparison.OrdinalIgnoreCase))
        {
            var name = title[(of + 5)..].TrimEnd('.', ' ');
            if (UnitNames.IsName(name)) return name;
        }

        return null;
    }
}
