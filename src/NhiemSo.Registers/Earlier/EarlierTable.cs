using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Sheets;
using NhiemSo.Platform.Words;
using NhiemSo.Registers.Books;

namespace NhiemSo.Registers.Earlier;

/// <summary>Reads a table of earlier licences: the first row names the register's columns, each further row is a licence. All or nothing: every fault is told with its line and column.</summary>
internal static class EarlierTable
{
    /// <summary>More would only say that the file is the wrong one.</summary>
    private const int MostFaults = 100;

    /// <summary>The heads of the columns, as in the template.</summary>
    public static IReadOnlyList<string> Heads(RegisterSchema schema) => [.. schema.Columns.Select(c => c.Label), EarlierInput.StateLabel];

    public static Outcome<IReadOnlyList<EarlierReading>> Read(RegisterSchema schema, IReadOnlyList<SheetRow> rows, DateOnly today)
    {
        if (rows.Count < 2) return Problem.Invalid("Bảng phải có một dòng tên cột và ít nhất một giấy phép. Tải mẫu để biết tên các cột.");
        var keys = rows[0].Cells.Select(c => KeyOf(schema, c)).ToList();
        var faults = new List<FieldFault>();
        foreach (var (cell, at) in rows[0].Cells.Select((c, i) => (c, i)))
        {
            if (cell.Length > 0 && keys[at] is null) faults.Add(Fault(rows[0].Number, cell, "Sổ này không có cột tên như vậy. Tải mẫu để biết tên các cột."));
            else if (keys[at] is { } key && keys.IndexOf(key) < at) faults.Add(Fault(rows[0].Number, cell, "Cột này có hai lần."));
        }

        foreach (var missing in schema.Columns.Where(c => c.Required && !keys.Contains(c.Key))) faults.Add(Fault(rows[0].Number, missing.Label, "Thiếu cột này trong bảng."));
        if (faults.Count > 0) return Problem.Invalid("Chưa nhập gì. Sửa tên cột trong tệp rồi nạp lại.", [.. faults]);

        var read = new List<EarlierReading>();
        var lines = new Dictionary<(string, int), int>();
        foreach (var row in rows.Skip(1))
        {
            var licence = EarlierInput.Read(schema, Typed(schema, keys, row), today);
            if (!licence.Ok) faults.AddRange(licence.Problem.Fields.Select(f => Fault(row.Number, Label(schema, f.Field), f.Message)));
            else if (!lines.TryAdd((licence.Value.Number, licence.Value.From.Year), row.Number))
                faults.Add(Fault(row.Number, schema.Column(schema.KeyColumn)!.Label, $"Số {licence.Value.Number} đã có ở dòng {lines[(licence.Value.Number, licence.Value.From.Year)]}."));
            else read.Add(licence.Value);
        }

        return faults.Count == 0 ? Outcome.Of<IReadOnlyList<EarlierReading>>(read) : Problem.Invalid("Chưa nhập gì. Sửa các ô sau trong tệp rồi nạp lại.", [.. faults.Take(MostFaults)]);
    }

    private static Dictionary<string, string> Typed(RegisterSchema schema, List<string?> keys, SheetRow row)
    {
        var typed = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(keys.Count, row.Cells.Count); i++)
            if (keys[i] is { } key) typed[key] = Value(schema.Column(key), row.Cells[i]);
        return typed;
    }

    /// <summary>People write what they see: the words of a choice, not what is stored for it.</summary>
    private static string Value(FieldDefinition? column, string cell) => column?.Type switch
    {
        FieldType.Choice => column.Options.FirstOrDefault(o => Fold.Text(o.Label) == Fold.Text(cell))?.Value ?? cell,
        FieldType.YesNo => Fold.Text(cell) switch { "co" => "yes", "khong" => "no", _ => cell },
        _ => cell,
    };

    private static string? KeyOf(RegisterSchema schema, string head)
    {
        var folded = Fold.Text(head);
        return folded == Fold.Text(EarlierInput.StateLabel) ? EarlierInput.State : schema.Columns.FirstOrDefault(c => Fold.Text(c.Label) == folded || c.Key == head)?.Key;
    }

    private static string Label(RegisterSchema schema, string key) => schema.Column(key)?.Label ?? EarlierInput.StateLabel;

    /// <summary>On a form the sentence begins with the field's name; here the column has been named.</summary>
    private static FieldFault Fault(int row, string column, string message) =>
        new("Tep", $"Dòng {row}, cột “{column}”: {(message.StartsWith(column + ": ", StringComparison.Ordinal) ? message[(column.Length + 2)..] : message)}");
}
