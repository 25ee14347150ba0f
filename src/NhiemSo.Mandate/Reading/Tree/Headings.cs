using NhiemSo.Mandate.Reading.Parts;
using NhiemSo.Mandate.Reading.Tokens;

namespace NhiemSo.Mandate.Reading.Tree;

/// <summary>Parts a provision's heading from its text.</summary>
internal static class Headings
{
    /// <summary>No heading is longer, in characters.</summary>
    private const int Longest = 250;

    /// <summary>Nor is one that ends with a full stop and goes on with its text.</summary>
    private const int LongestStopped = 40;

    public static void Split(Branch branch)
    {
        var paragraphs = branch.Paragraphs;
        if (paragraphs.Count == 0) return;
        if (branch.Token.Style is Style.Chapter or Style.Section or Style.Division)
        {
            branch.Heading = string.Join(' ', paragraphs);
            return;
        }

        var (heading, rest) = Cut(paragraphs[0], branch.Token.Style, branch.Children.Count > 0, paragraphs.Count > 1);
        branch.Heading = heading;
        var text = string.Join('\n', rest is null ? paragraphs.Skip(1) : paragraphs.Skip(1).Prepend(rest));
        branch.Text = text.Length > 0 ? text : null;
    }

    private static (string? Heading, string? Remainder) Cut(string first, Style style, bool hasChildren, bool hasParagraphs)
    {
        var colon = first.IndexOf(':', StringComparison.Ordinal);
        if (colon is > 0 and <= 120 && colon < first.Length - 1 && IsTitle(first[..colon]) && (style == Style.Article || Topics.OfTitle(first[..colon]) != Topic.Other || Topics.IsRelations(first[..colon]))) return (first[..colon].TrimEnd(), first[(colon + 1)..].TrimStart());

        // "1. Chức năng. Tham mưu cho ...": older texts close such a heading with a full stop.
        var stop = first.IndexOf(". ", StringComparison.Ordinal);
        if (stop is > 0 and <= LongestStopped && Topics.OfTitle(first[..stop]) is Topic.Function or Topic.Duties or Topic.Organisation) return (first[..stop], first[(stop + 2)..].TrimStart());

        // The last unit of a list is no heading when a paragraph about the whole list stands below it.
        var more = hasChildren || (hasParagraphs && !(first[^1] is '.' or ';' && UnitNames.IsName(first.TrimEnd('.', ';'))));
        if (!hasChildren && !hasParagraphs && style >= Style.Point) return (null, first); // "b) Bảo hiểm xã hội" is an item, not a heading over nothing
        var bare = first.TrimEnd('.', ':', ' ');
        if ((IsTitle(bare) || (first[^1] == ':' && (hasChildren || hasParagraphs) && IsAbout(bare))) && (more || first[^1] is not ('.' or ';'))) return (bare, null);
        if (!more || first.Length > Longest || first[^1] is ';' or ',' or '/') return (null, first);
        if (first[^1] == ':') return (null, first);
        if (first[^1] == '.') return hasChildren && IsAbout(first) ? (bare, null) : (null, first);
        return (first, null);
    }

    /// <summary>"Về bưu chính".</summary>
    private static bool IsAbout(string text) => text.StartsWith("Về ", StringComparison.OrdinalIgnoreCase) && !Topics.IsLead(text);

    /// <summary>A heading of its own right: "Chức năng", "Nhiệm vụ và quyền hạn của Chi cục", "Phòng Tổ chức - Hành chính".</summary>
    public static bool IsTitle(string text) => text.Length <= Longest && !Topics.IsLead(text) && (Topics.OfTitle(text) != Topic.None || UnitNames.IsName(text));
}
