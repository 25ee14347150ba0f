using System.Text.Json.Serialization;
using NhiemSo.Dossiers.Books;

namespace NhiemSo.Dossiers.Figures;

/// <summary>A row of a form: one field of administration, its numbers in the order of the form's columns of numbers.</summary>
internal sealed record FormRow(string Name, IReadOnlyList<int> Numbers)
{
    public const string TotalName = "Tổng số";

    [JsonIgnore]
    public bool IsTotal => Name == TotalName;
}

/// <summary>A form filled in: a row per field and their sum.</summary>
internal sealed record FormTable(ReportForm Form, IReadOnlyList<FormRow> Rows)
{
    /// <summary>Columns of numbers, in order.</summary>
    public static IReadOnlyList<FormColumn> NumberColumns(ReportForm form) => [.. form.Columns.Where(c => c.Text is null)];

    public static FormTable Fill(ReportForm form, IEnumerable<(ProcedureField Field, IReadOnlyList<Bucket> Buckets)> fields) =>
        new(form, [.. fields.Select(f => new FormRow(f.Field.Name, Numbers(form, f.Buckets)))]);

    public FormRow Total => new(FormRow.TotalName, [.. NumberColumns(Form).Select((_, i) => Rows.Sum(r => r.Numbers[i]))]);

    public int At(FormRow row, int column) => row.Numbers[IndexOf(column)];

    /// <summary>Where columns that should add up don't, and by how much.</summary>
    public IReadOnlyList<(ColumnCheck Check, int Over)> Differences =>
        [.. Form.Checks.Select(c => (c, At(Total, c.Total) - c.Parts.Sum(p => At(Total, p)))).Where(d => d.Item2 != 0)];

    private int IndexOf(int column) => NumberColumns(Form).ToList().FindIndex(c => c.Num == column);

    private static IReadOnlyList<int> Numbers(ReportForm form, IReadOnlyList<Bucket> buckets)
    {
        var known = new Dictionary<int, int>();
        return [.. NumberColumns(form).Select(c => Number(c.Num))];

        int Number(int num)
        {
            if (known.TryGetValue(num, out var number)) return number;
            var column = form.Columns[num - 1];
            return known[num] = column.Figure is { } word ? buckets.Where(Figure.Of(word).Counts).Sum(b => b.Count) : column.Sum.Sum(Number);
        }
    }
}
