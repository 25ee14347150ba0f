using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using Npgsql;

namespace NhiemSo.HouseTests.Million;

/// <summary>A filled office that stays from one run to the next, for work on a query and for <c>bench/run --million</c>.</summary>
public sealed class KeptOffice : IAsyncDisposable
{
    private readonly PostgresServer? postgres;

    private KeptOffice(DatabaseSettings settings, PostgresServer? server) => (Settings, postgres) = (settings, server);

    public DatabaseSettings Settings { get; }

    /// <summary>The ids of the copies in the order of time.</summary>
    public IReadOnlyList<Guid> Ids { get; private set; } = [];

    /// <summary>Opens it, migrated, and fills it when it is empty.</summary>
    public static async Task<KeptOffice> OpenAsync(Engine engine, string folder, int count)
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, engine.ToString())).FullName;
        var server = engine == Engine.Postgres ? await PostgresServer.StartAsync($"{data}-server") : null;
        if (server is not null) await CreateAsync(server);
        var settings = DatabaseSettings.From(server?.ConnectionTo("nhiemso"), data);
        var kept = new KeptOffice(settings, server);
        await using (var office = Office.Open(settings))
        {
            await office.MigrateAsync();
            // The copies are older than those worked by people.
            kept.Ids = await office.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.Kind == "dossier").OrderBy(m => m.Opened).ThenBy(m => m.Id).Select(m => m.Id).Take(count).ToListAsync());
        }

        if (kept.Ids.Count == 0) kept.Ids = await FilledOffice.FillAsync(settings, count);
        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        if (postgres is not null) await postgres.DisposeAsync();
    }

    private static async Task CreateAsync(PostgresServer server)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_database WHERE datname = 'nhiemso'", connection);
        if (await command.ExecuteScalarAsync() is > 0L) return;
        command.CommandText = "CREATE DATABASE nhiemso";
        await command.ExecuteNonQueryAsync();
    }
}
