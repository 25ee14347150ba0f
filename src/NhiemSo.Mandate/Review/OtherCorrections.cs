using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>What the head of the document says, from when it is in force, what it replaces.</summary>
internal sealed record SetHeader(string Type, string Number, DateOnly Date, string Issuer, string Title, DateOnly From, IReadOnlyList<DocumentReference> Replaces) : Correction
{
    public override Outcome<Draft> Apply(Draft draft) =>
        draft with { Header = draft.Header with { Type = Type, Number = Number, Date = Date, Issuer = Issuer, Title = Title }, Effect = (From, Replaces) };

    public override string Say(Draft before) => $"Sửa phần đầu: {Type} số {Number} ngày {Date:dd/MM/yyyy}, hiệu lực từ {From:dd/MM/yyyy}";
}

/// <summary>The unit that a provision makes: its code, name, function, positions.</summary>
internal sealed record SetUnit(string Node, string Code, string Name, string? Function, IReadOnlyList<string> Positions) : Correction
{
    public override Outcome<Draft> Apply(Draft draft)
    {
        if (draft.Find(Node) is null) return Gone();
        if (draft.Units.Any(u => u.Key != Node && u.Value is { } other && draft.Find(u.Key) is not null && other.Code.Equals(Code, StringComparison.OrdinalIgnoreCase)))
            return Problem.Field("UnitCode", $"Mã {Code} đã dùng cho đơn vị khác trong quyết định này. Chọn mã khác.");
        return draft.Touch(Node) with { Units = draft.Units.SetItem(Node, new UnitWords(Code, Name, Function, Positions)) };
    }

    public override string Say(Draft before) => $"Đơn vị tại mục “{Named(before, Node)}”: {Name} ({Code})";
}

/// <summary>A provision that makes no unit.</summary>
internal sealed record DropUnit(string Node) : Correction
{
    public override Outcome<Draft> Apply(Draft draft) => draft.Find(Node) is null ? Gone() : draft.Touch(Node) with { Units = draft.Units.SetItem(Node, null) };

    public override string Say(Draft before) => $"Mục “{Named(before, Node)}” không lập đơn vị nào";
}

/// <summary>A warning that a person looked at and left as it is.</summary>
internal sealed record SeeWarning(int Line, string Message) : Correction
{
    public override Outcome<Draft> Apply(Draft draft) => draft with { Seen = draft.Seen.Add(new Warning(Line, Message)) };

    public override string Say(Draft before) => $"Đã xem cảnh báo{(Line > 0 ? $" ở dòng {Line}" : "")}: {Message}";
}
