using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NhiemSo.Host.Serve;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.HouseTests.Web;

/// <summary>The shipped web server with the demo department on one real database, on a real port, with a clock the test holds.</summary>
public sealed class WebHouse : IAsyncDisposable
{
    /// <summary>Tuesday 10/11/2026, 09:12 in Vietnam.</summary>
    public static readonly DateTime Start = Vietnam.Utc(new DateOnly(2026, 11, 10), new TimeOnly(9, 12));

    private readonly WebApplication app;
    private readonly Func<Task>? afterwards;

    private WebHouse(WebApplication app, FakeTimeProvider time, DatabaseSettings settings, Warnings warnings, Func<Task>? afterwards) =>
        (this.app, Time, Settings, Warnings, this.afterwards) = (app, time, settings, warnings, afterwards);

    public FakeTimeProvider Time { get; }

    public DatabaseSettings Settings { get; }

    /// <summary>What the server logged since it was built, warnings and worse.</summary>
    public Warnings Warnings { get; }

    public Uri Address => new(app.Urls.First());

    public IServiceProvider Services => app.Services;

    /// <summary>Opens the house; the demo department is loaded when the database is empty and <paramref name="demo"/>.</summary>
    public static async Task<WebHouse> OpenAsync(DatabaseSettings settings, bool demo = true, Func<Task>? afterwards = null, bool realClock = false)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(Start));
        var warnings = new Warnings();
        var built = Build(settings, builder =>
        {
            builder.Logging.AddProvider(warnings);
            if (!realClock) builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        });
        await WebOffice.PrepareAsync(built.Services, demo, CancellationToken.None);
        await built.StartAsync();
        return new WebHouse(built, time, settings, warnings, afterwards);
    }

    /// <summary>The first start of a demo department, without serving anybody.</summary>
    public static async Task LoadDemoAsync(DatabaseSettings settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(Start));
        await using var built = Build(settings, builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(time)));
        await WebOffice.PrepareAsync(built.Services, demo: true, CancellationToken.None);
    }

    private static WebApplication Build(DatabaseSettings settings, Action<WebApplicationBuilder> more) =>
        WebOffice.Build(OfficeSettings.From(null, settings.DataFolder, null) with { Database = settings }, "http://127.0.0.1:0", builder =>
        {
            CompiledPages.Share(builder.Services);
            // Days pass between two clicks of a test.
            builder.Configuration["SignIn:IdleMinutes"] ??= "1440";
            builder.Configuration["SignIn:Hours"] ??= "24";
            builder.Configuration["SignIn:SigningMinutes"] ??= "1440";
            more(builder);
        });

    /// <summary>Somebody with a browser of their own, not signed in.</summary>
    public Visitor Visit() => new(Address);

    /// <summary>A demo member of staff, signed in.</summary>
    public Task<Visitor> SignInAsync(string userName) => Visitor.SignInAsync(Address, userName);

    /// <summary>Uses one service in a scope of its own.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        // Disposing alone doesn't wait for jobs that run, which then write into a folder that is being removed.
        await app.StopAsync();
        await app.DisposeAsync();
        if (afterwards is not null) await afterwards();
    }
}

/// <summary><c>class X(WebBed bed) : IClassFixture&lt;WebBed&gt;</c>: one web house per engine, shared by the class.</summary>
public sealed class WebBed(Databases databases) : IAsyncDisposable
{
    private readonly Dictionary<Engine, WebHouse> shared = [];

    public Databases Databases => databases;

    public async Task<WebHouse> OpenAsync(Engine engine) => shared.TryGetValue(engine, out var house) ? house : shared[engine] = await FreshAsync(engine);

    public async Task<WebHouse> FreshAsync(Engine engine, bool demo = true, bool realClock = false)
    {
        // On the real clock the copy would be younger or older than its own first day.
        var settings = await (demo && !realClock ? databases.NewDemoAsync(engine) : databases.NewAsync(engine));
        return await WebHouse.OpenAsync(settings, demo, () => databases.DropAsync(settings), realClock);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var house in shared.Values) await house.DisposeAsync();
    }
}
