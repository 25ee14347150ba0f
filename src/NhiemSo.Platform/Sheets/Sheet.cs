namespace NhiemSo.Platform.Sheets;

/// <param name="Title">Heading, in Vietnamese.</param>
/// <param name="Width">In characters of the sheet's font.</param>
public sealed record SheetColumn(string Title, int Width = 16);

/// <summary>
/// One table to hand out as XLSX. A cell is a text, a whole number, a decimal, a day or nothing; rows are read while the file is written.
/// </summary>
/// <param name="Name">Name of the tab.</param>
/// <param name="Above">Lines over the table: what it shows, of which days, made when.</param>
public sealed record Sheet(string Name, IReadOnlyList<string> Above, IReadOnlyList<SheetColumn> Columns, IAsyncEnumerable<IReadOnlyList<object?>> Rows)
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public Sheet(string name, IReadOnlyList<string> above, IReadOnlyList<SheetColumn> columns, IEnumerable<IReadOnlyList<object?>> rows)
        : this(name, above, columns, rows.ToAsyncEnumerable())
    {
    }
}
