namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>Căn cứ and the body: one strip a line, with first and last two lines of a paragraph kept together.</summary>
internal sealed class BodyStrips(Paper paper, TypeCase type)
{
    private readonly PaperLayout _layout = paper.Layout;

    public IEnumerable<Strip> Make()
    {
        for (var i = 0; i < paper.Bases.Count; i++)
        {
            var mark = i == paper.Bases.Count - 1 ? "." : ";";
            foreach (var strip in Lines(PaperText.Italic(paper.Bases[i] + mark), PaperAlign.Justify, _layout.Indent)) yield return strip;
        }

        var blocks = PaperNumbering.Apply(paper.Body);
        foreach (var block in blocks)
            foreach (var strip in Block(block)) yield return strip;
    }

    private IEnumerable<Strip> Block(PaperBlock block) => block switch
    {
        PaperParagraph paragraph => Lines(paragraph.Text, paragraph.Align, paragraph.Indent && paragraph.Align == PaperAlign.Justify ? _layout.Indent : 0),
        LabelValue line => Lines(Write(line), line.Value is null ? PaperAlign.Left : PaperAlign.Justify, _layout.Indent),
        PaperTable table => new TableStrips(table, _layout, type).Make(),
        Spacer spacer => [new Strip((float)spacer.Points, (_, _) => { })],
        _ => throw new InvalidOperationException($"No way to print a {block.GetType().Name}."),
    };

    /// <summary>A value not given is dots to the end of the line, to be filled by hand.</summary>
    private PaperText Write(LabelValue line)
    {
        PaperText label = $"{line.Label}: ";
        if (line.Value is not null) return label.Before(line.Value);
        var room = _layout.Measure - _layout.Indent - type.Measure(label, _layout.BodySize);
        var dots = Math.Max(10, (int)(room / type.Measure(".", _layout.BodySize)) - 1);
        return label.Before(new string('.', dots));
    }

    private IEnumerable<Strip> Lines(PaperText text, PaperAlign align, float indent)
    {
        var lines = align == PaperAlign.Center
            ? type.BreakEvenly(text, _layout.BodySize, _layout.Measure)
            : type.Break(text, _layout.BodySize, _layout.Measure, indent);
        for (var i = 0; i < lines.Count; i++)
        {
            var inset = i == 0 ? indent : 0;
            var stack = new Stack(type, _layout.Measure - inset);
            stack.Add(lines[i], _layout.BodySize, align, _layout.LineSpacing);
            yield return new Strip(stack.Height, (page, y) => stack.Draw(page, _layout.Left + inset, y))
            {
                Gap = i == 0 ? (float)_layout.ParagraphGap : 0,
                KeepWithNext = i < lines.Count - 1 && (i == 0 || i == lines.Count - 2),
            };
        }
    }
}
