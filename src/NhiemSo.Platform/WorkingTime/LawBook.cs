using System.Globalization;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>An article by which time is counted; <paramref name="Confirmed"/> is false when its text was not seen or the reading is ours.</summary>
public sealed record Article(string Text, string Basis, bool Confirmed);

/// <summary>A holiday of the law. <paramref name="Fixed"/>: its days of the solar year, empty when decided each year.</summary>
public sealed record LawHoliday(string Code, string Name, string Basis, DateOnly? From, IReadOnlyList<(int Month, int Day)> Fixed);

/// <summary>Holidays and rules of counting as the law states them (rule book kind <c>calendar-law</c>).</summary>
public sealed record LawBook(string Code, DateOnly From, IReadOnlyDictionary<string, LawHoliday> Holidays)
{
    public const string Kind = "calendar-law";

    public required Article WeeklyRest { get; init; }
    public required Article Compensation { get; init; }
    public required Article FromMoment { get; init; }
    public required Article NextDay { get; init; }
    public required Article EventDay { get; init; }
    public required Article EndDay { get; init; }
    public required Article EndWeek { get; init; }
    public required Article EndMonth { get; init; }
    public required Article EndYear { get; init; }
    public required Article EndOnDayOff { get; init; }
    public required Article EndOfDay { get; init; }
    public required Article WorkingDay { get; init; }
    public required Article WorkingHour { get; init; }
    public required Article Pause { get; init; }
    public required Article AfterHour { get; init; }

    public static BookReading<LawBook> Read(string yaml, string file) => BookNode.Read(yaml, file, Read);

    private static LawBook Read(BookNode book)
    {
        book.OneOf("kind", Kind);
        var holidays = new Dictionary<string, LawHoliday>(StringComparer.Ordinal);
        foreach (var entry in book.List("holidays"))
        {
            var holiday = new LawHoliday(entry.Text("code"), entry.Text("name"), entry.Text("basis"), entry.OptionalDate("from"), [.. FixedDays(entry)]);
            if (!holidays.TryAdd(holiday.Code, holiday))
                entry.Fault($"Ngày lễ {holiday.Code} đã được ghi ở trên.");
        }

        var articles = book.Map("articles");
        Article Article(string key)
        {
            var entry = articles.Map(key);
            return new(entry.Text("text"), entry.Text("basis"), CalendarBook.Confirmed(entry));
        }

        return new(book.Text("code"), book.Map("effective").Date("from"), holidays)
        {
            WeeklyRest = Article("weekly_rest"),
            Compensation = Article("compensation"),
            FromMoment = Article("from_moment"),
            NextDay = Article("next_day"),
            EventDay = Article("event_day"),
            EndDay = Article("end_day"),
            EndWeek = Article("end_week"),
            EndMonth = Article("end_month"),
            EndYear = Article("end_year"),
            EndOnDayOff = Article("end_on_day_off"),
            EndOfDay = Article("end_of_day"),
            WorkingDay = Article("working_day"),
            WorkingHour = Article("working_hour"),
            Pause = Article("pause"),
            AfterHour = Article("after_hour"),
        };
    }

    private static IEnumerable<(int Month, int Day)> FixedDays(BookNode entry)
    {
        foreach (var text in entry.Texts("fixed"))
        {
            if (DateOnly.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                yield return (date.Month, date.Day);
            else
                entry.Fault($"\"{text}\" phải là ngày có thật, viết tháng-ngày, ví dụ \"09-02\".");
        }
    }
}
