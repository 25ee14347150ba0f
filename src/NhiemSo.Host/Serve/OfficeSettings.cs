using NhiemSo.Platform.Data;

namespace NhiemSo.Host.Serve;

/// <summary>What every command that works on the office's data is told.</summary>
/// <param name="Database">Engine, connection, data folder.</param>
/// <param name="RulesFolder">The rule books on disk: form of exchange, read at import only.</param>
internal sealed record OfficeSettings(DatabaseSettings Database, string RulesFolder)
{
    /// <summary>The folder <c>data</c> beside <c>rules</c>, unless told otherwise; the same for <c>./run</c> and <c>./nhiemso</c>.</summary>
    public static OfficeSettings From(string? database, string? data, string? rules)
    {
        var rulesFolder = Path.GetFullPath(rules ?? Platform.WorkingTime.CalendarFolder.FindRules() ?? "rules");
        var dataFolder = Path.GetFullPath(data ?? Path.Combine(Path.GetDirectoryName(rulesFolder) ?? ".", "data"));
        return new OfficeSettings(DatabaseSettings.From(database, dataFolder), rulesFolder);
    }
}
