namespace NhiemSo.Platform.WorkingTime;

/// <summary>The calendar books as files, for the command line that needs no database.</summary>
public static class CalendarFolder
{
    /// <summary>
    /// The <c>rules</c> folder: beside the program as published, or in a folder above it or above the working folder as in the repository.
    /// Null when none holds <c>calendars/</c>.
    /// </summary>
    public static string? FindRules() => Above(AppContext.BaseDirectory) ?? Above(Environment.CurrentDirectory);

    /// <summary>Reads <c>calendars/*.yaml</c> of a rules folder, by each book's kind.</summary>
    public static BookReading<WorkingCalendar> Load(string rules)
    {
        var folder = Path.Combine(rules, "calendars");
        if (!Directory.Exists(folder))
            return new(null, [new(folder, 0, "Không có thư mục này; cần thư mục rules chứa calendars.")]);

        var (years, laws, hours, faults) = (new List<CalendarBook>(), new List<LawBook>(), new List<OfficeHoursBook>(), new List<BookFault>());
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            var (yaml, file) = (File.ReadAllText(path), Path.GetFileName(path));
            var kind = BookNode.Read(yaml, file, book => book.OneOf("kind", CalendarBook.Kind, LawBook.Kind, OfficeHoursBook.Kind));
            faults.AddRange(kind.Faults);
            faults.AddRange(kind.Book switch
            {
                CalendarBook.Kind => Keep(CalendarBook.Read(yaml, file), years),
                LawBook.Kind => Keep(LawBook.Read(yaml, file), laws),
                OfficeHoursBook.Kind => Keep(OfficeHoursBook.Read(yaml, file), hours),
                _ => [],
            });
        }

        return faults.Count > 0 ? new(null, faults) : WorkingCalendar.Build(years, laws, hours);
    }

    private static IReadOnlyList<BookFault> Keep<T>(BookReading<T> reading, List<T> books)
        where T : class
    {
        if (reading.Book is { } book)
            books.Add(book);
        return reading.Faults;
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var rules = Path.Combine(folder.FullName, "rules");
            if (Directory.Exists(Path.Combine(rules, "calendars")))
                return rules;
        }

        return null;
    }
}
