using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace NhiemSo.Floor;

/// <summary>What a page of dossiers and one dossier must at least read, in SQL by hand: the columns shown, permission included.</summary>
public static class DossierRows
{
    private const string Columns = "m.id, m.number, m.title, m.party_name, m.state_name, m.due, d.lookup_code, d.submitted_at, d.channel";

    private const string Page =
        $"SELECT {Columns} FROM pf_matter m JOIN ds_dossier d ON d.id = m.id WHERE m.kind = 'dossier' AND m.id < @after AND EXISTS (SELECT 1 FROM pf_matter_scope s WHERE s.matter_id = m.id AND s.key IN (SELECT value FROM json_each(@keys))) ORDER BY m.id DESC LIMIT 51";

    private static readonly string PostgresPage = Page.Replace("IN (SELECT value FROM json_each(@keys))", "= ANY(@keys)", StringComparison.Ordinal);

    /// <summary>A page of 50 and the sign that there is more, from <paramref name="after"/> on; answers the number of rows.</summary>
    public static async Task<int> PageAsync(DbConnection connection, IReadOnlyList<string> keys, Guid after)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = connection is SqliteConnection ? Page : PostgresPage;
        Drivers.Add(command, "@after", after);
        Drivers.Add(command, "@keys", connection is SqliteConnection ? System.Text.Json.JsonSerializer.Serialize(keys) : keys.ToArray());
        return await ReadAsync(command);
    }

    public static async Task<int> OneAsync(DbConnection connection, Guid id)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {Columns}, d.data, m.clocks FROM pf_matter m JOIN ds_dossier d ON d.id = m.id WHERE m.id = @id";
        Drivers.Add(command, "@id", id);
        return await ReadAsync(command);
    }

    private static async Task<int> ReadAsync(DbCommand command)
    {
        var rows = 0;
        await using var reader = await command.ExecuteReaderAsync();
        var values = new object[reader.FieldCount];
        while (await reader.ReadAsync())
        {
            reader.GetValues(values);
            rows++;
        }

        return rows;
    }
}
