using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>A calendar book as a kind of rule book; its own reader checks every key.</summary>
internal abstract class CalendarKindOf<T>(string kind, Func<string, string, BookReading<T>> read, params string[] keys) : IRuleKind
    where T : class
{
    public string Kind => kind;

    public string Folder => "calendars";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        content.Allow(keys);
        var reading = read(book.Text, book.File);
        foreach (var fault in reading.Faults) content.Faults.Add(new RulePlace(fault.File, Math.Max(fault.Line, 1), 1), fault.Message);
        return reading.Book ?? new object();
    }
}

/// <summary>Days off of one year.</summary>
internal sealed class CalendarKind() : CalendarKindOf<CalendarBook>(CalendarBook.Kind, CalendarBook.Read, "status", "note", "days_off", "weekend_holidays", "working_days", "undetermined", "open_points");

/// <summary>The law of counting.</summary>
internal sealed class CalendarLawKind() : CalendarKindOf<LawBook>(LawBook.Kind, LawBook.Read, "holidays", "articles");

/// <summary>Office hours.</summary>
internal sealed class OfficeHoursKind() : CalendarKindOf<OfficeHoursBook>(OfficeHoursBook.Kind, OfficeHoursBook.Read, "weekdays", "sessions");
