using System.Globalization;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;
using NhiemSo.Registers.Books;

namespace NhiemSo.Registers.Earlier;

/// <summary>A licence as typed, read by the register's columns.</summary>
internal sealed record EarlierReading(IReadOnlyDictionary<string, object> Values, string Number, string Holder, DateOnly From, DateOnly? To, string State);

/// <summary>Reads an earlier licence from a form or a row of a table by the register's own columns; both say the same of the same fault.</summary>
internal static class EarlierInput
{
    public const string State = "trang-thai", StateLabel = "Trạng thái";

    /// <summary>The column with the day on the paper.</summary>
    public static FieldDefinition? Issued(RegisterSchema schema) => schema.Columns.FirstOrDefault(c => c is { Type: FieldType.Date, Required: true } && c.Key != schema.ExpiryColumn);

    /// <summary>The column that names the holder.</summary>
    public static FieldDefinition Holder(RegisterSchema schema) =>
        schema.Columns.FirstOrDefault(c => c is { Type: FieldType.Organisation or FieldType.Person, Required: true }) ?? schema.Column(schema.TitleColumn)!;

    public static Outcome<EarlierReading> Read(RegisterSchema schema, IReadOnlyDictionary<string, string> typed, DateOnly today)
    {
        var read = FormInput.Read(schema.Columns, typed, today);
        var faults = read.Faults.ToList();
        var issued = Issued(schema)!;
        var from = Day(read, issued.Key);
        if (from > today) faults.Add(new FieldFault(issued.Key, $"{issued.Label}: ngày {Wording.Date(from.Value)} chưa tới; giấy phép cấp trước phải có ngày đã qua."));
        var to = schema.ExpiryColumn is { } expiry ? Day(read, expiry) : null;
        if (to < from) faults.Add(new FieldFault(schema.ExpiryColumn!, $"{schema.Column(schema.ExpiryColumn!)!.Label}: phải từ ngày {Wording.Date(from!.Value)} trở đi."));
        var state = typed.GetValueOrDefault(State)?.Trim() is { Length: > 0 } said ? schema.States.FirstOrDefault(s => s.Id == said || s.Name.Equals(said, StringComparison.OrdinalIgnoreCase)) : schema.States.First(s => s.Initial);
        if (state is null) faults.Add(new FieldFault(State, $"{StateLabel}: ghi một trong các trạng thái {string.Join(", ", schema.States.Select(s => s.Name))}."));
        if (faults.Count > 0) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
        return new EarlierReading(read.Values, read.Values[schema.KeyColumn].ToString()!, read.Values[Holder(schema).Key].ToString()!, from!.Value, to, state!.Id);
    }

    private static DateOnly? Day(FormReading read, string key) =>
        read.Values.GetValueOrDefault(key) is { } text ? DateOnly.ParseExact(text.ToString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;
}
