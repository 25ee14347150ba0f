namespace NhiemSo.Platform.WorkingTime;

/// <summary>The units in which Vietnamese law and offices state a time limit.</summary>
public enum LimitUnit
{
    Minute,
    Hour,

    /// <summary>Hours inside office hours only.</summary>
    WorkingHour,

    /// <summary>Buổi: one session of office hours, morning or afternoon.</summary>
    Session,
    Day,
    WorkingDay,
    Week,
    Month,
    Year,
}

/// <summary>The words of the units.</summary>
public static class LimitUnits
{
    private static readonly Dictionary<LimitUnit, string> Words = new()
    {
        [LimitUnit.Minute] = "phút",
        [LimitUnit.Hour] = "giờ",
        [LimitUnit.WorkingHour] = "giờ làm việc",
        [LimitUnit.Session] = "buổi",
        [LimitUnit.Day] = "ngày",
        [LimitUnit.WorkingDay] = "ngày làm việc",
        [LimitUnit.Week] = "tuần",
        [LimitUnit.Month] = "tháng",
        [LimitUnit.Year] = "năm",
    };

    private static readonly Dictionary<string, LimitUnit> ByPlainWord = new(StringComparer.Ordinal)
    {
        ["phut"] = LimitUnit.Minute,
        ["gio"] = LimitUnit.Hour,
        ["tieng"] = LimitUnit.Hour,
        ["gio lam viec"] = LimitUnit.WorkingHour,
        ["gio hanh chinh"] = LimitUnit.WorkingHour,
        ["buoi"] = LimitUnit.Session,
        ["buoi lam viec"] = LimitUnit.Session,
        ["ngay"] = LimitUnit.Day,
        ["ngay lich"] = LimitUnit.Day,
        ["ngay lam viec"] = LimitUnit.WorkingDay,
        ["tuan"] = LimitUnit.Week,
        ["thang"] = LimitUnit.Month,
        ["nam"] = LimitUnit.Year,
    };

    public static string Word(this LimitUnit unit) => Words[unit];

    /// <summary>True for units counted in whole days, whose limit ends at the end of a day.</summary>
    public static bool CountsDays(this LimitUnit unit) => unit is LimitUnit.Day or LimitUnit.WorkingDay or LimitUnit.Week or LimitUnit.Month or LimitUnit.Year;

    /// <summary>The unit of a word written without diacritics and in lower case.</summary>
    internal static bool TryFind(string plainWord, out LimitUnit unit) => ByPlainWord.TryGetValue(plainWord, out unit);
}
