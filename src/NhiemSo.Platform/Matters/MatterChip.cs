using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Matters;

/// <summary>The clock chip of a matter; null when no clock was started.</summary>
/// <param name="Date">The due day, with its hour where the limit is one of hours.</param>
public sealed record MatterChip(string Style, string Words, string Date);

/// <summary>Reads the chip of a matter for lists and pages.</summary>
public sealed class MatterChips(RuleShelf rules, OfficeCalendar calendar, TimeProvider time)
{
    public MatterChip? Of(Matter matter)
    {
        var clocks = MatterClocks.Read(matter.Clocks);
        if (clocks.Leading(rules.Version<ProcessDefinition>(matter.ProcessVersion)) is not { } clock) return null;
        var reading = ClockReading.Of(clock, time.UtcNow(), calendar.Calendar);
        return new MatterChip(reading.Style, reading.Words, clock.Limit.Unit.CountsDays() ? Wording.Date(Vietnam.Day(reading.Due)) : Wording.Moment(reading.Due));
    }
}
