using Microsoft.Data.Sqlite;
using Npgsql;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Xunit;

[assembly: AssemblyFixture(typeof(Databases))]

namespace NhiemSo.HouseTests.Bed;

/// <summary>
/// Once per run: an empty, migrated database on each engine and one with the demo department, from which every test class
/// gets its own copy in milliseconds. An engine that no test asks for is never started.
/// </summary>
public sealed class Databases : IAsyncDisposable
{
    private const string Template = "nhiemso_template";

    private readonly string root = Directory.CreateTempSubdirectory("nhiemso-tests-").FullName;
    private readonly Lazy<Task<PostgresServer>> postgres;
    private readonly Lazy<Task<string>> sqlite;
    private readonly Dictionary<Engine, Lazy<Task<DatabaseSettings>>> demos;
    private int count;

    public Databases()
    {
        postgres = new(StartPostgresAsync);
        sqlite = new(MigrateSqliteAsync);
        demos = Enum.GetValues<Engine>().ToDictionary(e => e, e => new Lazy<Task<DatabaseSettings>>(() => PrepareDemoAsync(e)));
    }

    /// <summary>The run's PostgreSQL, for tests of backup and of the server itself.</summary>
    public Task<PostgresServer> PostgresAsync() => postgres.Value;

    /// <summary>A new database that nobody else uses, migrated unless it is to stay <paramref name="bare"/>, with an empty data folder.</summary>
    public async Task<DatabaseSettings> NewAsync(Engine engine, bool bare = false)
    {
        var name = $"t{Interlocked.Increment(ref count)}";
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        if (engine == Engine.Sqlite)
        {
            var settings = DatabaseSettings.From(null, folder);
            if (!bare) File.Copy(await sqlite.Value, new SqliteConnectionStringBuilder(settings.ConnectionString).DataSource);
            return settings;
        }

        var server = await postgres.Value;
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {(bare ? "template0" : Template)}");
        return DatabaseSettings.From(server.ConnectionTo(name), folder);
    }

    /// <summary>The same with the demo department in it, as its first start on <see cref="WebHouse.Start"/> left it.</summary>
    public async Task<DatabaseSettings> NewDemoAsync(Engine engine)
    {
        var demo = await demos[engine].Value;
        var name = $"t{Interlocked.Increment(ref count)}";
        var folder = Directory.CreateDirectory(Path.Combine(root, name)).FullName;
        foreach (var file in Directory.EnumerateFiles(demo.DataFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder, Path.GetRelativePath(demo.DataFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        if (engine == Engine.Sqlite) return DatabaseSettings.From(null, folder);
        var server = await postgres.Value;
        await ExecuteAsync(server, $"CREATE DATABASE {name} TEMPLATE {new NpgsqlConnectionStringBuilder(demo.ConnectionString).Database}");
        return DatabaseSettings.From(server.ConnectionTo(name), folder);
    }

    /// <summary>Removes a database that a test is done with.</summary>
    public async Task DropAsync(DatabaseSettings settings)
    {
        if (settings.Engine == Engine.Sqlite)
        {
            using var connection = new SqliteConnection(settings.ConnectionString);
            SqliteConnection.ClearPool(connection);
        }
        else
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
            await ExecuteAsync(await postgres.Value, $"DROP DATABASE IF EXISTS {connection.Database} WITH (FORCE)");
        }

        Directory.Delete(settings.DataFolder, recursive: true);
    }

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        NpgsqlConnection.ClearAllPools();
        if (postgres.IsValueCreated) await (await postgres.Value).DisposeAsync();
        Directory.Delete(root, recursive: true);
    }

    private async Task<DatabaseSettings> PrepareDemoAsync(Engine engine)
    {
        var settings = await NewAsync(engine);
        await WebHouse.LoadDemoAsync(settings);
        // Copies are made of a database that nobody has open.
        if (engine == Engine.Sqlite)
        {
            await using var connection = new SqliteConnection(settings.ConnectionString);
            await connection.OpenAsync();
            await CheckpointAsync(connection);
        }
        else
        {
            await using var connection = new NpgsqlConnection(settings.ConnectionString);
            NpgsqlConnection.ClearPool(connection);
        }

        return settings;
    }

    private async Task<string> MigrateSqliteAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "template")).FullName;
        var settings = DatabaseSettings.From(null, folder);
        await using (var office = Office.Open(settings)) await office.MigrateAsync();
        await using var connection = new SqliteConnection(settings.ConnectionString);
        await connection.OpenAsync();
        await CheckpointAsync(connection);
        return connection.DataSource;
    }

    private static async Task CheckpointAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync();
        SqliteConnection.ClearPool(connection);
    }

    private async Task<PostgresServer> StartPostgresAsync()
    {
        var server = await PostgresServer.StartAsync();
        await ExecuteAsync(server, $"CREATE DATABASE {Template}");
        await using var office = Office.Open(DatabaseSettings.From(server.ConnectionTo(Template, pooling: false), root));
        await office.MigrateAsync();
        return server;
    }

    private static async Task ExecuteAsync(PostgresServer server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionTo("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
