using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Reading.Tree;

namespace NhiemSo.Mandate.Review;

/// <summary>
/// What the reader found in a file, flat and kept for good: corrections are applied to it, never written into it.
/// </summary>
/// <param name="Nodes">In the order of the text, parents before children. An annexed text is a node of style <see cref="Style.Root"/>.</param>
/// <param name="Warnings">What was odd while the tree grew; what follows from the tree is found anew after each correction.</param>
internal sealed record Outline(
    Header Header, IReadOnlyList<Basis> Bases, IReadOnlyList<OutlineNode> Nodes, IReadOnlyList<string> Recipients, IReadOnlyList<Warning> Warnings, IReadOnlyList<SourceLine> Lines)
{
    public static Outline Of(DecisionParts parts)
    {
        var nodes = new List<OutlineNode>();
        foreach (var root in parts.Roots)
        {
            var ids = new Dictionary<Branch, string>();
            if (root.Prefix.Length > 0) nodes.Add(new OutlineNode(ids[root.Trunk] = Next(), null, Style.Root, root.Prefix.TrimEnd(':'), root.Title, null, root.Line));
            foreach (var branch in Citations.Walk(root.Trunk))
            {
                ids[branch] = Next();
                nodes.Add(new OutlineNode(ids[branch], ids.GetValueOrDefault(branch.Parent!), branch.Token.Style, branch.Token.Label, branch.Heading, branch.Text, branch.Line));
            }
        }

        return new Outline(parts.Header, parts.Bases, nodes, parts.Recipients, parts.Warnings, [.. parts.Lines.Select(l => new SourceLine(l.Number, l.Text))]);

        string Next() => (nodes.Count + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}

/// <summary>One provision, known by an identity that no correction changes.</summary>
internal sealed record OutlineNode(string Id, string? Parent, Style Style, string Label, string? Heading, string? Text, int Line)
{
    /// <summary>Dashes have no label of their own: they are counted among their siblings.</summary>
    public bool IsDash => Style is Style.Dash or Style.Plus;

    public bool IsAnnex => Style == Style.Root;
}

/// <summary>A line of the file as the reader saw it.</summary>
internal sealed record SourceLine(int Number, string Text)
{
    public Line AsRead => new(Number, Text, Text, AfterBlank: false);
}
