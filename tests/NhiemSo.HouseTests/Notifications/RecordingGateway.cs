using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;

namespace NhiemSo.HouseTests.Notifications;

/// <summary>One request as the gateway got it.</summary>
public sealed record Asked(string Method, string Secret, string ContentType, string Body);

/// <summary>A little SMS gateway on a real port: keeps what it is asked and answers as it is told.</summary>
public sealed class RecordingGateway : IAsyncDisposable
{
    private readonly WebApplication app;

    private RecordingGateway(WebApplication app) => this.app = app;

    public ConcurrentQueue<Asked> Requests { get; } = new();

    /// <summary>Status and body of the next answers.</summary>
    public Func<(int Status, string Body)> Answer { get; set; } = () => (200, "{\"code\":0}");

    public Uri Address => new(app.Urls.First());

    public static async Task<RecordingGateway> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var gateway = new RecordingGateway(builder.Build());
        gateway.app.Run(async http =>
        {
            using var reader = new StreamReader(http.Request.Body);
            gateway.Requests.Enqueue(new Asked(http.Request.Method, http.Request.Headers["X-Api-Key"].ToString(), http.Request.ContentType ?? "", await reader.ReadToEndAsync()));
            var (status, body) = gateway.Answer();
            http.Response.StatusCode = status;
            if (status == 302) http.Response.Headers.Location = new Uri(gateway.Address, "/elsewhere").ToString();
            await http.Response.WriteAsync(body);
        });
        await gateway.app.StartAsync();
        return gateway;
    }

    /// <summary>A demo department that sends through this gateway.</summary>
    public async Task<WebHouse> HouseAsync(Databases databases, Engine engine, Dictionary<string, object>? more = null)
    {
        var settings = await databases.NewDemoAsync(engine);
        var sms = new Dictionary<string, object> { ["Url"] = Address, ["Number"] = "+84", ["Success"] = "\"code\":\\s*0" };
        foreach (var (key, value) in more ?? []) sms[key] = value;
        await File.WriteAllTextAsync(Path.Combine(settings.DataFolder, "nhiemso.json"), JsonSerializer.Serialize(new { Sms = sms }));
        return await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
