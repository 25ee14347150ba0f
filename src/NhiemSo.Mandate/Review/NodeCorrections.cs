using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>How a provision is numbered and what it says.</summary>
internal sealed record Reword(string Node, Style Style, string Label, string? Heading, string? Text) : Correction
{
    public override Outcome<Draft> Apply(Draft draft)
    {
        if (draft.Find(Node) is not { } node) return Gone();
        if (node.IsAnnex != (Style == Style.Root)) return Problem.Field("Style", "Văn bản kèm theo không đổi thành mục khác được, và ngược lại.");
        if (Label.Length == 0 && !node.IsAnnex && Style is not (Style.Dash or Style.Plus)) return Problem.Field("Label", "Nhập số thứ tự của mục, như 1, 1.1 hoặc a.");
        if (Heading is null && Text is null && !draft.Nodes.Exists(n => n.Parent == Node)) return Problem.Field("Text", "Nhập tên hoặc nội dung của mục. Muốn bỏ mục này thì xóa nó.");
        var now = node with { Style = Style, Label = node.IsAnnex ? node.Label : Label, Heading = Heading, Text = Text };
        return now == node ? Problem.WrongState("Mục này đã đúng như vậy, không có gì để sửa.") : draft.Touch(Node) with { Nodes = draft.Nodes.SetItem(draft.At(Node), now) };
    }

    public override string Say(Draft before) => $"Sửa chữ của mục “{Named(before, Node)}”";
}

/// <summary>A provision, with all below it, under another; null is the top of the main text.</summary>
internal sealed record MoveNode(string Node, string? Parent) : Correction
{
    public override Outcome<Draft> Apply(Draft draft)
    {
        if (draft.Find(Node) is not { } node || (Parent is not null && draft.Find(Parent) is null)) return Gone();
        if (node.IsAnnex) return Problem.Field("Parent", "Văn bản kèm theo không chuyển vào mục khác được.");
        if (node.Parent == Parent) return Problem.Field("Parent", "Mục này đang ở đó. Chọn mục khác.");
        var from = draft.At(Node);
        var moved = draft.Nodes.GetRange(from, draft.EndOf(from) - from);
        if (moved.Exists(n => n.Id == Parent)) return Problem.Field("Parent", "Không chuyển một mục vào chính nó hoặc vào mục con của nó.");
        if (draft.Depth(Parent) + moved.Max(n => draft.Depth(n.Parent)) - draft.Depth(node.Parent) >= Deepest) return Problem.Field("Parent", $"Cây mục sẽ sâu quá {Deepest} cấp. Chọn mục khác.");
        var without = draft with { Nodes = draft.Nodes.RemoveRange(from, moved.Count) };
        return draft.Touch(Node) with { Nodes = without.Nodes.InsertRange(without.PlaceFor(Parent, node.Line), moved.SetItem(0, node with { Parent = Parent })) };
    }

    public override string Say(Draft before) => $"Chuyển mục “{Named(before, Node)}” {(Parent is null ? "ra ngoài cùng" : $"vào “{Named(before, Parent)}”")}";
}

/// <summary>A provision cut in two where a line of the file begins; the second part is a provision of its own.</summary>
/// <param name="New">Identity of the second part.</param>
/// <param name="Was">The whole text when the cut was made.</param>
/// <param name="Cut">Where in it the second part begins.</param>
/// <param name="Below">The second part hangs below the first instead of beside it.</param>
/// <param name="Rest">The words of the second part without its label.</param>
internal sealed record SplitNode(string Node, string New, int Line, string Was, int Cut, bool Below, Style Style, string Label, string Rest) : Correction
{
    public override Outcome<Draft> Apply(Draft draft)
    {
        if (draft.Find(Node) is not { } node) return Gone();
        if (node.IsAnnex || (Below && draft.Depth(Node) >= Deepest)) return Problem.Field("Line", "Không tách mục này được.");
        if (node.Text != Was || Cut <= 0 || Cut >= Was.Length) return Problem.WrongState($"Nội dung của mục “{NodeWords.Short(node)}” đã khác lúc tách. Mở lại trang và tách lại.");
        if (Label.Length == 0 && Style is not (Style.Dash or Style.Plus)) return Problem.Field("Label", "Nhập số thứ tự của phần tách ra, như b.");
        if (Rest.Length == 0) return Problem.Field("Line", "Phần tách ra không có nội dung. Chọn dòng khác.");
        var first = node with { Text = Was[..Cut].TrimEnd() };
        if (first.Text!.Length == 0 && first.Heading is null) return Problem.Field("Line", "Phần trước dòng này không còn nội dung. Chọn dòng khác.");
        var second = new OutlineNode(New, Below ? Node : node.Parent, Style, Label, null, Rest, Line);
        var at = draft.At(Node);
        var nodes = draft.Nodes.SetItem(at, first.Text.Length == 0 ? first with { Text = null } : first);
        // What hung on the whole stands after its text in the file: beside the first part it belongs to the second.
        if (!Below) nodes = nodes.ConvertAll(n => n.Parent == Node ? n with { Parent = New } : n);
        return draft.Touch(Node, New) with { Nodes = nodes.Insert(at + 1, second) };
    }

