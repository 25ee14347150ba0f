using NhiemSo.Mandate.Reading.Parts;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>
/// Gives each provision its citation.
/// Articles are always "Điều N" without chapter or section, because articles count through the whole text; provisions below add their labels: "Điều 3.2.a", "Điều 3.2.a.1" for the first dash.
/// A decimal label already holds the numbers above it: 3.3.1 below clause 3 is "3.3.1".
/// When exactly one article of the main text numbers organisational units and holds all duties, and numbers below each unit in decimals that say the unit's own number ("1.1.", "3.3.5."),
/// what stands below it is cited without the article ("1.3.a"). The article itself, articles whose units have points, dashes or Roman parts below them, and all other articles keep "Điều 1": "Điều 2.1.b.1", "Điều 1.I.2.1".
/// Annexed texts have "KT:", "KT2:" before all this and are cited "KT", "KT2" as a whole.
/// </summary>
internal sealed class Citations(List<Warning> warnings)
{
    private readonly Dictionary<string, int> taken = new(StringComparer.Ordinal);

    public void Give(Root root, string? annexName, IReadOnlySet<Branch> duties)
    {
        var contentArticle = root.Prefix.Length == 0 ? ContentArticle(root.Trunk, duties) : null;
        foreach (var branch in Walk(root.Trunk))
        {
            branch.Citation = Unique(Citation(root, branch, contentArticle), branch.Line);
            branch.Display = DisplayText.Of(branch, annexName);
        }
    }

    /// <summary>Parents before children, in the order of the text.</summary>
    public static IEnumerable<Branch> Walk(Branch trunk)
    {
        var open = new Stack<Branch>();
        for (var i = trunk.Children.Count - 1; i >= 0; i--) open.Push(trunk.Children[i]);
        while (open.TryPop(out var branch))
        {
            yield return branch;
            for (var i = branch.Children.Count - 1; i >= 0; i--) open.Push(branch.Children[i]);
        }
    }

    private static Branch? ContentArticle(Branch trunk, IReadOnlySet<Branch> duties)
    {
        var numbering = Walk(trunk).Where(b => b.Token.Style == Style.Article && Topics.Of(b) is Topic.None or Topic.Duties && b.Children.Exists(UnitNames.IsDescribed)).Take(2).ToArray();
        if (numbering.Length != 1 || !numbering[0].Children.Where(UnitNames.IsDescribed).All(IsCountedInDecimals)) return null;
        var inside = Walk(numbering[0]).Count(duties.Contains);
        return inside == Walk(trunk).Count(duties.Contains) ? numbering[0] : null;
    }

    private static bool IsCountedInDecimals(Branch unit) =>
        unit.Token.Style is Style.Clause or Style.Decimal && unit.Children.Exists(c => c.Token.Style == Style.Decimal && Extends(c.Token.Label, unit.Token));

    private static string Citation(Root root, Branch branch, Branch? contentArticle)
    {
        var parent = branch.Parent!;
        var label = branch.Token.Label;
        switch (branch.Token.Style)
        {
            case Style.Article: return $"{root.Prefix}Điều {label}";
            case Style.Division: return $"{root.Prefix}Phần {label}";
            case Style.Chapter: return $"{root.Prefix}Chương {label}";
            case Style.Section: return parent.Token.Style == Style.Root ? $"{root.Prefix}Mục {label}" : $"{parent.Citation}.Mục {label}";
            case Style.Decimal:
                // The label says where it stands: hang it on what its first number stands on.
                var (holder, below) = (parent, branch);
                while (holder.Parent is not null && Extends(label, holder.Token)) (holder, below) = (holder.Parent, holder);

                // "3.1" straight below Điều 3 repeats the article's own number, and so does all that stands below it: Điều 3.1, Điều 3.1.2.
                return holder.Token.Style == Style.Article && below.Token.Style == Style.Decimal && label.StartsWith(holder.Token.Label + ".", StringComparison.Ordinal)
                    ? root.Prefix + (holder == contentArticle ? "" : "Điều ") + label
                    : Below(root, holder, contentArticle) + label;
            case Style.Point when parent.Token.Style == Style.Point && label.StartsWith(parent.Token.Label, StringComparison.Ordinal):
                // "a1)", "a.1)" below "a)".
                return Below(root, parent.Parent!, contentArticle) + label;
            default: return Below(root, parent, contentArticle) + label;
        }
    }

    private static bool Extends(string label, in Token above) =>
        above.Style is Style.Clause or Style.Decimal or Style.Roman && label.StartsWith(above.Label + ".", StringComparison.Ordinal);

    private static string Below(Root root, Branch holder, Branch? contentArticle) =>
        holder.Token.Style == Style.Root || holder == contentArticle ? root.Prefix : holder.Citation + ".";

    private string Unique(string citation, int line)
    {
        if (taken.TryAdd(citation, 1)) return citation;
        var count = ++taken[citation];
        warnings.Add(new Warning(line, $"Viện dẫn {citation} xuất hiện {count} lần."));
        return Unique($"{citation} ({count})", line);
    }
}
