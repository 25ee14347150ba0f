using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace NhiemSo.Platform.Data;

/// <summary>
/// Every SQLite connection is durable: write-ahead log with a sync at each commit (FULL), foreign keys on,
/// and it waits for a writer of another process (the command line beside the server) instead of failing.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public const string Text = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000;";

    // EF opens a connection for every query and the pool hands out the same handle again, pragmas and all: a handle is set up once.
    private static readonly ConditionalWeakTable<object, object> SetUp = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsSetUp(connection)) return;
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
        Remember(connection);
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsSetUp(connection)) return;
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
        Remember(connection);
    }

    private static bool IsSetUp(DbConnection connection) => SetUp.TryGetValue(((SqliteConnection)connection).Handle!, out _);

    private static void Remember(DbConnection connection) => SetUp.AddOrUpdate(((SqliteConnection)connection).Handle!, Text);
}
