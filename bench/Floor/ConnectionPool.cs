using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace NhiemSo.Floor;

/// <summary>Open connections with their prepared commands, lent out and taken back; of SQLite one writer at a time, as the engine wants it.</summary>
public sealed class ConnectionPool(Func<Task<DbConnection>> open) : IAsyncDisposable
{
    private readonly ConcurrentBag<PreparedConnection> free = [];
    private readonly SemaphoreSlim writer = new(1, 1);

    /// <summary>Every statement that was prepared, to be printed beside what it was measured for.</summary>
    public static ConcurrentDictionary<string, byte> Statements { get; } = new(StringComparer.Ordinal);

    public async Task<T> ReadAsync<T>(Func<PreparedConnection, Task<T>> read)
    {
        var lent = free.TryTake(out var known) ? known : new PreparedConnection(await open());
        var answer = await read(lent);
        free.Add(lent);
        return answer;
    }

    /// <summary>One durable transaction.</summary>
    public Task WriteAsync(Func<PreparedConnection, Task> write) => ReadAsync(async lent =>
    {
        var single = lent.Connection is SqliteConnection;
        if (single) await writer.WaitAsync();
        try
        {
            await using var transaction = await lent.Connection.BeginTransactionAsync();
            lent.Transaction = transaction;
            await write(lent);
            await transaction.CommitAsync();
        }
        finally
        {
            lent.Transaction = null;
            if (single) writer.Release();
        }

        return true;
    });

    public async ValueTask DisposeAsync()
    {
        foreach (var lent in free) await lent.DisposeAsync();
        writer.Dispose();
    }
}

/// <summary>A connection and what was prepared on it, by its text.</summary>
public sealed class PreparedConnection(DbConnection connection) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);

    public DbConnection Connection => connection;

    internal DbTransaction? Transaction { get; set; }

    /// <summary>Reads every value of every row; answers the number of rows.</summary>
    public async Task<int> RowsAsync(string sql, params IReadOnlyList<(string Name, object Value)> values)
    {
        var rows = 0;
        await using var reader = await (await CommandAsync(sql, values)).ExecuteReaderAsync();
        var row = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(row);
            rows++;
        }

        return rows;
    }

    public async Task<object?> ScalarAsync(string sql, params IReadOnlyList<(string Name, object Value)> values) => await (await CommandAsync(sql, values)).ExecuteScalarAsync();

    public async ValueTask DisposeAsync()
    {
        foreach (var command in commands.Values) await command.DisposeAsync();
        await connection.DisposeAsync();
    }

    private async Task<DbCommand> CommandAsync(string sql, IReadOnlyList<(string Name, object Value)> values)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = commands[sql] = connection.CreateCommand();
            command.CommandText = sql;
            foreach (var (name, value) in values) Drivers.Add(command, name, value);
            ConnectionPool.Statements.TryAdd(sql, 0);
            command.Transaction = Transaction;
            await command.PrepareAsync();
        }

        command.Transaction = Transaction;
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i].Value;
        return command;
    }
}
