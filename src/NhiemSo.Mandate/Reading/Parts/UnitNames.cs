using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>Recognises the names of organisational units.</summary>
internal static class UnitNames
{
    private static readonly string[] Kinds =
    [
        "văn phòng", "thanh tra", "phòng", "ban", "trung tâm", "chi cục", "cục", "tổng cục", "vụ", "viện", "tổ", "đội", "bộ phận", "trạm", "trại", "xưởng", "xí nghiệp", "ủy ban", "uỷ ban", "tòa án", "tòa soạn", "tiểu ban", "hạt", "khoa", "trường", "bệnh viện", "quỹ",
        "tạp chí", "báo", "nhà xuất bản", "nhà văn hóa", "thư viện", "bảo tàng", "sở", "bộ", "học viện", "hội đồng", "công ty",
        "bảo hiểm xã hội", "kho bạc", "chi nhánh", "đài", "cảng vụ", "nhà hát", "vườn quốc gia", "khu bảo tồn", "phân viện", "phân hiệu", "nhóm", "khối",
    ];

    /// <summary>The first kinds name a unit by themselves; "nhiệm vụ của sở", "... của phòng" name none.</summary>
    private const int Named = 2;

    /// <summary>Words that begin like a unit but are not one.</summary>
    private static readonly string[] NotUnits =
    [
        "phòng, ", "phòng chống", "phòng ngừa", "phòng trừ", "phòng thủ", "phòng vệ", "thanh tra, ", "đoàn thể", "ban hành", "tổ chức", "báo cáo", "vụ việc", "văn phòng phẩm", "bộ máy", "trường hợp", "sở hữu", "bộ đội", "bộ trưởng",
        "quỹ lương", "tổ trưởng", "viện trợ", "viện dẫn", "đội ngũ", "hạt nhân", "ban đầu", "sở tại", "vụ trưởng", "cục trưởng", "cục diện", "báo chí", "bộ thủ tục", "phòng cháy", "trung tâm của", "nhà nước", "các ",
    ];

    /// <summary>A name and nothing else: no sentence, at most 120 characters.</summary>
    public static bool IsName(string text)
    {
        if (text.Length > 120 || text.EndsWith(';') || text.Contains("; ", StringComparison.Ordinal)) return false;
        var lower = text.ToLowerInvariant();
        if (Array.Exists(NotUnits, n => lower.StartsWith(n, StringComparison.Ordinal)) || Topics.IsLead(text)) return false;
        if (Says(lower) || IsInspecting(text, lower)) return false;
        return KindOf(lower) > 0;
    }

    /// <summary>How many characters name the kind of unit: 8 of "Chi cục Kiểm lâm"; 0 when the text begins with none.</summary>
    public static int KindOf(string text) =>
        Kinds.Where(k => text.StartsWith(k, StringComparison.OrdinalIgnoreCase) && (text.Length == k.Length || text[k.Length] is ' ' or ',' or ':')).Select(k => k.Length).DefaultIfEmpty(0).Max();

    /// <summary>"Thanh tra theo kế hoạch" is what "Thanh tra Sở" and "Thanh tra huyện" do.</summary>
    private static bool IsInspecting(string text, string lower) =>
        lower.StartsWith("thanh tra ", StringComparison.Ordinal) && !char.IsUpper(text["thanh tra ".Length]) && !Array.Exists(["tỉnh", "thành phố", "huyện", "quận", "thị xã", "ngành", "nhân dân", "sở", "bộ"], w => lower.AsSpan("thanh tra ".Length).StartsWith(w, StringComparison.Ordinal));

    private static bool Says(string lower) => Array.Exists([" có ", " do ", " được ", " phải ", " thực hiện ", " chịu ", " gồm", " phối hợp với "], w => lower.Contains(w, StringComparison.Ordinal));

    /// <summary>The unit a heading is about: "Văn phòng", or the last words of "Chức năng, nhiệm vụ của Văn phòng".</summary>
    public static string? Of(Branch branch)
    {
        if (branch.Heading is not { } heading) return null;
        if (IsName(heading)) return heading;
        if (Topics.OfTitle(heading) is not (Topic.Duties or Topic.Function)) return null;
        var of = heading.IndexOf(" của ", StringComparison.OrdinalIgnoreCase);
        return of > 0 && heading[(of + 5)..] is var name && IsName(name) && !Kinds.Skip(Named).Contains(name, StringComparer.OrdinalIgnoreCase) ? name : null;
    }

    /// <summary>"Văn phòng", "Thanh tra".</summary>
    public static bool NamesItself(string kind) => Kinds.Take(Named).Contains(kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>"Văn phòng" of a list and "Văn phòng Sở" described below are one unit; "Văn phòng đại diện" is another.</summary>
    public static bool AreOne(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        if (!longer.StartsWith(shorter, StringComparison.OrdinalIgnoreCase)) return false;
        return longer.Length == shorter.Length || (longer[shorter.Length] == ' ' && Array.Exists(Bodies, w => longer.AsSpan(shorter.Length + 1).StartsWith(w, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>The body a unit belongs to, said behind its name.</summary>
    private static readonly string[] Bodies = ["sở", "cục", "chi cục", "tổng cục", "bộ", "tỉnh", "huyện", "quận", "thị xã", "thành phố", "xã", "phường", "thuộc", "trực thuộc", "của", "ban ", "trung tâm", "viện", "trường", "hội đồng", "ủy ban", "uỷ ban", "HĐND", "UBND"];

    /// <summary>"Bộ phận Công báo" of the lead "Bộ phận Công báo có nhiệm vụ:".</summary>
    public static string? InLead(Branch branch)
    {
        if (branch.Heading is not null || branch.Text is not { } text) return null;
        var verb = Array.ConvertAll([" có nhiệm vụ", " có các nhiệm vụ", " có những nhiệm vụ", " có chức năng"], v => text.IndexOf(v, StringComparison.Ordinal)).Where(at => at > 0).DefaultIfEmpty(-1).Min();
        return verb > 0 && IsName(text[..verb]) ? text[..verb] : null;
    }

    /// <summary>A provision that names a unit and goes on to describe it.</summary>
    public static bool IsDescribed(Branch branch) => branch.Children.Count > 0 && branch.Heading is { } heading && IsName(heading);
}
