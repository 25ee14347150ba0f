using System.Globalization;

namespace NhiemSo.Platform.Papers;

/// <summary>Numbers and dates as official documents write them (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô 3 and ô 4).</summary>
public static class PaperWords
{
    /// <summary>"Số: 05/GP-STTTT"; below ten with a zero in front. Null (not numbered yet) leaves room to write.</summary>
    public static string NumberLine(int? number, string symbol) => $"Số: {Number(number)}/{symbol}";

    /// <summary>"05", "12"; null leaves room to write.</summary>
    public static string Number(int? number) => number is { } value
        ? value.ToString("00", CultureInfo.InvariantCulture)
        : new string('\u00A0', 8);

    /// <summary>"Khánh Hòa, ngày 05 tháng 01 năm 2024". Null (not issued yet) leaves room for day and month of <paramref name="year"/>.</summary>
    public static string DateLine(string place, DateOnly? day, int year) => day is { } known
        ? $"{place}, {Date(known)}"
        : $"{place}, ngày {new string('\u00A0', 5)} tháng {new string('\u00A0', 5)} năm {year}";

    /// <summary>"ngày 28 tháng 3 năm 2024": days below ten and the months 1 and 2 with a zero in front, other months without.</summary>
    public static string Date(DateOnly day) => day.Month <= 2
        ? string.Create(CultureInfo.InvariantCulture, $"ngày {day:dd} tháng {day:MM} năm {day:yyyy}")
        : string.Create(CultureInfo.InvariantCulture, $"ngày {day:dd} tháng {day.Month} năm {day:yyyy}");

    /// <summary>"08 giờ 05 phút, ngày 28 tháng 3 năm 2024", as the one-stop forms say it.</summary>
    public static string Moment(DateTimeOffset local) =>
        string.Create(CultureInfo.InvariantCulture, $"{local:HH} giờ {local:mm} phút, {Date(DateOnly.FromDateTime(local.DateTime))}");
}
