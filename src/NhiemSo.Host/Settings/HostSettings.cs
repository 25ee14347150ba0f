using NhiemSo.Host.Serve;
using NhiemSo.Host.Serve.Watch;
using NhiemSo.Platform.OperatorSettings;

namespace NhiemSo.Host.Settings;

/// <summary>Every setting there is: the host's own and the rooms'.</summary>
internal static class HostSettings
{
    /// <summary>Where an operator's variables begin.</summary>
    public const string Prefix = "NHIEMSO_";

    public const string FileName = "nhiemso.json";

    public static IReadOnlyList<Setting> All =>
    [
        Setting.OneOf(OfficeLog.Format, "text", "json"), Setting.OneOf(OfficeLog.Level, "Information", "Warning", "Error"),
        new(Proxies.Addresses, "địa chỉ IP của các máy chủ proxy, cách nhau bằng dấu cách", Proxies.Fits),
        Setting.WebAddress(Telemetry.Endpoint), Setting.OneOf("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc", "http/protobuf"), Setting.Text("OTEL_EXPORTER_OTLP_HEADERS", secret: true),
        Setting.Whole("OTEL_METRIC_EXPORT_INTERVAL", 100, 3_600_000),
        .. Rooms.All.SelectMany(r => r.Settings),
    ];

    public static IReadOnlyList<SettingsTogether> Together => [.. Rooms.All.SelectMany(r => r.SettingsTogether)];

    /// <summary>The file of the data folder, and over it the environment.</summary>
    public static IConfigurationBuilder AddOfficeSettings(this IConfigurationBuilder builder, string dataFolder) =>
        builder.AddJsonFile(Path.Combine(Path.GetFullPath(dataFolder), FileName), optional: true).AddEnvironmentVariables(Prefix);
}
