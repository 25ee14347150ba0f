using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace NhiemSo.Host.Serve.Watch;

/// <summary>
/// <c>/healthz/live</c>: the process answers, else restart it. <c>/healthz/ready</c>: it can work, else send it nobody. One word to whoever
/// asks; what is wrong stands in the log.
/// </summary>
internal static class HealthAddresses
{
    public const string Folder = "/healthz";

    /// <summary>Well under the patience of who asks, so that a database that hangs is an answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks().AddCheck<OfficeReady>("office", timeout: Patience);

    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapHealthChecks(Folder + "/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        routes.MapHealthChecks(Folder + "/ready").AllowAnonymous();
    }
}
