using System.Text.RegularExpressions;

namespace NhiemSo.Mandate.Reading.Parts;

/// <summary>Dates as documents write them: "ngày 28 tháng 3 năm 2024", "ngày 01/9/2021", "31-12-2023", "21.12.2023".</summary>
internal static class DateText
{
    private static readonly Regex Written = new(
        @"(?:ngày\s*)?(?<day>\d{1,2})\s*(?:tháng\s*|[/.-])\s*(?<month>\d{1,2})\s*(?:năm\s*|[/.-])\s*(?<year>\d{4})",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The first real day named from <paramref name="from"/> on, and where it stands.</summary>
    public static (DateOnly Date, int At)? First(string text, int from = 0)
    {
        for (var match = Written.Match(text, from); match.Success; match = match.NextMatch())
        {
            if (Of(match.Groups["day"].Value, match.Groups["month"].Value, match.Groups["year"].Value) is { } date) return (date, match.Index);
        }

        return null;
    }

    private static DateOnly? Of(string day, string month, string year)
    {
        var (d, m, y) = (int.Parse(day), int.Parse(month), int.Parse(year));
        return m is >= 1 and <= 12 && y is > 1900 and < 2200 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;
    }
}