    public override string Say(Draft before) => $"Tách mục “{Named(before, Node)}” tại dòng {Line}";
}

/// <summary>A provision that is none: its words go to the end of the one before it, what hangs on it too.</summary>
/// <param name="Words">Its words with the label that was taken for one.</param>
internal sealed record JoinNode(string Node, string Words) : Correction
{
    public override Outcome<Draft> Apply(Draft draft)
    {
        if (draft.Find(Node) is not { } node) return Gone();
        var at = draft.At(Node);
        if (node.IsAnnex || at == 0 || draft.Nodes[at - 1] is { IsAnnex: true }) return Problem.WrongState("Trước mục này không có mục nào để nhập vào.");
        var before = draft.Nodes[at - 1];
        var joined = before with { Text = before.Text is { } text ? $"{text} {Words}" : Words };
        var handed = draft.Nodes.ConvertAll(n => n.Parent == Node ? n with { Parent = before.Id } : n);
        return draft.Touch(before.Id) with { Nodes = handed.SetItem(at - 1, joined).RemoveAt(at) };
    }

    public override string Say(Draft before) => $"Nhập mục “{Named(before, Node)}” vào “{(before.At(Node) is > 0 and var at ? NodeWords.Short(before.Nodes[at - 1]) : "")}”";
}

/// <summary>Takes a provision out; what hangs on it moves up, or goes too.</summary>
internal sealed record DeleteNode(string Node, bool WithBelow) : Correction
{
    public override Outcome<Draft> Apply(Draft draft)
    {
        if (draft.Find(Node) is not { } node) return Gone();
        var at = draft.At(Node);
        var count = draft.EndOf(at) - at;
        if (WithBelow ? draft.Nodes.Count == count : draft.Nodes.Count == 1) return Problem.WrongState("Không xóa hết các mục được: quyết định phải còn ít nhất một mục.");
        if (node.IsAnnex && !WithBelow) return Problem.Field("WithBelow", "Xóa văn bản kèm theo thì xóa cả các mục trong đó. Đánh dấu vào ô này nếu muốn xóa.");
        var nodes = WithBelow ? draft.Nodes.RemoveRange(at, count) : draft.Nodes.ConvertAll(n => n.Parent == Node ? n with { Parent = node.Parent } : n).RemoveAt(at);
        return draft with { Nodes = nodes };
    }

    public override string Say(Draft before) => $"Xóa mục “{Named(before, Node)}”{(WithBelow ? " và các mục trong đó" : "")}";
}

/// <summary>A provision that the reader missed.</summary>
internal sealed record AddNode(string New, string? Parent, int Line, Style Style, string Label, string? Heading, string? Text) : Correction
{
    public override Outcome<Draft> Apply(Draft draft)
    {
        if (Parent is not null && draft.Find(Parent) is null) return Gone();
        if (Style == Style.Root) return Problem.Field("Style", "Chọn cách đánh số của mục.");
        if (Label.Length == 0 && Style is not (Style.Dash or Style.Plus)) return Problem.Field("Label", "Nhập số thứ tự của mục, như 1, 1.1 hoặc a.");
        if (Heading is null && Text is null) return Problem.Field("Text", "Nhập tên hoặc nội dung của mục.");
        if (draft.Depth(Parent) >= Deepest) return Problem.Field("Parent", $"Cây mục sẽ sâu quá {Deepest} cấp. Chọn mục khác.");
        return draft.Touch(New) with { Nodes = draft.Nodes.Insert(draft.PlaceFor(Parent, Line), new OutlineNode(New, Parent, Style, Label, Heading, Text, Line)) };
    }

    public override string Say(Draft before) => $"Thêm mục “{NodeWords.Short(new OutlineNode(New, Parent, Style, Label, Heading, Text, Line))}”";
}

/// <summary>Whether a provision is a duty, where the text leaves it open or the reader was wrong.</summary>
internal sealed record MarkDuty(string Node, bool IsDuty) : Correction
{
    public override Outcome<Draft> Apply(Draft draft)
    {
        if (draft.Find(Node) is not { } node) return Gone();
        if (node.IsAnnex) return Problem.WrongState("Văn bản kèm theo không phải là một nhiệm vụ. Đánh dấu từng mục trong đó.");
        return draft.Touch(Node) with { Duties = draft.Duties.SetItem(Node, IsDuty) };
    }

    public override string Say(Draft before) => $"Mục “{Named(before, Node)}” {(IsDuty ? "là một nhiệm vụ" : "không phải là nhiệm vụ")}";
}
