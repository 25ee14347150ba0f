using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Platform.People;

/// <summary>The roles a post can have, in the words of an office.</summary>
internal static class RoleChoices
{
    public static readonly IReadOnlyList<Choice> All =
    [
        new("leader", "Lãnh đạo Sở", "Duyệt, ký; xem mọi hồ sơ không hạn chế"),
        new("unit-head", "Lãnh đạo đơn vị", "Phân công, trình; xem hồ sơ của đơn vị"),
        new("officer", "Chuyên viên", "Thẩm định, soạn dự thảo hồ sơ được giao"),
        new("desk", "Bộ phận Một cửa", "Tiếp nhận hồ sơ, trả kết quả"),
        new("clerk", "Văn thư", "Cấp số, đóng dấu, phát hành, vào sổ"),
        new("admin", "Quản trị", "Giữ tài khoản, chức vụ, quy tắc; không xem hồ sơ"),
    ];

    /// <summary>Rank of a post, 1 to 5; the first two speak for the whole department.</summary>
    public static readonly IReadOnlyList<Choice> Ranks =
    [
        new("5", "Công chức, viên chức"), new("4", "Cấp phó của đơn vị"), new("3", "Người đứng đầu đơn vị"), new("2", "Phó Giám đốc"), new("1", "Giám đốc"),
    ];

    public static string Words(string roles) =>
        string.Join(", ", RoleWords.Read(roles).Select(r => All.FirstOrDefault(c => RoleWords.All[c.Value] == r)?.Text ?? r.ToString()));

    /// <summary>The stored words of the boxes ticked, in the order of <see cref="All"/>; what is no role is passed over.</summary>
    public static string Join(IEnumerable<string>? ticked)
    {
        var set = (ticked ?? []).ToHashSet(StringComparer.Ordinal);
        return string.Join(' ', All.Select(c => c.Value).Where(set.Contains));
    }
}
