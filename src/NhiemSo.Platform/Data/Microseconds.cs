using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace NhiemSo.Platform.Data;

/// <summary>Instants are UTC at microsecond precision on both engines (PostgreSQL keeps no seventh digit).</summary>
public static class Microseconds
{
    public static DateTime Trim(DateTime utc) => new(utc.Ticks - (utc.Ticks % TimeSpan.TicksPerMicrosecond), DateTimeKind.Utc);
}

internal sealed class InstantConverter() : ValueConverter<DateTime, DateTime>(
    v => Microseconds.Trim(v),
    v => DateTime.SpecifyKind(v, DateTimeKind.Utc));
