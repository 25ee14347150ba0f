using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signing;

/// <summary>
/// The demo department's time-stamp authority: RFC 3161 over HTTP like a public one, so the demo line takes the way of a real
/// installation. Answers on loopback only, and only where the demo certificates lie; its certificate says that it has no legal value.
/// </summary>
internal static class DemoTimeStamps
{
    public const string Path = "/demo/tsa";

    /// <summary>A query has some hundred bytes.</summary>
    private const int MaxQuery = 16 << 10;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, AnswerAsync).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription();
        var services = routes.ServiceProvider;
        services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(() => PointAtOwnAddress(services));
    }

    private static async Task<IResult> AnswerAsync(HttpRequest query, SigningKeys keys, CancellationToken ct)
    {
        if (query.HttpContext.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from))
            return Problem.Forbidden("Dấu thời gian thử nghiệm chỉ cấp trên chính máy chủ này.").ToResult();
        if (keys.DemoTimeStamps() is not { } authority) return Problem.NotFound().ToResult();
        if (query is not { ContentType: "application/timestamp-query", ContentLength: > 0 and <= MaxQuery })
            return Problem.Invalid("Địa chỉ này chỉ nhận yêu cầu cấp dấu thời gian theo RFC 3161.").ToResult();
        using var body = new MemoryStream();
        await query.Body.CopyToAsync(body, ct);
        return Results.Bytes(authority.Respond(body.ToArray()), "application/timestamp-reply");
    }

    /// <summary>The port is known once the server listens. An authority that the operator set stays.</summary>
    private static void PointAtOwnAddress(IServiceProvider services)
    {
        if (!services.GetRequiredService<SigningKeys>().HasDemoTimeStamps) return;
        var addresses = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        if (addresses.Select(a => new Uri(a)).FirstOrDefault(a => a is { IsLoopback: true, Scheme: "http" }) is { } own)
            services.GetRequiredService<IConfiguration>()[SigningKeys.TimeStampUrl] ??= new Uri(own, Path).ToString();
    }
}
