using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Reading.Parts;
using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>A correction as typed on the page; which fields count depends on what is to be done.</summary>
internal sealed class CorrectionInput
{
    public string? Do { get; set; }

    public string? Node { get; set; }

    public string? Parent { get; set; }

    public int? Line { get; set; }

    public string? Style { get; set; }

    public string? Label { get; set; }

    public string? Heading { get; set; }

    public string? Text { get; set; }

    public bool Flag { get; set; }

    public string? Type { get; set; }

    public string? Number { get; set; }

    public DateOnly? Date { get; set; }

    public string? Issuer { get; set; }

    public string? Title { get; set; }

    public DateOnly? From { get; set; }

    public string? Replaces { get; set; }

    public string? UnitCode { get; set; }

    public string? UnitName { get; set; }

    public string? Function { get; set; }

    public string? Positions { get; set; }

    public string? Message { get; set; }

    /// <param name="version">Makes the identity of a new node: no other correction of this reading has it.</param>
    public Outcome<Correction> Read(Draft draft, int version)
    {
        var fresh = $"m{version}";
        return Do switch
        {
            "reword" => Node is { } n ? new Reword(n, draft.Find(n) is { IsAnnex: true } ? Reading.Tokens.Style.Root : StyleTyped, Clean(Label) ?? "", Clean(Heading), Paragraphs(Text)) : Problem.NotFound(),
            "move" => Node is { } n ? new MoveNode(n, Clean(Parent)) : Problem.NotFound(),
            "split" => Split(draft, fresh),
            "join" => Join(draft),
            "delete" => Node is { } n ? new DeleteNode(n, Flag) : Problem.NotFound(),
            "add" => Line is > 0 ? new AddNode(fresh, Clean(Parent), Line.Value, StyleTyped, Clean(Label) ?? "", Clean(Heading), Paragraphs(Text)) : Problem.Field("Line", "Nhập số dòng của văn bản nơi mục này đứng."),
            "duty" => Node is { } n ? new MarkDuty(n, Flag) : Problem.NotFound(),
            "unit" => UnitInput(),
            "no-unit" => Node is { } n ? new DropUnit(n) : Problem.NotFound(),
            "header" => HeaderInput(),
            "seen" => Message is { } m ? new SeeWarning(Line ?? 0, m) : Problem.NotFound(),
            _ => Problem.NotFound(),
        };
    }

    private Style StyleTyped => Enum.TryParse<Style>(Style, out var style) ? style : Reading.Tokens.Style.Clause;

    private Outcome<Correction> Split(Draft draft, string fresh)
    {
        if (draft.Find(Node) is not { } node) return Problem.NotFound();
        if (draft.Read.Lines.FirstOrDefault(l => l.Number == Line) is not { } line) return Problem.Field("Line", "Nhập số dòng của văn bản nơi phần tách ra bắt đầu; dòng trống và số trang không tính.");
        if (node.Text is not { } text || SourceWords.Find(text, line.Text) is not { } cut || cut == 0) return Problem.Field("Line", $"Dòng {line.Number} không nằm giữa nội dung của mục này. Chọn dòng khác, hoặc sửa chữ của mục trước.");
        var typed = Clean(Label);
        var token = Tokenizer.Read(line.Text);
        var rest = text[cut..];
        if (token is { } read && read.Rest < rest.Length) rest = rest[read.Rest..];
        // "b Tổ chức": the file lost the sign behind the label, the person says what it was.
        else if (typed is not null && rest.Length > typed.Length && rest.StartsWith(typed, StringComparison.Ordinal) && !char.IsLetterOrDigit(rest[typed.Length])) rest = rest[typed.Length..].TrimStart(' ', '.', ')');
        return new SplitNode(node.Id, fresh, line.Number, text, cut, Flag, Style is { Length: > 0 } ? StyleTyped : token?.Style ?? node.Style, typed ?? token?.Label ?? "", rest.Trim());
    }

    private Outcome<Correction> Join(Draft draft) => draft.Find(Node) is { } node ? new JoinNode(node.Id, SourceWords.WithLabel(draft.Read, node)) : Problem.NotFound();

    private Outcome<Correction> UnitInput()
    {
        if (Node is null) return Problem.NotFound();
        var faults = new List<FieldFault>();
        var code = UnitCodes.Clean(UnitCode);
        if (code is null) faults.Add(new("UnitCode", "Mã của đơn vị: " + UnitCodes.Rule));
        if (Clean(UnitName) is null) faults.Add(new("UnitName", "Nhập tên đơn vị."));
        return faults.Count > 0 ? Problem.Invalid("Sửa các mục sau.", [.. faults]) : new SetUnit(Node, code!, Clean(UnitName)!, Paragraphs(Function), Lines(Positions));
    }

    private Outcome<Correction> HeaderInput()
    {
        var faults = new List<FieldFault>();
        foreach (var (value, field, say) in new[] { (Type, "Type", "tên loại văn bản, như Quyết định"), (Number, "Number", "số, ký hiệu, như 55/QĐ-STTTT"), (Issuer, "Issuer", "cơ quan ban hành"), (Title, "Title", "trích yếu") })
            if (Clean(value) is null) faults.Add(new(field, $"Nhập {say}."));
        if (Date is null) faults.Add(new("Date", "Nhập ngày ban hành."));
        if (From is null) faults.Add(new("From", "Nhập ngày có hiệu lực."));
        var replaced = new List<DocumentReference>();
        foreach (var line in Lines(Replaces))
            if (DocumentNumber.Reference(line) is { } found) replaced.Add(found.Reference);
            else faults.Add(new("Replaces", $"Không đọc được số, ký hiệu trong dòng “{line}”. Ghi mỗi văn bản một dòng, như 233/QĐ-STTTT ngày 31/12/2023."));
        return faults.Count > 0 ? Problem.Invalid("Sửa các mục sau.", [.. faults]) : new SetHeader(Clean(Type)!, Clean(Number)!, Date!.Value, Clean(Issuer)!, Clean(Title)!, From!.Value, replaced);
    }

    private static string? Clean(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } clean ? clean : null;

    private static string? Paragraphs(string? text) => string.Join('\n', Lines(text)) is { Length: > 0 } joined ? joined : null;

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n').Select(Clean).OfType<string>()];
}
