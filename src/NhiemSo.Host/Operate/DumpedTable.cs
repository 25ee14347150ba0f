using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using NhiemSo.Platform.Data;

namespace NhiemSo.Host.Operate;

/// <summary>One column as both engines name it.</summary>
/// <param name="Type">What a row of the dump holds: the type behind the model's value, the same on both engines.</param>
/// <param name="Cast">The engine's type that text must be cast to, where the engine doesn't take text for it (PostgreSQL's jsonb).</param>
internal sealed record DumpedColumn(string Name, Type Type, bool Generated, string? Cast = null);

/// <summary>One table of the model, with the statements that read and fill it. Names need no quotes beyond ANSI's, on both engines.</summary>
internal sealed record DumpedTable(string Name, IReadOnlyList<DumpedColumn> Columns, IReadOnlyList<string> Key)
{
    public string Select => $"SELECT {Names} FROM \"{Name}\" ORDER BY {string.Join(", ", Key.Select(k => $"\"{k}\""))}";

    public string Count => $"SELECT COUNT(*) FROM \"{Name}\"";

    public string Insert => $"INSERT INTO \"{Name}\" ({Names}) VALUES ({string.Join(", ", Columns.Select((c, i) => c.Cast is { } type ? $"CAST(@p{i} AS {type})" : $"@p{i}"))})";

    private string Names => string.Join(", ", Columns.Select(c => $"\"{c.Name}\""));

    /// <summary>Every table of every room, the referred-to before those that refer to them.</summary>
    public static IReadOnlyList<DumpedTable> All(DepartmentDb db)
    {
        var left = db.Model.GetRelationalModel().Tables.OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
        var done = new List<ITable>();
        while (left.Count > 0)
        {
            var next = left.Find(t => t.ForeignKeyConstraints.All(f => f.PrincipalTable == t || done.Contains(f.PrincipalTable)))
                ?? throw new InvalidOperationException($"The tables {string.Join(", ", left.Select(t => t.Name))} refer to each other in a circle.");
            left.Remove(next);
            done.Add(next);
        }

        return [.. done.Select(Read)];
    }

    private static DumpedTable Read(ITable table) => new(
        table.Name,
        [.. table.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(Column)],
        [.. table.PrimaryKey!.Columns.Select(c => c.Name)]);

    private static DumpedColumn Column(IColumn column)
    {
        // a column of JSON maps a whole owned object, not one property
        if (column.PropertyMappings.FirstOrDefault()?.Property is not { } property) return new DumpedColumn(column.Name, typeof(string), false, column.StoreType);
        var type = property.GetTypeMapping().Converter?.ProviderClrType ?? property.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum) type = Enum.GetUnderlyingType(type);
        return new DumpedColumn(column.Name, type, property.ValueGenerated == ValueGenerated.OnAdd && type == typeof(int));
    }

    /// <summary>How many rows the table has.</summary>
    public async Task<long> CountAsync(DbConnection connection, DbTransaction? transaction, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (Count, transaction);
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct));
    }
}
