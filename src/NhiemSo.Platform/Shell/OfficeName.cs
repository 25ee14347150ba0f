using Microsoft.Extensions.Configuration;

namespace NhiemSo.Platform.Shell;

/// <summary>What the pages call the house.</summary>
/// <param name="Name">"Sở Thông tin và Truyền thông"</param>
/// <param name="Place">"tỉnh Khánh Hòa"; empty when there is nothing to add.</param>
/// <param name="Demo">Every page says that names and numbers are invented.</param>
/// <param name="Contact">Where to ask, for the foot of public pages; null when it isn't known.</param>
public sealed record OfficeName(string Name, string Place, bool Demo, string? Contact = null);

/// <summary>Says how the office is called today; a room that keeps the directory may replace it.</summary>
public interface IOfficeName
{
    ValueTask<OfficeName> ReadAsync(CancellationToken cancel);
}

/// <summary>From the settings <c>Office:Name</c>, <c>Office:Place</c>, <c>Office:Demo</c>.</summary>
internal sealed class ConfiguredOfficeName(IConfiguration settings) : IOfficeName
{
    public ValueTask<OfficeName> ReadAsync(CancellationToken cancel) => ValueTask.FromResult(new OfficeName(
        settings["Office:Name"] ?? "Nhiệm Sở",
        settings["Office:Place"] ?? "",
        settings.GetValue<bool>("Office:Demo")));
}
