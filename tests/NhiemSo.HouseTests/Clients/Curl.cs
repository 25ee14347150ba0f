using System.Diagnostics;
using System.Text.Json.Nodes;

namespace NhiemSo.HouseTests.Clients;

/// <summary>A program that we did not write, in the place of the other portal: <c>curl</c>, as the guide for operators calls it.</summary>
internal sealed class Curl(Uri address, string? token = null)
{
    public static async Task<Curl> AsAsync(ConnectedProgram program, Uri address, string? scope = null)
    {
        var (status, body) = await new Curl(address).RunAsync(
            ["-d", "grant_type=client_credentials", "-d", $"client_id={program.ClientId}", "--data-urlencode", $"client_secret={program.Secret}", .. scope is null ? (string[])[] : ["-d", $"scope={scope}"]], "/connect/token");
        return status == 200 ? new Curl(address, JsonNode.Parse(body)!["access_token"]!.GetValue<string>()) : throw new InvalidOperationException(body);
    }

    public async Task<(int Status, JsonNode? Body)> GetAsync(string path)
    {
        var (status, body) = await RunAsync([], path);
        return (status, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }

    public async Task<(int Status, JsonNode? Body)> PostAsync(string path, string json, string contentType = "application/json")
    {
        var (status, body) = await RunAsync(["-H", $"Content-Type: {contentType}", "--data-binary", "@-"], path, json);
        return (status, body.StartsWith('{') ? JsonNode.Parse(body) : null);
    }

    public async Task<byte[]> DownloadAsync(string path)
    {
        var file = Path.GetTempFileName();
        await RunAsync(["-o", file], path);
        var bytes = await File.ReadAllBytesAsync(file);
        File.Delete(file);
        return bytes;
    }

    private async Task<(int Status, string Body)> RunAsync(string[] arguments, string path, string? input = null)
    {
        var start = new ProcessStartInfo("curl", ["-sS", "-w", "\n%{http_code}", .. token is null ? (string[])[] : ["-H", $"Authorization: Bearer {token}"], .. arguments, new Uri(address, path).ToString()])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false,
        };
        using var curl = Process.Start(start)!;
        if (input is not null) await curl.StandardInput.WriteAsync(input);
        curl.StandardInput.Close();
        var output = await curl.StandardOutput.ReadToEndAsync();
        await curl.WaitForExitAsync();
        var end = output.LastIndexOf('\n');
        return (int.Parse(output[(end + 1)..]), output[..end]);
    }
}
