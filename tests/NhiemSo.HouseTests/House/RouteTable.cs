using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Web;

namespace NhiemSo.HouseTests.House;

/// <summary>One line of <c>routes.txt</c>, where the columns are explained.</summary>
internal sealed record Expected(string Verb, string Route, string Who, string There, string Unknown, string Wrong)
{
    public string Name => $"{Verb} {Route}";

    public bool IsPost => Verb.StartsWith("POST", StringComparison.Ordinal);

    /// <summary>Spoken to by programs, without a form and so without its token.</summary>
    public bool IsForPrograms => Who is "ticket" or "machine" or "client";

    /// <summary>The handler as it stands in the address.</summary>
    public string Query => Verb.IndexOf(':', StringComparison.Ordinal) is var at and > 0 ? "?handler=" + Verb[(at + 1)..] : "";

    public IEnumerable<string> Parts => Route.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}').Split(':')[0].TrimEnd('?'));

    /// <summary>What a value of this part gives that stands for nothing.</summary>
    public string UnknownOf(string part) => Unknown.Contains('=', StringComparison.Ordinal) ? Unknown.Split(',').Select(p => p.Split('=')).First(p => p[0] == part)[1] : Unknown;
}

/// <summary>The reviewed table and the running one.</summary>
internal static class RouteTable
{
    public static IReadOnlyList<Expected> Reviewed { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "House", "routes.txt")).Where(l => l.Length > 0 && l[0] is not ('#' or '['))
            .Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Select(c => new Expected(c[0], c[1], c[2], c[3], c[4], c[5])),
    ];

    /// <summary>Every verb, handler and address that the started server routes to.</summary>
    public static async Task<IReadOnlyList<string>> RunningAsync(WebHouse house)
    {
        var loader = house.Services.GetRequiredService<PageLoader>();
        var running = new List<string>();
        foreach (var endpoint in house.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var route = "/" + endpoint.RoutePattern.RawText!.Trim('/');
            IEnumerable<string> verbs = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? VerbsOf(await loader.LoadAsync(page, endpoint.Metadata))
                : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
            running.AddRange(verbs.Select(v => $"{v} {route}"));
        }

        return running;
    }

    /// <summary>The error page has no handlers, it is drawn for whatever method: one line stands for all.</summary>
    private static IEnumerable<string> VerbsOf(CompiledPageActionDescriptor page)
    {
        // The framework takes the error page's OnPageHandlerExecuting for a handler of the method "PAGE".
        var handlers = page.HandlerMethods.Where(h => !h.HttpMethod.Equals("Page", StringComparison.OrdinalIgnoreCase)).ToList();
        return handlers.Count == 0 ? ["GET"] : handlers.Select(h => h.HttpMethod.ToUpperInvariant() + (h.Name is null ? "" : ":" + h.Name));
    }
}
