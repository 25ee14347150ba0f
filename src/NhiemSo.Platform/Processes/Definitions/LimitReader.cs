using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Processes.Definitions;

/// <summary>Reads a limit written as <c>{value: 15, unit: ngay-lam-viec}</c>.</summary>
public static class LimitReader
{
    public static readonly IReadOnlyDictionary<string, LimitUnit> Units = new Dictionary<string, LimitUnit>(StringComparer.Ordinal)
    {
        ["phut"] = LimitUnit.Minute,
        ["gio"] = LimitUnit.Hour,
        ["gio-lam-viec"] = LimitUnit.WorkingHour,
        ["buoi"] = LimitUnit.Session,
        ["ngay"] = LimitUnit.Day,
        ["ngay-lam-viec"] = LimitUnit.WorkingDay,
        ["tuan"] = LimitUnit.Week,
        ["thang"] = LimitUnit.Month,
        ["nam"] = LimitUnit.Year,
    };

    /// <summary>Null when both <c>value</c> and <c>unit</c> are absent, or when one is at fault.</summary>
    public static Limit? Read(YamlNodeReader item)
    {
        var value = item.Number("value");
        var unit = item.Word("unit", Units);
        if (value is null && unit is null) return null;
        if (value is null || unit is null)
        {
            item.Fault("Thời hạn phải có đủ value và unit.");
            return null;
        }
        var limit = Limit.Of(value.Value, unit.Value);
        if (!limit.Ok) item.Fault("value", limit.Problem!.Message);
        return limit.Value;
    }
}
