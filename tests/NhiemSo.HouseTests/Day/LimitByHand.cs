using System.Globalization;
using System.Text.RegularExpressions;

namespace NhiemSo.HouseTests.Day;

/// <summary>
/// Deadlines counted a second time, by code that shares nothing with the house: the limit is read from the book's text, the days off
/// of the weeks after 10/11/2026 stand here by hand (weekends; 24/11/2026, Ngày Văn hóa Việt Nam).
/// </summary>
internal static partial class LimitByHand
{
    private static readonly DateOnly Culture = new(2026, 11, 24), NewYear = new(2027, 1, 1);

    /// <summary>Value and unit as the book writes them; null when it sets none.</summary>
    public static (decimal Value, string Unit)? Of(string book)
    {
        var match = Stated().Match(book);
        return match.Success ? (decimal.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture), match.Groups["unit"].Value) : null;
    }

    /// <summary>The last day, in Vietnam; null for limits in hours.</summary>
    public static DateOnly? LastDay(DateTime startUtc, (decimal Value, string Unit) limit)
    {
        var day = DateOnly.FromDateTime(startUtc.AddHours(7));
        if (limit.Unit == "ngay-lam-viec")
        {
            for (var left = (int)limit.Value; left > 0;)
                if (Works(day = day.AddDays(1))) left--;
            return day;
        }

        if (limit.Unit != "ngay") return null;
        day = day.AddDays((int)limit.Value);
        while (!Works(day)) day = day.AddDays(1);
        return day;
    }

    private static bool Works(DateOnly day) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && day != Culture && day != NewYear;

    [GeneratedRegex(@"^time_limit: \{value: (?<value>[0-9.]+), unit: (?<unit>[a-z-]+)", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Stated();
}
