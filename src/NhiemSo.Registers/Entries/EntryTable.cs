using System.Text;
using NhiemSo.Platform.Forms;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Model;

namespace NhiemSo.Registers.Entries;

/// <summary>An entry's columns as people read them.</summary>
internal static class EntryTable
{
    public const string ExpiredName = "Hết hạn";

    /// <summary>Answered columns only, in the order of the schema.</summary>
    public static IReadOnlyList<(string Label, string Text)> Rows(RegisterEntry entry, IEnumerable<FieldDefinition> columns)
    {
        var data = RegisterBook.Data(entry.Data);
        return [.. columns.Where(c => data.ContainsKey(c.Key)).Select(c => (c.Label, FormInput.Show(c, data[c.Key])))];
    }

    public static string Text(RegisterEntry entry, FieldDefinition? column) =>
        column is null ? "" : FormInput.Show(column, RegisterBook.Data(entry.Data).GetValueOrDefault(column.Key));

    /// <summary>How the entry stands on a day: the state's name, or that its time is over.</summary>
    public static string StateName(RegisterSchema schema, RegisterEntry entry, DateOnly today) =>
        IsExpired(schema, entry, today) ? ExpiredName : schema.State(entry.State)?.Name ?? entry.State;

    /// <summary>The same for programs: the state's id, or <see cref="EntryList.Expired"/>.</summary>
    public static string StateId(RegisterSchema schema, RegisterEntry entry, DateOnly today) => IsExpired(schema, entry, today) ? EntryList.Expired : entry.State;

    /// <summary>Still in force by its state, but its last day is past.</summary>
    public static bool IsExpired(RegisterSchema schema, RegisterEntry entry, DateOnly today) =>
        schema.State(entry.State) is { InForce: true } && entry.To < today;

    /// <summary>UTF-8 with its mark, comma-separated (RFC 4180), for spreadsheets.</summary>
    public static byte[] Csv(RegisterSchema schema, IReadOnlyList<FieldDefinition> columns, IEnumerable<RegisterEntry> entries, DateOnly today)
    {
        var text = new StringBuilder("\uFEFF");
        Line(columns.Select(c => c.Label).Append("Trạng thái"));
        foreach (var entry in entries)
        {
            var data = RegisterBook.Data(entry.Data);
            Line(columns.Select(c => FormInput.Show(c, data.GetValueOrDefault(c.Key))).Append(StateName(schema, entry, today)));
        }

        return Encoding.UTF8.GetBytes(text.ToString());

        void Line(IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");
    }

    /// <summary>Quoted; an apostrophe keeps spreadsheets from taking text as a formula, also after blanks and in full-width form.</summary>
    private static string Cell(string text)
    {
        var start = text.TrimStart();
        var formula = text is ['\t' or '\r' or '\n', ..] || start is ['=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..];
        return $"\"{(formula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
