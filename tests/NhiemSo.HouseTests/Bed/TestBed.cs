using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Platform.Data;

namespace NhiemSo.HouseTests.Bed;

/// <summary>
/// What a test class stands on: <c>class X(TestBed bed) : IClassFixture&lt;TestBed&gt;</c>. Tests of one class share its database
/// per engine; a test that needs an empty one, or services of its own, asks for it.
/// </summary>
public sealed class TestBed(Databases databases) : IAsyncDisposable
{
    private readonly Dictionary<Engine, Office> shared = [];

    public Databases Databases => databases;

    /// <summary>The class's own office on this engine; the class closes it.</summary>
    public async Task<Office> OpenAsync(Engine engine)
    {
        if (shared.TryGetValue(engine, out var office)) return office;
        return shared[engine] = await FreshAsync(engine);
    }

    /// <summary>An office on a new empty database; the test disposes it.</summary>
    public async Task<Office> FreshAsync(Engine engine, Action<IServiceCollection>? add = null)
    {
        var settings = await databases.NewAsync(engine);
        return Office.Open(settings, add, () => databases.DropAsync(settings));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var office in shared.Values) await office.DisposeAsync();
    }
}
