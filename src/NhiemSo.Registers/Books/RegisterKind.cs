using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Registers.Books;

/// <summary><c>rules/registers/</c>.</summary>
internal sealed class RegisterKind : IRuleKind
{
    public string Kind => "register";

    public string Folder => "registers";

    public object Compile(RuleBook book, YamlNodeReader content)
    {
        var key = content.NeedSection("key");
        var schema = new RegisterSchema(
            book.Code,
            book.From,
            book.Name,
            content.NeedCode("field"),
            content.NeedText("duty"),
            key.NeedText("column"),
            key.Code("book"),
            content.NeedText("title_column"),
            content.Text("expiry_column"),
            content.Section("suspension") is { } suspension ? new SuspensionRule(suspension.NeedText("state"), suspension.NeedText("until")) : null,
            content.Flag("public_file"),
            FieldReader.Fields(content, "columns"),
            [.. content.NeedItems("states").Select(State)]);
        Check(schema, book, content);
        return schema;
    }

    public void CrossCheck(RuleSet all, RuleFaults faults)
    {
        foreach (var schema in all.All<RegisterSchema>())
        {
            var book = all.Book<RegisterSchema>(schema.Code)!;
            if (MandatedDuties.Fault(schema.Duty, book, all) is { } duty) faults.Add(book.Place("duty"), duty);
            if (schema.KeyBook is { } numbers && !all.Has("document-book", numbers)) faults.Add(book.Place("key.book"), $"Chưa có sổ số '{numbers}'.");
            foreach (var column in schema.Columns)
                if (column.Register is { } other && !all.Has(Kind, other)) faults.Add(book.Place($"columns.{column.Key}.register"), $"Chưa có sổ đăng ký '{other}'.");
        }
    }

    private static EntryState State(YamlNodeReader item) =>
        new(item.NeedCode("id"), item.NeedText("name"), item.NeedText("public"), item.Flag("in_force"), item.Flag("initial"), item.Flag("final"));

    private static void Check(RegisterSchema schema, RuleBook book, YamlNodeReader content)
    {
        if (schema.Columns.Count == 0) content.Fault("columns", "Sổ phải có ít nhất một cột.");
        if (schema.Column(schema.KeyColumn) is not { Index: true, Required: true })
            content.Faults.Add(book.Place("key.column"), $"Cột số '{schema.KeyColumn}' phải có trong columns, với required: true và index: true.");
        if (schema.Column(schema.TitleColumn) is null) content.Fault("title_column", $"Không có cột '{schema.TitleColumn}'.");
        if (schema.ExpiryColumn is { } expiry && schema.Column(expiry) is not { Type: FieldType.Date }) content.Fault("expiry_column", $"Cột '{expiry}' phải có trong columns, kiểu date.");
        if (schema.Suspension is { } suspension)
        {
            if (schema.State(suspension.State) is not { InForce: false, Final: false }) content.Fault("suspension", $"Trạng thái đình chỉ '{suspension.State}' phải có trong states, không ghi in_force hay final.");
            if (schema.Column(suspension.UntilColumn) is not { Type: FieldType.Date }) content.Fault("suspension", $"Cột '{suspension.UntilColumn}' phải có trong columns, kiểu date.");
        }

        if (schema.States.Count(s => s.Initial) != 1) content.Fault("states", "Đúng một trạng thái phải ghi initial: true.");
        foreach (var id in schema.States.GroupBy(s => s.Id, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key))
            content.Faults.Add(book.Place($"states.{id}"), $"Trạng thái '{id}' bị lặp.");
    }
}
