using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace NhiemSo.HouseTests.Fees;

/// <summary>
/// A payment gateway of our own on a real port, written apart from the house's side: it checks the signature on what it is asked,
/// notifies the house and sends the payer back, both signed.
/// </summary>
internal sealed class LocalGateway : IAsyncDisposable
{
    public const string Secret = "bi-mat-de-thu", Merchant = "SO-THU";

    private readonly WebApplication app;
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false });

    private LocalGateway(WebApplication app) => this.app = app;

    public Uri Page => new(new Uri(app.Urls.First()), "/tra-tien");

    /// <summary>Amount it will report; null: as ordered.</summary>
    public long? Reports { get; set; }

    public bool Fails { get; set; }

    /// <summary>What the house answered to the last notification.</summary>
    public System.Net.HttpStatusCode Answered { get; private set; }

    /// <summary>The notification as sent, to be sent again.</summary>
    public Dictionary<string, string> Last { get; private set; } = [];

    public string NotifyUrl { get; private set; } = "";

    public static async Task<LocalGateway> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var built = builder.Build();
        var gateway = new LocalGateway(built);
        built.MapGet("/tra-tien", (HttpRequest request) => gateway.PayAsync(request));
        await built.StartAsync();
        return gateway;
    }

    public async Task NotifyAsync(Dictionary<string, string> values) => Answered = (await http.PostAsync(NotifyUrl, new FormUrlEncodedContent(values))).StatusCode;

    public static Dictionary<string, string> Signed(Dictionary<string, string> values)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in values.OrderBy(v => v.Key, StringComparer.Ordinal)) text.Append(text.Length > 0 ? "&" : "").Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value));
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(Secret));
        return new(values) { ["signature"] = Convert.ToHexString(hmac.ComputeHash(Encoding.UTF8.GetBytes(text.ToString()))).ToLowerInvariant() };
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await app.DisposeAsync();
    }

    private async Task<IResult> PayAsync(HttpRequest request)
    {
        var asked = request.Query.ToDictionary(q => q.Key, q => q.Value.ToString());
        var signature = asked["signature"];
        asked.Remove("signature");
        if (Signed(asked)["signature"] != signature || asked["merchant"] != Merchant) return Results.StatusCode(403);
        NotifyUrl = asked["notify_url"];
        Last = Signed(new() { ["order"] = asked["order"], ["transaction"] = "GD" + asked["order"][..8], ["amount"] = Reports?.ToString() ?? asked["amount"], ["status"] = Fails ? "failed" : "paid" });
        await NotifyAsync(Last);
        return Results.Redirect(asked["return_url"] + "?" + string.Join('&', Last.Select(v => $"{v.Key}={Uri.EscapeDataString(v.Value)}")));
    }
}
