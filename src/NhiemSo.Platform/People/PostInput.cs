using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.People;

/// <summary>A post to be held, as typed.</summary>
internal sealed class PostInput
{
    public Guid? UnitId { get; set; }

    public string? Title { get; set; }

    public string Rank { get; set; } = "5";

    public IReadOnlyList<string>? Roles { get; set; }

    public DateOnly? From { get; set; }

    /// <summary>Number and date of the decision of appointment.</summary>
    public string? Basis { get; set; }

    /// <summary>Faults at the inputs below <paramref name="name"/>.</summary>
    internal IEnumerable<FieldFault> Faults(string name, Func<Guid, bool> unitExists)
    {
        if (UnitId is not { } unit || !unitExists(unit)) yield return new($"{name}.{nameof(UnitId)}", "Chọn đơn vị.");
        if (string.IsNullOrWhiteSpace(Title)) yield return new($"{name}.{nameof(Title)}", "Nhập chức vụ, ví dụ Trưởng phòng.");
        if (!RoleChoices.Ranks.Any(r => r.Value == Rank)) yield return new($"{name}.{nameof(Rank)}", "Chọn bậc chức vụ.");
        if (RoleChoices.Join(Roles).Length == 0) yield return new($"{name}.{nameof(Roles)}", "Chọn ít nhất một việc mà chức vụ này được làm.");
        if (From is null) yield return new($"{name}.{nameof(From)}", "Nhập ngày bắt đầu giữ chức vụ, theo dạng ngày/tháng/năm.");
        if (string.IsNullOrWhiteSpace(Basis)) yield return new($"{name}.{nameof(Basis)}", "Nhập số, ngày của quyết định bổ nhiệm hoặc phân công.");
    }
}
