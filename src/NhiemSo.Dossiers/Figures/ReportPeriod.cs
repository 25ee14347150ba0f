using System.Globalization;
using NhiemSo.Dossiers.Books;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Figures;

/// <summary>A stretch of days to report on, both ends included.</summary>
/// <param name="Key">In addresses: <c>2026-q4</c>, <c>2026-m11</c>, <c>2026</c>, or <see cref="FromTo"/>.</param>
internal sealed record ReportPeriod(string Key, string Name, DateOnly From, DateOnly To)
{
    public const string FromTo = "khoang";

    private static readonly string[] Romans = ["I", "II", "III", "IV"];

    /// <summary>UTC.</summary>
    public DateTime Start => Vietnam.Utc(From, TimeOnly.MinValue);

    /// <summary>UTC, the first instant after it.</summary>
    public DateTime End => Vietnam.Utc(To.AddDays(1), TimeOnly.MinValue);

    /// <summary>One for which the law wants a report: neither a month nor days of one's own choice.</summary>
    public bool IsQuarterOrYear => Key != FromTo && !Key.Contains("-m", StringComparison.Ordinal);

    /// <summary>Quarter by the report's cut-off days: from the last month of the quarter before into its own last month.</summary>
    public static ReportPeriod Quarter(int year, int quarter, QuarterCutoff cutoff)
    {
        var last = new DateOnly(year, quarter * 3, cutoff.LastDay);
        return new ReportPeriod(string.Create(CultureInfo.InvariantCulture, $"{year}-q{quarter}"), $"Quý {Romans[quarter - 1]}/{year}", last.AddMonths(-3).AddDays(1), last);
    }

    public static ReportPeriod Month(int year, int month)
    {
        var first = new DateOnly(year, month, 1);
        return new ReportPeriod(string.Create(CultureInfo.InvariantCulture, $"{year}-m{month:00}"), $"Tháng {month}/{year}", first, first.AddMonths(1).AddDays(-1));
    }

    /// <summary>Its four quarters, since the report of the fourth stands for the year.</summary>
    public static ReportPeriod Year(int year, QuarterCutoff cutoff) => new(year.ToString(CultureInfo.InvariantCulture), $"Năm {year}", Quarter(year, 1, cutoff).From, Quarter(year, 4, cutoff).To);

    public static ReportPeriod QuarterOf(DateOnly day, QuarterCutoff cutoff)
    {
        var next = day.AddMonths(day.Day > cutoff.LastDay ? 1 : 0);
        return Quarter(next.Year, (next.Month + 2) / 3, cutoff);
    }

    /// <summary>What the address says; the quarter of today when it says nothing.</summary>
    public static Outcome<ReportPeriod> Read(string? key, DateOnly? from, DateOnly? to, DateOnly today, QuarterCutoff cutoff)
    {
        if (string.IsNullOrEmpty(key)) return QuarterOf(today, cutoff);
        if (key == FromTo)
        {
            if (from is not { } first) return Problem.Field("Tu", "Ghi ngày đầu, ví dụ 01/10/2026.");
            if (to is not { } last) return Problem.Field("Den", "Ghi ngày cuối, ví dụ 31/10/2026.");
            return first <= last ? new ReportPeriod(FromTo, "Khoảng ngày đã chọn", first, last) : Problem.Field("Tu", "Ngày đầu phải trước hoặc bằng ngày cuối.");
        }

        var parts = key.Split('-');
        if (parts.Length > 2 || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2200) return Unknown();
        if (parts.Length == 1) return Year(year, cutoff);
        if (parts[1].Length < 2 || !int.TryParse(parts[1][1..], NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return Unknown();
        return (parts[1][0], number) switch
        {
            ('q', >= 1 and <= 4) => Quarter(year, number, cutoff),
            ('m', >= 1 and <= 12) => Month(year, number),
            _ => Unknown(),
        };
    }

    /// <summary>To choose from: the last quarters, months and years, and any days.</summary>
    public static IReadOnlyList<Choice> Choices(DateOnly today, QuarterCutoff cutoff, ReportPeriod chosen)
    {
        var now = QuarterOf(today, cutoff);
        IEnumerable<ReportPeriod> offered =
        [
            .. Enumerable.Range(0, 6).Select(back => QuarterOf(now.To.AddMonths(-3 * back), cutoff)),
            .. Enumerable.Range(0, 12).Select(back => today.AddMonths(-back)).Select(day => Month(day.Year, day.Month)),
            .. Enumerable.Range(0, 3).Select(back => Year(now.To.Year - back, cutoff)),
        ];
        var choices = offered.Select(p => new Choice(p.Key, p.Name)).ToList();
        if (chosen.Key != FromTo && choices.TrueForAll(c => c.Value != chosen.Key)) choices.Add(new Choice(chosen.Key, chosen.Name));
        return [.. choices, new Choice(FromTo, "Từ ngày đến ngày")];
    }

    private static Problem Unknown() => Problem.Field("Ky", "Không có kỳ này. Chọn một kỳ trong danh sách.");
}
