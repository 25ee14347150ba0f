using System.Globalization;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Sheets;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>Entries of a register as a sheet: numbers as numbers, days as days.</summary>
internal static class EntrySheet
{
    public static Sheet Of(RegisterSchema schema, IReadOnlyList<FieldDefinition> columns, IAsyncEnumerable<RegisterEntry> entries, DateOnly today, IReadOnlyList<string> above) => new(
        schema.Name, [schema.Name, .. above],
        [.. columns.Select(c => new SheetColumn(c.Label, c.Type switch { FieldType.Number or FieldType.Date => 14, FieldType.Money => 18, _ => 30 })), new SheetColumn("Trạng thái", 18)],
        entries.Select(e => Row(schema, columns, e, today)));

    private static IReadOnlyList<object?> Row(RegisterSchema schema, IReadOnlyList<FieldDefinition> columns, RegisterEntry entry, DateOnly today)
    {
        var data = RegisterBook.Data(entry.Data);
        return [.. columns.Select(c => Cell(c, data.GetValueOrDefault(c.Key))), EntryTable.StateName(schema, entry, today)];
    }

    private static object? Cell(FieldDefinition column, object? value) => (column.Type, value) switch
    {
        (FieldType.Number or FieldType.Money, long number) => number,
        (FieldType.Date, string text) when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        _ => FormInput.Show(column, value),
    };
}
