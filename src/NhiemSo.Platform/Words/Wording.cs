using System.Globalization;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Words;

/// <summary>Dates, times, numbers and money as this office writes them, whatever culture the thread has.</summary>
public static class Wording
{
    private static readonly NumberFormatInfo Figures = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = ",", NumberGroupSizes = [3] };

    private static readonly string[] Weekdays = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"];

    private static readonly string[] SizeUnits = ["B", "KB", "MB", "GB", "TB", "PB", "EB"];

    /// <summary>"100.000".</summary>
    public static string Number(long value) => value.ToString("#,0", Figures);

    /// <summary>"1.000.000 ₫".</summary>
    public static string Money(long dong) => Number(dong) + " ₫";

    /// <summary>"25/11/2026".</summary>
    public static string Date(DateOnly day) => day.ToString("dd'/'MM'/'yyyy", CultureInfo.InvariantCulture);

    /// <summary>"thứ Tư", "Chủ nhật".</summary>
    public static string Weekday(DateOnly day) => Weekdays[(int)day.DayOfWeek];

    /// <summary>"thứ Tư, 25/11/2026", for a day on which someone must come or wait.</summary>
    public static string DateWithWeekday(DateOnly day) => $"{Weekday(day)}, {Date(day)}";

    /// <summary>"17:00".</summary>
    public static string Time(TimeOnly time) => time.ToString("HH':'mm", CultureInfo.InvariantCulture);

    /// <summary>"17:00, 25/11/2026" in Vietnam, of an instant in UTC.</summary>
    public static string Moment(DateTime utc)
    {
        var local = Vietnam.Local(utc).DateTime;
        return $"{Time(TimeOnly.FromDateTime(local))}, {Date(DateOnly.FromDateTime(local))}";
    }

    /// <summary>"hôm qua", "hôm nay", "ngày mai"; null for other days.</summary>
    public static string? NearDay(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        -1 => "hôm qua",
        0 => "hôm nay",
        1 => "ngày mai",
        _ => null,
    };

    /// <summary>"hôm nay, 24/11/2026": the near word stands before the date, never instead of it; other days with their weekday.</summary>
    public static string DateFromToday(DateOnly day, DateOnly today) => $"{NearDay(day, today) ?? Weekday(day)}, {Date(day)}";

    /// <summary>"4,2 MB" of a number of bytes; a KB is 1.024 bytes, as file managers count.</summary>
    public static string Size(long bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bytes);
        var unit = 0;
        var value = (decimal)bytes;
        while (Math.Round(value, 1) >= 1024)
        {
            value /= 1024;
            unit++;
        }

        return value.ToString("#,0.#", Figures) + " " + SizeUnits[unit];
    }

    /// <summary>The first letter small, for the middle of a sentence: "quý IV/2026".</summary>
    public static string Small(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>The first letter as a capital, for the start of a sentence or cell: "Hôm nay".</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
