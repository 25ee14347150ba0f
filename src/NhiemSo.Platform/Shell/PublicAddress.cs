using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace NhiemSo.Platform.Shell;

/// <summary>
/// The address under which strangers reach this server, printed as QR and written in e-mails: setting <c>PublicAddress</c>, else the address
/// it listens on. Never the one a request names: whoever sends it could make our own e-mails lead elsewhere.
/// </summary>
public sealed class PublicAddress(IConfiguration settings, IServiceProvider services)
{
    private const string Usual = "http://127.0.0.1:5080";

    /// <param name="path">Begins with a slash.</param>
    public string Of(string path) => (settings["PublicAddress"] ?? Listening() ?? Usual).TrimEnd('/') + path;

    private string? Listening() => services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
}
