using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>The units that stand where a decision sets out the organisation, each in a provision of its own: "a) Phòng Kế hoạch - Tài chính;" below "Cơ cấu tổ chức".</summary>
internal static class ListedUnits
{
    /// <summary>Lists of units below a heading that names no topic: "Các đơn vị trực thuộc", "Các phòng chuyên môn, đơn vị sự nghiệp".</summary>
    private static readonly string[] Lists = ["các đơn vị", "các phòng", "các tổ chức", "các cơ quan", "các chi cục", "các khoa", "các ban", "các bộ phận", "các tổ ", "các trung tâm", "tổ chức trực thuộc", "đơn vị trực thuộc"];

    /// <summary>No such heading is longer; longer words that begin alike are a sentence about the units.</summary>
    private const int LongestList = 90;

    private static readonly string[] Leaders = ["ban giám đốc", "ban lãnh đạo", "ban giám hiệu", "ban chủ nhiệm"];

    /// <summary>What follows the kind of a unit without naming one: "Phòng chuyên môn", "Chi cục trực thuộc", "Chi cục trưởng".</summary>
    private static readonly string[] Unnamed = ["chuyên môn", "nghiệp vụ", "chức năng", "trực thuộc", "thuộc ", "tham mưu", "sự nghiệp", "khác", "trưởng", "phó "];

    /// <summary>Words of a sentence about a unit.</summary>
    private static readonly string[] Saying = [" theo ", " quyết định", " điều hành", " bảo đảm", " giúp ", " chủ trì", " phối hợp với", " tham mưu ", " làm việc", " căn cứ", " tổ chức thực hiện"];

    /// <summary>After these words the heading says more of a unit than its name.</summary>
    private static readonly string[] Asides = [", gồm", " gồm:", " gồm các ", " gồm có", " bao gồm", " (", ", trụ sở", ", trên cơ sở", ", đặt tại", ", có ", ", được ", ", là "];

    /// <summary>A second unit in the same provision.</summary>
    private static readonly string[] Seconds = [" các huyện", " các quận", " các xã", " và phòng ", " và các ", " và ban ", " và trung tâm ", " và chi cục ", " và văn phòng"];

    public static IReadOnlyList<(Branch Branch, string Name)> Of(Branch trunk, IReadOnlySet<Branch> holders)
    {
        var listed = new List<(Branch, string)>();
        var organises = new Dictionary<Branch, bool> { [trunk] = false };
        foreach (var branch in Citations.Walk(trunk))
        {
            var within = organises[branch.Parent!];
            organises[branch] = Organises(branch, within);
            if (within && !holders.Contains(branch) && NameOf(branch) is { } name) listed.Add((branch, name));
        }

        return listed;
    }

    private static bool Organises(Branch branch, bool within)
    {
        var topic = Topics.Of(branch);
        var heading = (branch.Heading ?? (branch.Children.Count > 0 ? branch.Text : null) ?? "").ToLowerInvariant();
        if (topic == Topic.None) return within || (heading.Length <= LongestList && Array.Exists(Lists, l => heading.StartsWith(l, StringComparison.Ordinal) || IsOrganised(heading, l)));
        return topic == Topic.Organisation || (topic is Topic.Function or Topic.Duties && (heading.Contains("cơ cấu", StringComparison.Ordinal) || heading.Contains("bộ máy", StringComparison.Ordinal)));
    }

    /// <summary>"Bộ máy của Công ty gồm các phòng, đội sau:".</summary>
    private static bool IsOrganised(string lead, string list) => lead.Contains(" gồm " + list, StringComparison.Ordinal) || lead.Contains(" có " + list, StringComparison.Ordinal);

    private static string? NameOf(Branch branch)
    {
        if (branch.Token.Style <= Style.Section || (branch.Heading ?? branch.Text) is not { } said) return null;
        var line = said.Split('\n')[0];

        // Below the last one, often in the same paragraph: "... . Chức năng, nhiệm vụ của các đơn vị trực thuộc do Cục trưởng quy định."
        if (line.IndexOf(". Chức năng", StringComparison.Ordinal) is > 0 and var more) line = line[..more];
        var name = Named(line.TrimEnd('.', ';', ',', '/', ' ')); // what the list ends with is the last one's text, too
        var lower = name.ToLowerInvariant();
        if (name.Length == UnitNames.KindOf(name) && !UnitNames.NamesItself(name)) return null;
        return UnitNames.IsName(name) && !Array.Exists(Leaders, l => lower.StartsWith(l, StringComparison.Ordinal)) && !IsUnnamed(name) && !IsSeveral(name, lower) && !Array.Exists(Saying, s => name.Contains(s, StringComparison.Ordinal)) ? name : null;
    }

    /// <summary>The name alone, without what else its heading says: "TRUNG TÂM NÔNG NGHIỆP HUYỆN, TRỤ SỞ TẠI THỊ TRẤN AN CHÂU".</summary>
    public static string Named(string heading)
    {
        var end = Array.ConvertAll(Asides, a => heading.IndexOf(a, StringComparison.OrdinalIgnoreCase)).Where(at => at > 0).DefaultIfEmpty(heading.Length).Min();
        return heading[..end];
    }

    private static bool IsUnnamed(string name)
    {
        var kind = UnitNames.KindOf(name);
        var rest = name.AsSpan(Math.Min(kind + 1, name.Length));
        foreach (var word in Unnamed)
        {
            if (rest.StartsWith(word, StringComparison.Ordinal) && !char.IsAsciiDigit(name[^1])) return true; // "Phòng nghiệp vụ 1" is one
        }

        return false;
    }

    private static bool IsSeveral(string name, string lower) =>
        Array.Exists(Seconds, s => lower.Contains(s, StringComparison.Ordinal)) || name.Split(", ").Skip(1).Any(p => UnitNames.IsName(p) || p.StartsWith("các ", StringComparison.OrdinalIgnoreCase));
}
