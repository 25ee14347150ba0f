using System.Data.Common;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NhiemSo.Floor;

/// <summary>Kestrel with one address: does what must be done and sends bytes that were drawn beforehand.</summary>
public static class BareServer
{
    /// <param name="work">The reading or writing that each request must do, with the body that came.</param>
    /// <param name="answer">As many bytes as the house sends.</param>
    public static async Task<WebApplication> StartAsync(Func<string, Task> work, byte[] answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.Map("/", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            try
            {
                await work(await reader.ReadToEndAsync());
            }
            catch (Exception e) when (e is DbException or InvalidOperationException)
            {
                // The bench says what went wrong and goes on.
                return Results.Text(e.Message, statusCode: StatusCodes.Status500InternalServerError);
            }

            return Results.Bytes(answer, "text/html; charset=utf-8");
        });
        await app.StartAsync();
        return app;
    }
}
