namespace NhiemSo.Platform.WorkingTime;

/// <summary>How a weekday came to be a day off.</summary>
public enum DayOffKind
{
    /// <summary>The holiday itself.</summary>
    Holiday,

    /// <summary>Nghỉ bù: the holiday fell on a weekly rest day.</summary>
    Compensation,

    /// <summary>Nghỉ hoán đổi: a working Saturday was given for it.</summary>
    Swapped,
}

/// <summary>A day off; <paramref name="Confirmed"/> is false when the notice itself was not seen.</summary>
public sealed record DayOff(DateOnly Date, string Holiday, DayOffKind Kind, string? Note, string? Source, bool Confirmed);

/// <summary>A rest day worked in exchange for <paramref name="For"/>.</summary>
public sealed record SwappedDay(DateOnly Date, DateOnly For, string? Source, bool Confirmed);

/// <summary>The days off of one calendar year, as its notices fixed them (rule book kind <c>calendar</c>).</summary>
public sealed record CalendarBook(string Code, int Year, bool Provisional, string? Note, IReadOnlyList<DayOff> DaysOff, IReadOnlyList<SwappedDay> WorkingDays)
{
    public const string Kind = "calendar";

    public static BookReading<CalendarBook> Read(string yaml, string file) => BookNode.Read(yaml, file, Read);

    private static CalendarBook Read(BookNode book)
    {
        book.OneOf("kind", Kind);
        var effective = book.Map("effective");
        var (from, to) = (effective.Date("from"), effective.Date("to"));
        if (from.DayOfYear != 1 || to != new DateOnly(from.Year, 12, 31))
            effective.Fault("Lịch nghỉ phải có hiệu lực đúng một năm dương lịch, từ 01/01 đến 31/12.");
        var sources = book.Map("sources").Entries().ToDictionary(s => s.Key, s => s.Node.Text("short"), StringComparer.Ordinal);

        var seen = new HashSet<DateOnly>();
        var off = new List<DayOff>();
        foreach (var day in book.List("days_off"))
        {
            var kind = day.OneOf("kind", "holiday", "comp", "swap_off") switch
            {
                "comp" => DayOffKind.Compensation,
                "swap_off" => DayOffKind.Swapped,
                _ => DayOffKind.Holiday,
            };
            off.Add(new(DayIn(day, from.Year, seen), day.Text("holiday"), kind, day.OptionalText("note"), Source(day, sources), Confirmed(day)));
        }

        foreach (var day in book.List("weekend_holidays"))
            off.Add(new(DayIn(day, from.Year, seen), day.Text("holiday"), DayOffKind.Holiday, day.OptionalText("note"), Source(day, sources), Confirmed(day)));

        var working = new List<SwappedDay>();
        foreach (var day in book.List("working_days"))
        {
            var swapped = new SwappedDay(DayIn(day, from.Year, seen), day.Date("for"), Source(day, sources), Confirmed(day));
            if (!off.Any(d => d.Date == swapped.For && d.Kind == DayOffKind.Swapped))
                day.Fault($"Ngày làm bù {Day(swapped.Date)} phải có \"for\" là một ngày nghỉ hoán đổi (swap_off) trong cùng tệp.");
            working.Add(swapped);
        }

        foreach (var day in off.Where(d => d.Kind == DayOffKind.Swapped && working.All(w => w.For != d.Date)))
            book.Fault($"Ngày nghỉ hoán đổi {Day(day.Date)} chưa có ngày làm bù trong \"working_days\".", book.LineOf("days_off"));

        var provisional = book.OneOf("status", "final", "final-as-seen", "provisional") == "provisional";
        return new(book.Text("code"), from.Year, provisional, book.OptionalText("note"), off, working);
    }

    private static DateOnly DayIn(BookNode day, int year, HashSet<DateOnly> seen)
    {
        var date = day.Date("date");
        if (date != default && date.Year != year)
            day.Fault($"Ngày {Day(date)} không thuộc năm {year}.");
        if (date != default && !seen.Add(date))
            day.Fault($"Ngày {Day(date)} đã được ghi ở trên.");
        return date;
    }

    private static string? Source(BookNode day, Dictionary<string, string> sources)
    {
        if (day.OptionalText("source") is not { } key)
            return null;
        if (!sources.TryGetValue(key, out var source))
            day.Fault($"Nguồn \"{key}\" không có trong \"sources\".");
        return source;
    }

    internal static bool Confirmed(BookNode fact) => fact.OneOf("confidence", "source-seen", "known-not-seen", "designed") == "source-seen";

    private static string Day(DateOnly date) => date.ToString("dd'/'MM'/'yyyy");
}
