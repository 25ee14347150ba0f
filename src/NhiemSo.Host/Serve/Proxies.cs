using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace NhiemSo.Host.Serve;

/// <summary>
/// Whom we believe who the caller is and that TLS was used: a proxy on this machine, and those of the setting <c>Proxy:Addresses</c>. From
/// anybody else the headers are ignored, or each caller could choose the address that tries are counted by.
/// </summary>
internal static class Proxies
{
    public const string Addresses = "Proxy:Addresses";

    public static void UseKnownProxies(this WebApplication app)
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var address in Read(app.Configuration[Addresses])) options.KnownProxies.Add(IPAddress.Parse(address));
        app.UseForwardedHeaders(options);
    }

    public static bool Fits(string value) => Read(value).All(a => IPAddress.TryParse(a, out _));

    private static string[] Read(string? value) => (value ?? "").Split([' ', ','], StringSplitOptions.RemoveEmptyEntries);
}
