using System.Data.Common;

namespace NhiemSo.Floor;

/// <summary>One row and one durable commit on an open connection: the least that an act can cost.</summary>
public static class DurableInsert
{
    public static Task CreateAsync(DbConnection connection) =>
        Drivers.ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS floor_row (id TEXT PRIMARY KEY, content TEXT NOT NULL)");

    public static async Task RunAsync(DbConnection connection, string content)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO floor_row (id, content) VALUES (@id, @content)";
        Drivers.Add(command, "@id", Guid.CreateVersion7().ToString());
        Drivers.Add(command, "@content", content);
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }
}
