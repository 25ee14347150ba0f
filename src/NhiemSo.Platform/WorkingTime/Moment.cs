using System.Globalization;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>Reads a moment as people and programs write it.</summary>
public static class Moment
{
    private static readonly string[] Local =
    [
        "yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd",
        "d/M/yyyy", "d/M/yyyy HH:mm", "HH:mm d/M/yyyy",
    ];

    private static readonly string[] Zoned = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFK"];

    /// <summary>
    /// The instant, UTC: ISO 8601 or dd/MM/yyyy, Vietnam time when no zone is written, 00:00 when no time is, now when nothing is.
    /// Years 1900 to 2199.
    /// </summary>
    public static Outcome<DateTime> Parse(string? text, TimeProvider time)
    {
        if (text is null)
            return time.UtcNow();
        var trimmed = text.Trim();
        DateTime utc;
        if (DateTime.TryParseExact(trimmed, Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            utc = local.Year > 1 ? StatutoryClock.Utc(local) : local;
        else if (DateTimeOffset.TryParseExact(trimmed, Zoned, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var zoned))
            utc = zoned.UtcDateTime;
        else
            return Problem.Field("from", $"Không đọc được thời điểm \"{trimmed}\". Viết năm-tháng-ngàyTgiờ:phút, ví dụ 2026-04-24T15:30, và kiểm tra ngày có thật.");
        return utc.Year is >= 1900 and < 2200 ? utc : Problem.Field("from", "Năm của thời điểm phải từ 1900 đến 2199.");
    }
}
