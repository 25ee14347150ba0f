using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Desk;
using NhiemSo.Dossiers.Model;
using NhiemSo.Floor;
using NhiemSo.Platform.Data;

namespace NhiemSo.Bench;

/// <summary>Whole pages, one reader at a time; the bare server reads what must be read and sends as many bytes.</summary>
internal sealed class OverHttp(HttpClient signedIn, HttpClient bare, WebApplication server, string path) : IAsyncDisposable
{
    public static async Task<OverHttp> DossierAsync(BenchHouse house)
    {
        var id = await house.AskAsync((DepartmentDb db) => db.Set<Dossier>().Where(d => d.AcceptedAt != null).OrderBy(d => d.Id).Select(d => d.Id).FirstAsync());
        return await OpenAsync(house, $"/mot-cua/{id}", () => DossierRows.OneAsync(house.Plain, id));
    }

    public static async Task<OverHttp> DeskAsync(BenchHouse house)
    {
        string[] keys = [.. (await house.ReaderAsync("motcua")).Keys];
        return await OpenAsync(house, $"/mot-cua?loc={DeskQueue.Tabs[^1].Word}", () => DossierRows.PageAsync(house.Plain, keys, Guid.AllBitsSet));
    }

    public Pair Pair(string name, string what) => new(name, what, () => GetAsync(bare, "/"), () => GetAsync(signedIn, path));

    public async ValueTask DisposeAsync()
    {
        signedIn.Dispose();
        bare.Dispose();
        await server.DisposeAsync();
    }

    private static async Task<OverHttp> OpenAsync(BenchHouse house, string path, Func<Task> read)
    {
        var signedIn = await house.SignInAsync("motcua");
        var server = await BareServer.StartAsync(read, await GetAsync(signedIn, path));
        return new OverHttp(signedIn, new HttpClient { BaseAddress = new Uri(server.Urls.Single()) }, server, path);
    }

    /// <summary>The page itself, not the way to the sign-in: a redirect would be another page's time.</summary>
    private static async Task<byte[]> GetAsync(HttpClient http, string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.Relative));
        var came = answer.EnsureSuccessStatusCode().RequestMessage!.RequestUri!.PathAndQuery;
        return came == path ? await answer.Content.ReadAsByteArrayAsync() : throw new InvalidOperationException($"{path} led to {came}");
    }
}
