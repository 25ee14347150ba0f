namespace NhiemSo.Platform.WorkingTime;

/// <summary>Buổi: one stretch of office hours, local time.</summary>
public sealed record Session(string Name, TimeOnly From, TimeOnly To);

/// <summary>The office's weekdays and sessions while the book is in force (rule book kind <c>office-hours</c>).</summary>
/// <param name="To">The last day in force, null while there is no successor.</param>
/// <param name="Sessions">At least one, in order, none overlapping.</param>
/// <param name="Confirmed">False while the hours are an assumption.</param>
public sealed record OfficeHoursBook(string Code, DateOnly From, DateOnly? To, IReadOnlyList<DayOfWeek> Weekdays, IReadOnlyList<Session> Sessions, bool Confirmed)
{
    public const string Kind = "office-hours";

    private static readonly string[] DayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static BookReading<OfficeHoursBook> Read(string yaml, string file) => BookNode.Read(yaml, file, Read);

    private static OfficeHoursBook Read(BookNode book)
    {
        book.OneOf("kind", Kind);
        var weekdays = new List<DayOfWeek>();
        foreach (var name in book.Texts("weekdays"))
        {
            var day = Array.IndexOf(DayNames, name);
            if (day < 0)
                book.Fault($"\"{name}\" phải là một trong: {string.Join(", ", DayNames)}.", book.LineOf("weekdays"));
            else
                weekdays.Add((DayOfWeek)day);
        }

        if (weekdays.Count == 0)
            book.Fault("Phải có ít nhất một ngày làm việc trong tuần ở \"weekdays\".", book.LineOf("weekdays"));

        var (sessions, confirmed) = (new List<Session>(), true);
        foreach (var entry in book.List("sessions"))
        {
            var session = new Session(entry.Text("name"), entry.Time("from"), entry.Time("to"));
            if (session.From >= session.To || (sessions.Count > 0 && session.From < sessions[^1].To))
                entry.Fault("Các buổi phải theo thứ tự trong ngày, không chồng nhau, giờ kết thúc sau giờ bắt đầu.");
            sessions.Add(session);
            confirmed &= CalendarBook.Confirmed(entry);
        }

        if (sessions.Count == 0)
            book.Fault("Phải có ít nhất một buổi ở \"sessions\".", book.LineOf("sessions"));

        var effective = book.Map("effective");
        return new(book.Text("code"), effective.Date("from"), effective.OptionalDate("to"), weekdays, sessions, confirmed);
    }
}
