using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Net.Http.Headers;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signers;

/// <param name="Listen">Loopback only: the key must not be offered to the network.</param>
/// <param name="Server">The one server whose pages may ask and whose tickets are redeemed; https, or http on this machine.</param>
internal sealed record SignAgentOptions(IPEndPoint Listen, Uri Server)
{
    public string Origin => Server.GetLeftPart(UriPartial.Authority);
}

/// <summary>The signing agent of a person whose token is at their own machine; see <see cref="AgentProtocol"/>.</summary>
internal static class SignAgent
{
    private const int MaxBody = 16 << 10;

    /// <param name="server">Client for the server; redirects off, so that a ticket goes to no other place.</param>
    /// <param name="confirm">Shows the description to the person and asks for yes or no.</param>
    public static Outcome<WebApplication> Build(SignAgentOptions options, ISigner signer, HttpClient server, Func<string, CancellationToken, Task<bool>> confirm)
    {
        if (!IPAddress.IsLoopback(options.Listen.Address))
            return Problem.Invalid("Chương trình ký chỉ nghe trên chính máy này (127.0.0.1), không nghe trên mạng.");
        if (options.Server.Scheme != Uri.UriSchemeHttps && !(options.Server.Scheme == Uri.UriSchemeHttp && options.Server.IsLoopback))
            return Problem.Invalid("Địa chỉ máy chủ phải bắt đầu bằng https://");

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(options.Listen);
            kestrel.Limits.MaxRequestBodySize = MaxBody;
        });
        var app = builder.Build();
        var desk = new SignAgentDesk(options, signer, server, confirm);
        app.Use((context, next) => OnlyOurPagesAsync(context, next, options.Origin));
        app.MapGet("/certificate", () => new AgentCertificate([.. signer.Identity.Chain.Prepend(signer.Identity.Certificate).Select(c => c.RawData)], signer.Identity.Name));
        app.MapPost("/sign", (HttpRequest request) => SignAsync(request, desk, options));
        return app;
    }

    private static async Task<IResult> SignAsync(HttpRequest request, SignAgentDesk desk, SignAgentOptions options)
    {
        var stop = request.HttpContext.RequestAborted;
        var byForm = request.HasFormContentType;
        var asked = byForm ? new AgentSignRequest((await request.ReadFormAsync(stop))["ticket"].ToString()) : await JsonAsync(request, stop);
        var done = asked is null ? Problem.Invalid("Thiếu phiếu ký.") : await desk.SignAsync(asked, stop);
        if (!done.Ok)
            return Results.Problem(done.Problem.Message, statusCode: Status(done.Problem.Kind));
        if (!byForm)
            return Results.Ok(done.Value);
        request.HttpContext.Response.Headers.Location = new Uri(options.Server, AgentProtocol.TicketPath(done.Value.Ticket)).AbsoluteUri;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<AgentSignRequest?> JsonAsync(HttpRequest request, CancellationToken stop)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<AgentSignRequest>(stop) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>
    /// Lets in only requests that a page of our server makes. The host is checked too: a foreign name that was
    /// pointed at this machine (DNS rebinding) is not ours.
    /// </summary>
    private static Task OnlyOurPagesAsync(HttpContext context, RequestDelegate next, string origin)
    {
        var ourHost = context.Request.Host.Host is "127.0.0.1" or "localhost" or "[::1]";
        if (!ourHost || !string.Equals(context.Request.Headers.Origin.ToString(), origin, StringComparison.OrdinalIgnoreCase))
            return Results.Problem("Trang này không được dùng chương trình ký.", statusCode: StatusCodes.Status403Forbidden).ExecuteAsync(context);
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = origin;
        headers.Append(HeaderNames.Vary, HeaderNames.Origin);
        headers.CacheControl = "no-store";
        if (!HttpMethods.IsOptions(context.Request.Method))
            return next(context);
        headers.AccessControlAllowMethods = "GET, POST";
        headers.AccessControlAllowHeaders = HeaderNames.ContentType;
        // Browsers ask before a public page may reach this machine.
        headers.Append("Access-Control-Allow-Private-Network", "true");
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static int Status(ProblemKind kind) => kind switch
    {
        ProblemKind.Invalid => StatusCodes.Status400BadRequest,
        ProblemKind.NotFound => StatusCodes.Status404NotFound,
        ProblemKind.Forbidden => StatusCodes.Status403Forbidden,
        _ => StatusCodes.Status409Conflict,
    };
}
