using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NhiemSo.Host;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.HouseTests.Bed;

/// <summary>The whole house on one real database, with the services that the program registers and a clock the test holds.</summary>
public sealed class Office : IAsyncDisposable
{
    /// <summary>Thursday 28/3/2024, 09:00 in Vietnam: the law horizon of our rule books.</summary>
    public static readonly DateTime Start = Vietnam.Utc(new DateOnly(2024, 3, 28), new TimeOnly(9, 0));

    private readonly ServiceProvider services;
    private readonly Func<Task>? afterwards;

    private Office(DatabaseSettings settings, ServiceProvider services, FakeTimeProvider time, Func<Task>? afterwards) =>
        (Settings, this.services, Time, this.afterwards) = (settings, services, time, afterwards);

    public DatabaseSettings Settings { get; }

    public IServiceProvider Services => services;

    public FakeTimeProvider Time { get; }

    /// <summary>Opens the house on an existing database; two offices on one database are two nodes.</summary>
    /// <param name="settings">Where the database is.</param>
    /// <param name="add">Services of the test, registered last.</param>
    /// <param name="afterwards">Run after the office is closed.</param>
    public static Office Open(DatabaseSettings settings, Action<IServiceCollection>? add = null, Func<Task>? afterwards = null)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(Start));
        var collection = new ServiceCollection();
        collection.AddLogging(log => log.SetMinimumLevel(LogLevel.Warning));
        collection.AddDepartmentData(settings, Rooms.All);
        collection.AddSingleton<Microsoft.Extensions.Configuration.IConfiguration>(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        collection.AddSingleton(Host.Serve.OfficeSettings.From(null, settings.DataFolder, null) with { Database = settings });
        foreach (var room in Rooms.All) room.AddServices(collection);
        Platform.Identity.IdentityServices.AddOfficeIdentity(collection);
        collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(time));
        add?.Invoke(collection);
        return new Office(settings, collection.BuildServiceProvider(validateScopes: true), time, afterwards);
    }

    /// <summary>Uses one service in a scope of its own, as one request would.</summary>
    public async Task<T> AskAsync<TService, T>(Func<TService, Task<T>> ask)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>One act, as one request would do it: its own scope, one transaction.</summary>
    public async Task<Outcome<T>> ActAsync<T>(Func<IServiceProvider, CancellationToken, Task<Outcome<T>>> act)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<Work>().ActAsync(ct => act(scope.ServiceProvider, ct), CancellationToken.None);
    }

    internal Task<IReadOnlyList<string>> MigrateAsync() => AskAsync((Migrator m) => m.MigrateAsync(CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (afterwards is not null) await afterwards();
    }
}
