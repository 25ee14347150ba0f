using Microsoft.AspNetCore.Builder;
using NhiemSo.Floor;
using NhiemSo.Platform.Authority;

namespace NhiemSo.Bench;

/// <summary>Whole pages over HTTP; the bare server reads what must be read and sends as many bytes.</summary>
internal sealed class OverHttp(HttpClient signedIn, HttpClient bare, WebApplication server, string path) : IAsyncDisposable
{
    /// <summary>"Việc của tôi" of the desk, 50 rows.</summary>
    public static async Task<OverHttp> WorkAsync(BenchHouse house)
    {
        string[] keys = [.. (await house.ReaderAsync("motcua")).Keys];
        if (await WorkRows.PageAsync(house.Plain, (int)Role.Desk, keys) < 50) throw new InvalidOperationException("The SQL by hand finds no page of work.");
        return await OpenAsync(house, "/viec", () => WorkRows.PageAsync(house.Plain, (int)Role.Desk, keys));
    }

    /// <summary>The desk's page of one dossier, with its papers and its timeline.</summary>
    public static Task<OverHttp> DossierAsync(BenchHouse house)
    {
        var id = house.Ids[house.Ids.Count / 2];
        return OpenAsync(house, $"/mot-cua/{id}", () => DossierRows.OneAsync(house.Plain, id));
    }

    public Pair Pair(string name, string what) => new(name, what, () => GetAsync(bare, "/"), () => GetAsync(signedIn, path)) { Most = 1 / 0.35 };

    public async ValueTask DisposeAsync()
    {
        signedIn.Dispose();
        bare.Dispose();
        await server.DisposeAsync();
    }

    private static async Task<OverHttp> OpenAsync(BenchHouse house, string path, Func<Task> read)
    {
        var signedIn = await house.SignInAsync("motcua");
        var server = await BareServer.StartAsync(_ => read(), await GetAsync(signedIn, path));
        return new OverHttp(signedIn, new HttpClient { BaseAddress = new Uri(server.Urls.Single()) }, server, path);
    }

    private static async Task<byte[]> GetAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode == System.Net.HttpStatusCode.OK ? await answer.Content.ReadAsByteArrayAsync() : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
    }
}
