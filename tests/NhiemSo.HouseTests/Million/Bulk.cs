using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace NhiemSo.HouseTests.Million;

/// <summary>Many rows quickly, in one transaction: prepared inserts on SQLite, binary COPY on PostgreSQL. Not durable, for tests only.</summary>
internal sealed class Bulk(DbConnection connection)
{
    public async Task AddAsync(string table, IReadOnlyList<string> columns, IEnumerable<object[]> rows)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        if (connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY {table} ({names}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows) await copy.WriteRowAsync(default, row);
            await copy.CompleteAsync();
            return;
        }

        await using var transaction = ((SqliteConnection)connection).BeginTransaction();
        await using var command = ((SqliteConnection)connection).CreateCommand();
        (command.Transaction, command.CommandText) = (transaction, $"INSERT INTO {table} ({names}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})");
        var parameters = columns.Select((_, i) => command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}", Value = DBNull.Value })).ToList();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++) parameters[i].Value = row[i];
            command.ExecuteNonQuery();
        }

        await transaction.CommitAsync();
    }

    public async Task RunAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (sql, 0);
        await command.ExecuteNonQueryAsync();
    }
}
