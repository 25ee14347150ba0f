using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Forms;

/// <summary>Reads field definitions out of any rule book.</summary>
public static class FieldReader
{
    public static readonly IReadOnlyDictionary<string, FieldType> Types = new Dictionary<string, FieldType>(StringComparer.Ordinal)
    {
        ["text"] = FieldType.Text,
        ["long-text"] = FieldType.LongText,
        ["number"] = FieldType.Number,
        ["money"] = FieldType.Money,
        ["date"] = FieldType.Date,
        ["period"] = FieldType.Period,
        ["choice"] = FieldType.Choice,
        ["yes-no"] = FieldType.YesNo,
        ["person"] = FieldType.Person,
        ["organisation"] = FieldType.Organisation,
        ["address"] = FieldType.Address,
        ["place"] = FieldType.Place,
        ["file"] = FieldType.File,
        ["table"] = FieldType.Table,
        ["register-ref"] = FieldType.RegisterRef,
    };

    /// <summary>Faults of input for which a field may bring its own sentence.</summary>
    public static readonly IReadOnlyList<string> MessageKeys = ["required", "min", "max", "pattern"];

    /// <summary>The groups of a form; keys are unique over all groups.</summary>
    public static IReadOnlyList<FieldGroup> Groups(YamlNodeReader form, string key)
    {
        var groups = form.Items(key);
        Once(groups, "id");
        Once(groups.SelectMany(g => g.Items("fields")), "key");
        return [.. groups.Select(g => new FieldGroup(g.NeedCode("id"), g.NeedText("title"), g.Text("help"), [.. g.NeedItems("fields").Select(f => Field(f))]))];
    }

    /// <summary>A plain list of fields.</summary>
    public static IReadOnlyList<FieldDefinition> Fields(YamlNodeReader holder, string key)
    {
        var items = holder.Items(key);
        Once(items, "key");
        return [.. items.Select(f => Field(f))];
    }

    private static FieldDefinition Field(YamlNodeReader item, bool inTable = false)
    {
        var columns = item.Items("columns");
        Once(columns, "key");
        var field = new FieldDefinition(
            item.NeedText("key"),
            item.NeedWord("type", Types),
            item.NeedText("label"),
            item.Text("help"),
            item.Flag("required"),
            item.Number("min"),
            item.Number("max"),
            item.Text("pattern"),
            [.. item.Items("options").Select(o => new FieldOption(o.NeedCode("value"), o.NeedText("label")))],
            [.. columns.Select(c => Field(c, inTable: true))],
            item.Code("register"),
            item.Flag("personal") || (!item.Flag("public") && FieldPatterns.TellOfPersons.Contains(item.Text("pattern"), StringComparer.Ordinal)),
            item.Flag("public"),
            item.Flag("index"),
            item.Flag("not_after_today"),
            item.Pairs("messages").ToDictionary(m => m.Key, m => m.Value, StringComparer.Ordinal));
        Check(item, field, inTable);
        return field;
    }

    private static void Check(YamlNodeReader item, FieldDefinition field, bool inTable)
    {
        if (field.Key.Length > 0 && !IsKey(field.Key)) item.Fault("key", $"'{field.Key}' không đúng dạng khóa: chỉ dùng chữ thường không dấu, chữ số và dấu '_'.");
        Only(field.Options.Count > 0, field.Type == FieldType.Choice, "options", "lựa chọn (choice)");
        Only(field.Columns.Count > 0, field.Type == FieldType.Table, "columns", "bảng (table)");
        Only(field.Register is not null, field.Type == FieldType.RegisterRef, "register", "tham chiếu sổ (register-ref)");
        if (inTable && field.Type == FieldType.Table) item.Fault("type", "Trong bảng không đặt bảng khác.");
        if (field.Min > field.Max) item.Fault("min", "Giá trị nhỏ nhất lớn hơn giá trị lớn nhất.");
        if (field.Pattern is { } pattern)
        {
            if (field.Type != FieldType.Text) item.Fault("pattern", "Chỉ trường chữ (text) có pattern.");
            if (!FieldPatterns.Names.Contains(pattern, StringComparer.Ordinal))
                item.Fault("pattern", $"Không có dạng '{pattern}'; các dạng được dùng: {string.Join(", ", FieldPatterns.Names)}.{Spelling.Suggest(pattern, FieldPatterns.Names)}");
        }
        if (field.NotAfterToday && field.Type != FieldType.Date) item.Fault("not_after_today", "Chỉ trường ngày (date) có not_after_today.");
        if (field.Type == FieldType.Person && !item.Has("personal")) item.Fault("Trường về người phải ghi rõ personal: true hoặc false.");
        if (field is { Personal: true, Public: true }) item.Fault("public", "Trường dữ liệu cá nhân không được công khai.");
        foreach (var message in field.Messages.Keys.Where(m => !MessageKeys.Contains(m, StringComparer.Ordinal)))
            item.Fault("messages", $"Không có lời báo '{message}'; dùng {string.Join(", ", MessageKeys)}.");

        void Only(bool given, bool due, string key, string type)
        {
            if (given && !due) item.Fault(key, $"Chỉ trường kiểu {type} có '{key}'.");
            if (due && !given) item.Fault("type", $"Trường kiểu {type} phải có '{key}'.");
        }
    }

    private static bool IsKey(string key) =>
        char.IsAsciiLetterLower(key[0]) && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_');

    private static void Once(IEnumerable<YamlNodeReader> items, string key) => RuleBookReader.Unique(items, key);
}
