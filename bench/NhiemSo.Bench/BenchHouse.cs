using System.Data.Common;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Floor;
using NhiemSo.Host.Demo;
using NhiemSo.Host.Operate;
using NhiemSo.Host.Serve;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Bench;

/// <summary>The served house with the demo department and invented dossiers on one engine, and a plain connection to the same database.</summary>
internal sealed class BenchHouse(WebHouse web, DbConnection plain) : IAsyncDisposable
{
    public DbConnection Plain => plain;

    public Uri Address => web.Address;

    public static async Task<BenchHouse> OpenAsync(Databases databases, Engine engine, int dossiers)
    {
        var settings = await databases.NewAsync(engine);
        var web = await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings), realClock: true);
        await SeedAsync(settings, dossiers);
        var plain = engine == Engine.Sqlite ? await Drivers.OpenSqliteAsync(settings.ConnectionString) : await Drivers.OpenPostgresAsync(settings.ConnectionString);
        return new BenchHouse(web, plain);
    }

    /// <summary>As one request would: a scope of its own.</summary>
    public Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull => web.AskAsync(ask);

    public async Task<Reader> ReaderAsync(string userName)
    {
        var person = await AskAsync((DepartmentDb db) => db.Set<Account>().Where(a => a.UserName == userName).Select(a => a.PersonId!.Value).SingleAsync());
        return await AskAsync((Readers readers) => readers.OfPersonAsync(person, CancellationToken.None));
    }

    /// <summary>A browser with nothing but cookies, signed in: parsing pages would be measured too.</summary>
    public async Task<HttpClient> SignInAsync(string userName)
    {
        var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = Address };
        var form = await http.GetStringAsync(new Uri("/dang-nhap", UriKind.Relative));
        var token = Regex.Match(form, "name=\"__RequestVerificationToken\"[^>]*value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["token"].Value;
        using var filled = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["UserName"] = userName, ["Password"] = DemoDepartment.Password, ["__RequestVerificationToken"] = token,
        });
        using var answer = await http.PostAsync(new Uri("/dang-nhap", UriKind.Relative), filled);
        return answer.IsSuccessStatusCode ? http : throw new InvalidOperationException($"{userName} could not sign in: {(int)answer.StatusCode}");
    }

    public async ValueTask DisposeAsync()
    {
        await plain.DisposeAsync();
        await web.DisposeAsync();
    }

    private static async Task SeedAsync(DatabaseSettings settings, int dossiers)
    {
        var clock = new SeedClock();
        var office = OfficeSettings.From(null, settings.DataFolder, null) with { Database = settings };
        await using var services = OfficeServices.Build(office, more => more.AddSingleton(clock).AddSingleton<TimeProvider>(clock).AddScoped<Seed>());
        await services.GetRequiredService<RuleShelf>().RefreshAsync(CancellationToken.None, now: true);
        await using var scope = services.CreateAsyncScope();
        var seeded = await scope.ServiceProvider.GetRequiredService<Seed>().RunAsync(dossiers, seed: 1, _ => { }, CancellationToken.None);
        if (!seeded.Ok) throw new InvalidOperationException(seeded.Problem.Message);
    }
}
