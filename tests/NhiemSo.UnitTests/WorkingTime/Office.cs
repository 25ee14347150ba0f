using System.Globalization;
using NhiemSo.Platform.WorkingTime;
using Shouldly;

namespace NhiemSo.UnitTests.WorkingTime;

/// <summary>The repository's own calendar books, and short ways to say a moment.</summary>
internal static class Office
{
    public static readonly WorkingCalendar Calendar = CalendarFolder.Load(CalendarFolder.FindRules()!).Book!;

    public static Limit Limit(string text) => Platform.WorkingTime.Limit.Parse(text).Value!;

    /// <summary>Vietnam time, as "2026-04-24T15:30" or "2026-04-24".</summary>
    public static DateTime At(string text)
    {
        var moment = Moment.Parse(text, TimeProvider.System);
        moment.Ok.ShouldBeTrue(text);
        return moment.Value;
    }

    public static string Text(DateTime utc) => Vietnam.Local(utc).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    public static ClockAnswer Count(string limit, string from, ClockSettings? settings = null)
        => StatutoryClock.Count(Limit(limit), At(from), Calendar, settings ?? ClockSettings.Default);
}
