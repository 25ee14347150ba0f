using System.Globalization;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Operation;

/// <summary>Sizes, spans and counts as the operator reads them.</summary>
internal static class OperationWords
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    public static string Size(long bytes) => bytes switch
    {
        >= 1L << 40 => string.Create(Vietnamese, $"{bytes / (double)(1L << 40):0.0} TB"),
        >= 1L << 30 => string.Create(Vietnamese, $"{bytes / (double)(1L << 30):0.0} GB"),
        >= 1L << 20 => string.Create(Vietnamese, $"{bytes / (double)(1L << 20):0.0} MB"),
        _ => string.Create(Vietnamese, $"{(bytes + 1023) / 1024:N0} KB"),
    };

    public static string Count(int counted) => counted >= QueueCounts.Most ? string.Create(Vietnamese, $"từ {QueueCounts.Most:N0}") : counted.ToString("N0", Vietnamese);

    public static string Ago(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{(int)span.TotalDays} ngày",
        { TotalHours: >= 2 } => $"{(int)span.TotalHours} giờ",
        _ => $"{Math.Max(0, (int)span.TotalMinutes)} phút",
    };

    public static string Took(TimeSpan span) => string.Create(Vietnamese, $"{span.TotalSeconds:0.00} giây");

    public static string Instant(DateTime utc) => Vietnam.Local(utc).ToString("HH:mm dd/MM/yyyy", CultureInfo.InvariantCulture);
}
