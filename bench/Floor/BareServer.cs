using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NhiemSo.Floor;

/// <summary>Kestrel with one address: reads what must be read and sends a page that was drawn beforehand.</summary>
public static class BareServer
{
    /// <param name="read">The reading that each request must do.</param>
    /// <param name="page">The bytes of the page, as many as the house sends.</param>
    public static async Task<WebApplication> StartAsync(Func<Task> read, byte[] page)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/", async () =>
        {
            await read();
            return Results.Bytes(page, "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return app;
    }
}
