using System.Globalization;

namespace NhiemSo.Documents.Pades;

/// <summary>Dates as PDF writes them (ISO 32000-1, 7.9.4): <c>D:YYYYMMDDHHmmSS+07'00'</c>.</summary>
internal static class PdfDate
{
    private const string Local = "yyyyMMddHHmmss";

    /// <returns>Null when it is not a full date with time.</returns>
    public static DateTime? Utc(string? text)
    {
        if (text is null || !text.StartsWith("D:", StringComparison.Ordinal) || text.Length < 2 + Local.Length)
            return null;
        if (!DateTime.TryParseExact(text.AsSpan(2, Local.Length), Local, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
            return null;
        var zone = text[(2 + Local.Length)..].Replace("'", "", StringComparison.Ordinal);
        if (zone is "" or "Z" or "Z0000")
            return DateTime.SpecifyKind(local, DateTimeKind.Utc);
        if (zone.Length != 5 || zone[0] is not ('+' or '-') || !TimeSpan.TryParseExact(zone.AsSpan(1), "hhmm", CultureInfo.InvariantCulture, out var offset))
            return null;
        var ticks = local.Ticks - (zone[0] == '+' ? offset.Ticks : -offset.Ticks);
        return ticks < 0 || ticks > DateTime.MaxValue.Ticks ? null : new DateTime(ticks, DateTimeKind.Utc);
    }
}
