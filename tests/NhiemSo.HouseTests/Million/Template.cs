using System.Data.Common;
using NhiemSo.Host.Operate;

namespace NhiemSo.HouseTests.Million;

/// <summary>The rows of one table that belong to a worked dossier.</summary>
internal sealed record TemplateRows(DumpedTable Table, IReadOnlyList<object[]> Rows);

/// <summary>One dossier that was really worked, with all rows that hang on it, to be copied under new ids.</summary>
/// <param name="Own">Ids that are the dossier's own and become new ones.</param>
internal sealed record Template(Guid Matter, IReadOnlyList<TemplateRows> Tables, IReadOnlyList<Guid> Own)
{
    /// <summary>Of the trail the first entry only: a million full trails would measure the disk of this machine.</summary>
    private static readonly IReadOnlyList<(string Table, string Where)> Parts =
    [
        ("pf_matter", "id = @m"), ("pf_matter_scope", "matter_id = @m"), ("pf_audit_entry", "subject_id = @m AND position = 1"), ("pf_audit_head", "subject_id = @m"),
        ("ds_dossier", "id = @m"), ("ds_course", "id = @m"), ("ds_component", "dossier_id = @m"), ("dc_document", "matter_id = @m"),
        ("rg_entry", "matter_id = @m"), ("rg_entry_version", "entry_id IN (SELECT id FROM rg_entry WHERE matter_id = @m)"), ("rg_index", "entry_id IN (SELECT id FROM rg_entry WHERE matter_id = @m)"),
    ];

    public static async Task<Template> ReadAsync(DbConnection connection, IReadOnlyList<DumpedTable> model, Guid matter)
    {
        var (tables, own) = (new List<TemplateRows>(), new List<Guid>());
        foreach (var (name, where) in Parts)
        {
            var table = model.Single(t => t.Name == name);
            var rows = await RowsAsync(connection, table, where, matter);
            tables.Add(new TemplateRows(table, rows));
            if (table.Key is [var key] && key == "id") own.AddRange(rows.Select(r => (Guid)r[At(table, key)]));
        }

        return new Template(matter, tables, [.. own.Distinct()]);
    }

    private static int At(DumpedTable table, string column) => table.Columns.Select(c => c.Name).ToList().IndexOf(column);

    private static async Task<List<object[]>> RowsAsync(DbConnection connection, DumpedTable table, string where, Guid matter)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM {table.Name} WHERE {where}";
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = ("@m", matter);
        command.Parameters.Add(parameter);
        var rows = new List<object[]>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) rows.Add([.. table.Columns.Select((c, i) => reader.IsDBNull(i) ? DBNull.Value : Value(reader, i, c.Type))]);
        return rows;
    }

    /// <summary>Typed as the model says: SQLite keeps ids, instants and dates as text.</summary>
    private static object Value(DbDataReader reader, int i, Type type) =>
        type == typeof(Guid) ? reader.GetGuid(i)
        : type == typeof(DateTime) ? DateTime.SpecifyKind(reader.GetDateTime(i), DateTimeKind.Utc)
        : type == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(i)
        : type == typeof(bool) ? reader.GetBoolean(i)
        : type == typeof(int) ? reader.GetInt32(i)
        : type == typeof(long) ? reader.GetInt64(i)
        : reader.GetString(i);
}
