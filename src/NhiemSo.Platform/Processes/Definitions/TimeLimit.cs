using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Processes.Definitions;

/// <summary>Units in which the law counts time.</summary>
public enum TimeUnit
{
    Minute,
    Hour,
    WorkingHour,

    /// <summary>Buổi: a morning or an afternoon of a working day.</summary>
    HalfDay,
    Day,
    WorkingDay,
    Week,
    Month,
    Year,
}

/// <summary>A length of time as the law writes it; working days may be halves.</summary>
public sealed record TimeLimit(decimal Value, TimeUnit Unit)
{
    public static readonly IReadOnlyDictionary<string, TimeUnit> Units = new Dictionary<string, TimeUnit>(StringComparer.Ordinal)
    {
        ["phut"] = TimeUnit.Minute,
        ["gio"] = TimeUnit.Hour,
        ["gio-lam-viec"] = TimeUnit.WorkingHour,
        ["buoi"] = TimeUnit.HalfDay,
        ["ngay"] = TimeUnit.Day,
        ["ngay-lam-viec"] = TimeUnit.WorkingDay,
        ["tuan"] = TimeUnit.Week,
        ["thang"] = TimeUnit.Month,
        ["nam"] = TimeUnit.Year,
    };

    /// <summary>Reads <c>value</c> and <c>unit</c>; null when both are absent or one is at fault.</summary>
    public static TimeLimit? Read(YamlNodeReader item)
    {
        var value = item.Number("value");
        var unit = item.Word("unit", Units);
        if (value is null && unit is null) return null;
        if (value is null || unit is null)
        {
            item.Fault("Thời hạn phải có đủ value và unit.");
            return null;
        }
        if (value <= 0) item.Fault("value", "Thời hạn phải lớn hơn 0.");
        if (value % 1 != 0 && (unit != TimeUnit.WorkingDay || value * 2 % 1 != 0))
            item.Fault("value", "Thời hạn phải là số nguyên; riêng ngày làm việc có thể lẻ nửa ngày.");
        return new TimeLimit(value.Value, unit.Value);
    }
}
