using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Rules;

/// <summary>
/// The working calendar made of every calendar book that is loaded. A deadline reaches into years whose book is not
/// yet in effect, so here it is the newest knowledge that counts, not the books of one date.
/// </summary>
public sealed class OfficeCalendar(RuleShelf shelf)
{
    private volatile Made? made;

    public WorkingCalendar Calendar
    {
        get
        {
            var library = shelf.Library;
            if (made is { } known && ReferenceEquals(known.Library, library)) return known.Calendar;
            var reading = WorkingCalendar.Build([.. library.Newest<CalendarBook>()], [.. library.Newest<LawBook>()], [.. library.Newest<OfficeHoursBook>()]);
            var calendar = reading.Book ?? throw new InvalidOperationException("No working calendar: " + string.Join(" ", reading.Faults.Select(f => f.Message)));
            made = new Made(library, calendar);
            return calendar;
        }
    }

    /// <summary>When the step should be done: by its own clock where that was started, else when its share of the main limit is used up; null when the process says neither.</summary>
    public DateTime? StepDue(ProcessDefinition process, string step, IReadOnlyDictionary<string, RunningClock> running)
    {
        var own = process.Steps.FirstOrDefault(s => s.Id == step)?.Clock;
        if (own is not null && running.GetValueOrDefault(own) is { } clock) return clock.Due(Calendar);
        return process.Clocks.FirstOrDefault(c => c.Main) is { } main && running.GetValueOrDefault(main.Id) is { OpenPause: null } whole ? ShareDue(process, step, whole) : null;
    }

    private DateTime? ShareDue(ProcessDefinition process, string step, RunningClock main)
    {
        var until = 0m;
        foreach (var s in process.Steps)
        {
            until += s.SharePercent;
            if (s.Id != step) continue;
            if (until >= 100) return main.Due(Calendar);
            // Shares are percents of the limit; the sum so far is counted as a limit of its own from the same start.
            var part = Limit.Of(Math.Max(Math.Round(main.Limit.Amount * until / 100 * 2, MidpointRounding.AwayFromZero) / 2, 0.5m), main.Limit.Unit);
            return part.Ok ? (main with { Limit = part.Value, Extensions = [] }).Due(Calendar) : null;
        }

        return null;
    }

    private sealed record Made(Books.RuleLibrary Library, WorkingCalendar Calendar);
}
