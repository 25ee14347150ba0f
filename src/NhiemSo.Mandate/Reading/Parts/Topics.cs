using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>What a provision and all below it are about.</summary>
internal enum Topic
{
    None,
    Function,
    Duties,
    Organisation,
    Other,
}

/// <summary>Knows the headings under which decisions put functions, duties and organisation.</summary>
internal static class Topics
{
    private static readonly string[] Openers = ["về ", "các ", "những ", "một số ", "nội dung ", "quy định về ", "quy định "];

    private static readonly string[] Mandates = ["vị trí", "chức năng", "nhiệm vụ", "quyền hạn", "trách nhiệm và quyền hạn", "trách nhiệm, quyền hạn", "trách nhiệm, nhiệm vụ"];

    private static readonly string[] Organisations = ["cơ cấu", "tổ chức bộ máy", "tổ chức của ", "bộ máy", "hệ thống tổ chức", "tổ chức và biên chế", "tổ chức biên chế", "tổ chức, biên chế", "tổ chức, bộ máy", "tổ chức, nhân sự", "tổ chức và nhân sự", "tổ chức, cán bộ", "biên chế", "nhân sự", "lãnh đạo", "số lượng"];

    private static readonly string[] Others =
    [
        "mối quan hệ", "quan hệ", "chế độ", "kinh phí", "phạm vi", "đối tượng", "nguyên tắc", "trụ sở", "con dấu", "hiệu lực", "điều khoản", "tổ chức và hoạt động",
        "trách nhiệm thi hành", "trách nhiệm của", "tài chính", "giải thích", "chung", "quy định chung", "khen thưởng", "tư cách pháp nhân", "tên gọi", "sửa đổi", "thi hành", "cơ chế", "trách nhiệm và mối quan hệ",
    ];

    /// <summary>A heading on anything else is short; longer words that begin alike are a sentence.</summary>
    private const int LongestOther = 90;

    /// <summary>The topic a heading names.</summary>
    public static Topic OfTitle(string title)
    {
        var lower = Strip(title.ToLowerInvariant());
        if (lower.StartsWith("vị trí việc làm", StringComparison.Ordinal)) return Topic.Organisation;
        var organisation = StartsWithAny(lower, Organisations) || lower == "tổ chức";
        if (lower == "tổ chức thực hiện") return Topic.Other; // with more words it is something to be done
        if (!organisation && StartsWithAny(lower, Others)) return lower.Length <= LongestOther ? Topic.Other : Topic.None;
        if (!organisation && !StartsWithAny(lower, Mandates)) return Topic.None;
        if (Names(lower)) return Topic.Duties;
        return organisation ? Topic.Organisation : Topic.Function;
    }

    /// <summary>"Mối quan hệ công tác: ..." closes the provisions of a unit and is none of its duties.</summary>
    public static bool IsRelations(string title) => StartsWithAny(title.ToLowerInvariant(), ["mối quan hệ", "quan hệ công tác", "chế độ làm việc"]);

    /// <summary>A sentence that introduces what follows ("... có nhiệm vụ, quyền hạn sau đây").</summary>
    public static bool IsLead(string text)
    {
        var lower = WithoutBrackets(text.ToLowerInvariant());
        return lower.EndsWith("sau", StringComparison.Ordinal) || lower.EndsWith("sau đây", StringComparison.Ordinal) || lower.EndsWith("gồm", StringComparison.Ordinal) || lower.EndsWith("gồm có", StringComparison.Ordinal)
            || lower.Contains(" gồm ", StringComparison.Ordinal) || lower.Contains(" có nhiệm vụ", StringComparison.Ordinal) || lower.Contains(" có chức năng", StringComparison.Ordinal) || lower.Contains(" có các ", StringComparison.Ordinal)
            || lower.Contains(" là ", StringComparison.Ordinal);
    }

    /// <summary>"Về báo chí (bao gồm báo in, báo nói)": what stands in brackets does not make a sentence of it.</summary>
    private static string WithoutBrackets(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        var close = open < 0 ? -1 : text.IndexOf(')', open);
        return close < 0 ? text : text[..open] + text[(close + 1)..];
    }

