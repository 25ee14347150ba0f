using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using NhiemSo.HouseTests.Web;
using Shouldly;

namespace NhiemSo.HouseTests.Clients;

/// <summary>A program of another office, with a plain HTTP client and the secret that it was given.</summary>
internal sealed class ConnectedProgram(Uri address, string clientId, string secret) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = address };

    public string ClientId => clientId;

    public string Secret => secret;

    /// <summary>An administrator connects it on the screen and hands over what the page shows.</summary>
    /// <param name="scope">Null ticks every scope there is.</param>
    public static async Task<ConnectedProgram> ConnectAsync(WebHouse house, string? scope, string name = "Cổng dữ liệu mở của tỉnh")
    {
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync("/quan-tri/ung-dung");
        var typed = new Dictionary<string, string> { ["Input.Name"] = name, ["Input.Basis"] = "Công văn 12/STTTT-CNTT" };
        if (scope is null) await admin.TickAllAsync("Input.Scopes", typed);
        else await admin.SubmitAsync(new(typed) { ["Input.Scopes"] = scope });
        admin.Status.ShouldBe(HttpStatusCode.OK, admin.Errors);
        admin.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var shown = admin.Page.QuerySelectorAll("main code").Select(c => c.TextContent).Take(2).ToList();
        return new ConnectedProgram(house.Address, shown[0], shown[1]);
    }

    /// <summary>Asks for a token; answers the status, the token or null, and the error or null.</summary>
    public async Task<(HttpStatusCode Status, string? Token, string? Error)> AskAsync(string? scope = null, string? withSecret = null, string grant = "client_credentials")
    {
        var form = new Dictionary<string, string> { ["grant_type"] = grant, ["client_id"] = clientId, ["client_secret"] = withSecret ?? secret };
        if (scope is not null) form["scope"] = scope;
        using var answer = await http.PostAsync("/connect/token", new FormUrlEncodedContent(form));
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (answer.StatusCode, Text("access_token"), Text("error"));

        string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) ? value.GetString() : null;
    }

    public async Task<string> TokenAsync(string? scope = null)
    {
        var (status, token, error) = await AskAsync(scope);
        status.ShouldBe(HttpStatusCode.OK, error);
        return token!;
    }

    public async Task<(HttpStatusCode Status, string Body)> GetAsync(string path, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}
