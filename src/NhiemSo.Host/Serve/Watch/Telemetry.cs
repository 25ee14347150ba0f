using System.Diagnostics;
using NhiemSo.Platform.Operation;
using NhiemSo.Platform.Telemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace NhiemSo.Host.Serve.Watch;

/// <summary>
/// Hands the house's figures and spans to a collector over OTLP when one is named by the standard setting; else nothing is collected. Logs stay
/// where they are: they are covered on their way to the console only.
/// </summary>
internal static class Telemetry
{
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>The framework's, beside our own.</summary>
    public static readonly IReadOnlyList<string> Meters = ["Microsoft.AspNetCore.Hosting", "System.Runtime"], Sources = ["Microsoft.AspNetCore"];

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration)) return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(r => r.AddService("nhiemso", serviceVersion: OperationView.Version, serviceInstanceId: $"{Environment.MachineName}:{Environment.ProcessId}"))
            .WithMetrics(m => m.AddMeter([OfficeTelemetry.Name, .. Meters]).AddOtlpExporter())
            .WithTracing(t => t.AddSource([OfficeTelemetry.Name, .. Sources]).AddProcessor(new RequestSpans()).AddOtlpExporter());
    }

    public static bool IsOn(IConfiguration settings) => settings[Endpoint] is { Length: > 0 };
}

/// <summary>
/// Of a request's span only method, route and status leave the house: an address may carry a look-up code, a search or the token of a paper, and
/// the caller's address is a person's.
/// </summary>
internal sealed class RequestSpans : OpenTelemetry.BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "http.request.method", "http.route", "http.response.status_code", "error.type" };

    public override void OnEnd(Activity data)
    {
        if (data.Source.Name == OfficeTelemetry.Name) return;
        foreach (var tag in data.TagObjects.ToList())
            if (!Kept.Contains(tag.Key)) data.SetTag(tag.Key, null);
    }
}

/// <summary>Names a request's span after its route, which the framework leaves to others.</summary>
internal sealed class RequestNames(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var span = Activity.Current;
        await next(http);
        if (span is not { IsAllDataRequested: true } || span.Source.Name == OfficeTelemetry.Name) return;
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        span.DisplayName = route is null ? http.Request.Method : $"{http.Request.Method} /{route.TrimStart('/')}";
        span.SetTag("http.request.method", http.Request.Method).SetTag("http.route", route).SetTag("http.response.status_code", http.Response.StatusCode);
    }
}
