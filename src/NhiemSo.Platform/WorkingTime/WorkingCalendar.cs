using System.Collections.Frozen;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>
/// The working days and office hours of the office, built from rule books and never changed.
/// A year without a book has its weekends and the law's fixed holidays only, and is provisional.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<int, CalendarBook> years;
    private readonly FrozenDictionary<DateOnly, DayOff> daysOff;
    private readonly FrozenDictionary<DateOnly, SwappedDay> workingDays;
    private readonly LawBook[] laws;
    private readonly OfficeHoursBook[] hours;

    // A list of dossiers counts the same days for each of its rows: those of the years with a book are read once.
    private readonly FrozenDictionary<DateOnly, DayFact> known;

    private WorkingCalendar(IReadOnlyList<CalendarBook> years, IEnumerable<LawBook> laws, IEnumerable<OfficeHoursBook> hours)
    {
        this.years = years.ToFrozenDictionary(y => y.Year);
        daysOff = years.SelectMany(y => y.DaysOff).ToFrozenDictionary(d => d.Date);
        workingDays = years.SelectMany(y => y.WorkingDays).ToFrozenDictionary(d => d.Date);
        this.laws = [.. laws.OrderBy(l => l.From)];
        this.hours = [.. hours.OrderBy(h => h.From)];
        known = years.SelectMany(y => DaysOf(y.Year)).ToFrozenDictionary(day => day, Read);
    }

    /// <summary>Faults when books contradict each other or one that is needed is missing; faults have no line.</summary>
    public static BookReading<WorkingCalendar> Build(IReadOnlyList<CalendarBook> years, IReadOnlyList<LawBook> laws, IReadOnlyList<OfficeHoursBook> hours)
    {
        var faults = new List<BookFault>();
        if (laws.Count == 0)
            faults.Add(new("calendars", 0, $"Thiếu sổ quy tắc loại \"{LawBook.Kind}\" (cách tính thời hạn)."));
        if (hours.Count == 0)
            faults.Add(new("calendars", 0, $"Thiếu sổ quy tắc loại \"{OfficeHoursBook.Kind}\" (giờ làm việc)."));
        foreach (var year in years.GroupBy(y => y.Year).Where(g => g.Count() > 1))
            faults.Add(new(year.Last().Code, 0, $"Năm {year.Key} có hai lịch nghỉ; chỉ được một."));
        foreach (var year in years)
        {
            foreach (var unknown in year.DaysOff.Select(d => d.Holiday).Distinct().Where(code => laws.Count > 0 && !laws.Any(l => l.Holidays.ContainsKey(code))))
                faults.Add(new(year.Code, 0, $"Ngày lễ \"{unknown}\" không có trong \"holidays\" của sổ quy tắc loại \"{LawBook.Kind}\"."));
        }

        return faults.Count > 0 ? new(null, faults) : new(new WorkingCalendar(years, laws, hours), []);
    }

    /// <summary>Years that have a book, in order.</summary>
    public IReadOnlyList<int> Years => [.. years.Keys.Order()];

    /// <summary>The year's book, null when there is none.</summary>
    public CalendarBook? Book(int year) => years.GetValueOrDefault(year);

    /// <summary>The law of counting on a day; before the first book, the first.</summary>
    public LawBook Law(DateOnly day) => laws.LastOrDefault(l => l.From <= day) ?? laws[0];

    public bool IsWorking(DateOnly day) => Day(day).IsWorking;

    public DayFact Day(DateOnly day) => known.TryGetValue(day, out var fact) ? fact : Read(day);

    private static IEnumerable<DateOnly> DaysOf(int year) => Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays);

    private DayFact Read(DateOnly day)
    {
        var provisional = Book(day.Year)?.Provisional ?? true;
        if (workingDays.TryGetValue(day, out var swapped))
            return new(day, true, $"làm bù cho {swapped.For:d'/'M'/'yyyy}", swapped.Source ?? "", provisional, swapped.Confirmed);
        if (daysOff.TryGetValue(day, out var off))
            return new(day, false, Reason(off), Basis(off), provisional, off.Confirmed);
        var law = Law(day);
        if (!IsWeekday(day))
            return new(day, false, "nghỉ hằng tuần", law.WeeklyRest.Basis, provisional, true);
        if (!years.ContainsKey(day.Year) && FixedHoliday(day) is { } holiday)
            return new(day, false, holiday.Name, holiday.Basis, true, true);
        return new(day, true, "", "", provisional, true);
    }

    /// <summary>The first working day after <paramref name="day"/>.</summary>
    public DateOnly NextWorkingDay(DateOnly day)
    {
        do
            day = day.AddDays(1);
        while (!IsWorking(day));
        return day;
    }

    /// <summary>Working days after <paramref name="after"/> up to and including <paramref name="until"/>.</summary>
    public int WorkingDaysBetween(DateOnly after, DateOnly until)
    {
        var count = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            count += IsWorking(day) ? 1 : 0;
        return count;
    }

    /// <summary>The sessions worked on a day, none on a day off; a swapped Saturday has an ordinary day's.</summary>
    public IReadOnlyList<Session> Sessions(DateOnly day) => IsWorking(day) ? Hours(day).Sessions : [];

    /// <summary>The office hours book in force on a day; outside all of them the first.</summary>
    public OfficeHoursBook Hours(DateOnly day) => hours.LastOrDefault(h => h.From <= day && (h.To is null || day <= h.To)) ?? hours[0];

    private bool IsWeekday(DateOnly day) => Hours(day).Weekdays.Contains(day.DayOfWeek);

    private LawHoliday? FixedHoliday(DateOnly day) =>
        Law(day).Holidays.Values.FirstOrDefault(h => (h.From is null || h.From <= day) && h.Fixed.Contains((day.Month, day.Day)));

    private string Reason(DayOff off)
    {
        var name = Holiday(off).Name + off.Kind switch
        {
            DayOffKind.Compensation => " (nghỉ bù)",
            DayOffKind.Swapped => " (nghỉ hoán đổi)",
            _ => "",
        };
        var text = off.Note is null ? name : $"{name}: {off.Note}";
        return IsWeekday(off.Date) ? text : $"{text}; trùng ngày nghỉ hằng tuần";
    }

    private string Basis(DayOff off)
    {
        var article = off.Kind switch
        {
            DayOffKind.Compensation => Law(off.Date).Compensation.Basis,
            DayOffKind.Swapped => null,
            _ => Holiday(off).Basis,
        };
        return string.Join("; ", new[] { article, off.Source }.Where(part => part is not null));
    }

    private LawHoliday Holiday(DayOff off) => Law(off.Date).Holidays.GetValueOrDefault(off.Holiday) ?? laws.First(l => l.Holidays.ContainsKey(off.Holiday)).Holidays[off.Holiday];
}