    /// <summary>
    /// Below "Nhiệm vụ và quyền hạn" everything is a duty, also "Về tổ chức bộ máy"; below a chapter, a unit or "Chức năng, nhiệm vụ" other topics may come.
    /// </summary>
    public static bool Locks(Branch branch) =>
        Of(branch) == Topic.Duties && branch.Token.Style > Style.Section
        && !(branch.Heading is { } h && (UnitNames.IsName(h) || h.Contains("chức năng", StringComparison.OrdinalIgnoreCase) || h.Contains("cơ cấu", StringComparison.OrdinalIgnoreCase) || h.Contains("vị trí", StringComparison.OrdinalIgnoreCase)))
        && !(branch.Text is { } t && t.ToLowerInvariant() is var lower && (Regulates(lower) || (branch.Heading is null && lower.Contains("chức năng", StringComparison.Ordinal) && lower.EndsWith(':'))));

    /// <summary>The topic of a provision's own words; None for a leaf without a heading, which says something instead of announcing it.</summary>
    public static Topic Of(Branch branch)
    {
        if (branch.Heading is { } heading && OfTitle(heading) is var topic and not Topic.None) return topic;
        if (branch.Children.Count == 0 || branch.Text is not { } text) return Topic.None;
        var end = text.LastIndexOf('\n') + 1;
        var lead = text[end..];
        if (!lead.EndsWith(':')) return Topic.None;
        var lower = lead.ToLowerInvariant();
        var stripped = Strip(lower);
        if (lower.Contains("kèm theo", StringComparison.Ordinal)) return Topic.Other; // what it lists stands in an annex
        if (Ends(lower)) return Topic.Other;
        if (StartsWithAny(stripped, Organisations)) return Names(stripped) ? Topic.Duties : Topic.Organisation;
        if (Regulates(lower)) return Names(lower) && !Citations.Walk(branch).Any(b => b.Heading is { } h && OfTitle(h) is Topic.Duties or Topic.Function) ? Topic.Duties : Topic.None;
        if (Announces(lower)) return Topic.Duties;
        if (StartsWithAny(stripped, Mandates)) return Topic.Function;
        return lower.Contains("cơ cấu tổ chức", StringComparison.Ordinal) || lower.Contains("gồm", StringComparison.Ordinal) && branch.Token.Style <= Style.Decimal && StartsWithAny(stripped, Organisations) ? Topic.Organisation : Topic.None;
    }

    /// <summary>"Bãi bỏ các quyết định quy định chức năng, nhiệm vụ ... sau đây:" gives no duty.</summary>
    private static bool Ends(string lower) => StartsWithAny(lower.StartsWith("nay ", StringComparison.Ordinal) ? lower["nay ".Length..] : lower, ["bãi bỏ", "hủy bỏ", "huỷ bỏ", "thay thế"]);

    /// <summary>"Quy định chức năng, nhiệm vụ ... như sau:" announces the whole decision, not one list of duties.</summary>
    private static bool Regulates(string lower) => StartsWithAny(lower, ["quy định", "qui định", "nay quy định", "ban hành", "nay ban hành", "phê duyệt", "phân công", "nay phân công", "giao ", "nay giao "]);

    private static bool Announces(string lower)
    {
        foreach (var verb in (string[])["có nhiệm vụ", "có các nhiệm vụ", "có những nhiệm vụ", "có chức năng, nhiệm vụ", "có quyền hạn", "có các quyền hạn", "nhiệm vụ, quyền hạn", "nhiệm vụ và quyền hạn", "nhiệm vụ cụ thể", "nhiệm vụ sau", "nhiệm vụ chủ yếu", "nhiệm vụ chính", "nhiệm vụ như sau", "nhiệm vụ:", "quyền hạn:"])
        {
            if (lower.Contains(verb, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static bool Names(string lower) => lower.Contains("nhiệm vụ", StringComparison.Ordinal) || lower.Contains("quyền hạn", StringComparison.Ordinal);

    private static string Strip(string lower)
    {
        foreach (var opener in Openers)
        {
            if (lower.StartsWith(opener, StringComparison.Ordinal)) return lower[opener.Length..];
        }

        return lower;
    }

    private static bool StartsWithAny(string text, string[] words) => Array.Exists(words, w => text.StartsWith(w, StringComparison.Ordinal));
}
