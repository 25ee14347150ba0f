using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Processes.Definitions;

/// <summary>A length of time in a rule book: <c>value</c> and <c>unit</c>.</summary>
public static class TimeLimit
{
    private static readonly Dictionary<string, LimitUnit> Units = new(StringComparer.Ordinal)
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

    /// <summary>Null when both are absent or one is at fault.</summary>
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
        if (!limit.Ok) item.Fault("value", limit.Problem.Message);
        return limit.Value;
    }
}
