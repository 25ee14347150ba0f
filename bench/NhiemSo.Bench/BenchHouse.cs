using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Floor;
using NhiemSo.Host.Demo;
using NhiemSo.HouseTests.Clients;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;

namespace NhiemSo.Bench;

/// <summary>The shipped server with the demo department and very many dossiers on one engine, and plain connections to the same database.</summary>
/// <param name="Ids">Of the copies, in the order of time.</param>
internal sealed record BenchHouse(WebHouse Web, ConnectionPool Plain, IReadOnlyList<Guid> Ids) : IAsyncDisposable
{
    public DatabaseSettings Settings => Web.Settings;

    public static async Task<BenchHouse> OpenAsync(DatabaseSettings settings, IReadOnlyList<Guid> ids)
    {
        var web = await WebHouse.OpenAsync(settings);
        return new BenchHouse(web, new ConnectionPool(() => settings.Engine == Engine.Sqlite ? Drivers.OpenSqliteAsync(settings.ConnectionString) : Drivers.OpenPostgresAsync(settings.ConnectionString)), ids);
    }

    /// <summary>As one request would: a scope of its own.</summary>
    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull => Web.AskAsync(ask);

    public async Task<Reader> ReaderAsync(string userName)
    {
        var person = await AskAsync((DepartmentDb db) => db.Set<Account>().Where(a => a.UserName == userName).Select(a => a.PersonId!.Value).SingleAsync());
        return await AskAsync((Readers readers) => readers.OfPersonAsync(person, CancellationToken.None));
    }

    /// <summary>A browser with nothing but cookies, signed in: parsing pages would be measured too.</summary>
    public async Task<HttpClient> SignInAsync(string userName)
    {
        var http = Plainly(new CookieContainer());
        using var filled = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["UserName"] = userName, ["Password"] = DemoDepartment.Password, ["__RequestVerificationToken"] = await FormTokenAsync(http, "/dang-nhap"),
        });
        using var answer = await http.PostAsync(new Uri("/dang-nhap", UriKind.Relative), filled);
        return answer.StatusCode == HttpStatusCode.Redirect ? http : throw new InvalidOperationException($"{userName} could not sign in: {(int)answer.StatusCode}");
    }

    /// <summary>A portal with the right to hand in submissions.</summary>
    public async Task<HttpClient> PortalAsync()
    {
        using var program = await ConnectedProgram.ConnectAsync(Web, null, $"Cổng đo lường {Guid.CreateVersion7():N}");
        var http = Plainly(new CookieContainer());
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await program.TokenAsync("dossiers.submit"));
        return http;
    }

    /// <summary>The antiforgery token of a page's form; it holds for the other pages of the same browser.</summary>
    public static async Task<string> FormTokenAsync(HttpClient http, string path)
    {
        var page = await http.GetStringAsync(new Uri(path, UriKind.Relative));
        return Regex.Match(page, "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
    }

    public async ValueTask DisposeAsync()
    {
        await Plain.DisposeAsync();
        await Web.DisposeAsync();
    }

    /// <summary>A redirect is an answer here: the page behind it would be another page's time.</summary>
    private HttpClient Plainly(CookieContainer cookies) => new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = Web.Address };
}
