namespace NhiemSo.Platform.WorkingTime;

/// <summary>Vietnam's zone, UTC+07:00 all year; instants are kept in UTC, the law speaks of local days.</summary>
public static class Vietnam
{
    public static readonly TimeSpan Offset = TimeSpan.FromHours(7);

    /// <summary>The local time of an instant.</summary>
    public static DateTimeOffset Local(DateTime utc) => new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc)).ToOffset(Offset);

    /// <summary>The local day of an instant.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(Local(utc).DateTime);

    /// <summary>The instant of a local day and time.</summary>
    public static DateTime Utc(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), Offset).UtcDateTime;

    public static DateTime UtcNow(this TimeProvider time) => time.GetUtcNow().UtcDateTime;

    public static DateOnly Today(this TimeProvider time) => Day(time.UtcNow());
}
