using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Reading.Tree;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Review;

/// <summary>A provision as it would be put in force now.</summary>
/// <param name="Unit">The unit it makes, if it makes one.</param>
internal sealed record RevisedNode(OutlineNode Node, string Citation, string Display, int Depth, bool IsDuty, bool Corrected, RevisedUnit? Unit);

/// <param name="Code">Given by the reviewer; null while nobody gave one.</param>
internal sealed record RevisedUnit(string? Code, Unit Words);

/// <summary>
/// What follows from a draft: the reader's own second half, run on the corrected tree. A provision that was cut out of another
/// is cited, is a duty and belongs to a unit as if the file had been read so.
/// </summary>
internal sealed record Revised(DecisionReading Reading, IReadOnlyList<RevisedNode> Nodes, IReadOnlyList<Warning> Open)
{
    /// <summary>A file read and corrected as its rule book says.</summary>
    public static Outcome<DecisionReading> Of(ReadOnlyMemory<byte> file, string fileName, IReadOnlyList<Correction> corrections)
    {
        var parts = DecisionReader.Open(file, fileName);
        if (!parts.Ok) return parts.Problem;
        var draft = Draft.Of(Outline.Of(parts.Value), corrections);
        return draft.Ok ? Of(draft.Value).Reading : draft.Problem;
    }

    public static Revised Of(Draft draft)
    {
        var (roots, branches) = Grow(draft);
        var parts = new DecisionParts(draft.Header, draft.Bases, roots, draft.Read.Recipients, draft.Read.Warnings, [.. draft.Read.Lines.Select(l => l.AsRead)]);
        var marked = draft.Duties.Where(d => branches.ContainsKey(d.Key)).ToDictionary(d => branches[d.Key], d => d.Value);
        var reading = DecisionReader.Conclude(parts, marked);
        var units = Units(draft, reading, branches);
        if (draft.Effect is { } effect) reading = reading with { EffectiveFrom = effect.From, Replaces = effect.Replaces };
        reading = reading with { Units = [.. units.Values.Select(u => u.Words)] };

        var duties = reading.Duties.ToHashSet(StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var nodes = draft.Nodes.Select(n =>
        {
            var depth = depths[n.Id] = n.Parent is null ? 0 : depths[n.Parent] + 1;
            var branch = branches[n.Id];
            var citation = n.IsAnnex ? n.Label : branch.Citation;
            return new RevisedNode(n, citation, n.IsAnnex ? n.Heading ?? "" : branch.Display, depth, duties.Contains(citation), draft.Touched.Contains(n.Id), units.GetValueOrDefault(n.Id));
        }).ToList();
        return new Revised(reading, nodes, [.. reading.Warnings.Where(w => !draft.Seen.Contains(w))]);
    }

    public Dictionary<string, string> UnitCodes => Nodes.Where(n => n.Unit?.Code is not null).ToDictionary(n => n.Citation, n => n.Unit!.Code!, StringComparer.Ordinal);

    /// <summary>The nodes as the reader's tree; dashes are counted among their siblings as the reader counts them.</summary>
    private static (List<Root> Roots, Dictionary<string, Branch> Branches) Grow(Draft draft)
    {
        var trunk = new Branch(default, null, 0);
        var roots = new List<Root> { new("", trunk, null) };
        var branches = new Dictionary<string, Branch>(StringComparer.Ordinal);
        foreach (var node in draft.Nodes)
        {
            if (node.IsAnnex)
            {
                var annex = branches[node.Id] = new Branch(default, null, node.Line);
                roots.Add(new Root(node.Label + ":", annex, node.Heading) { Line = node.Line });
                continue;
            }

            var parent = node.Parent is null ? trunk : branches[node.Parent];
            var ordinal = node.IsDash ? parent.Children.Count(c => c.Token.Style is Style.Dash or Style.Plus) + 1 : 0;
            var label = node.IsDash ? ordinal.ToString(System.Globalization.CultureInfo.InvariantCulture) : node.Label;
            var branch = branches[node.Id] = new Branch(new Token(node.Style, label, ordinal, ' ', 0), parent, node.Line) { Heading = node.Heading, Text = node.Text };
            parent.Children.Add(branch);
        }

        return (roots, branches);
    }

    /// <summary>The units the text makes, with what a person said of each, in the order of the text.</summary>
    private static Dictionary<string, RevisedUnit> Units(Draft draft, DecisionReading reading, Dictionary<string, Branch> branches)
    {
        var read = reading.Units.ToLookup(u => u.Citation, StringComparer.Ordinal);
        var units = new Dictionary<string, RevisedUnit>(StringComparer.Ordinal);
        foreach (var node in draft.Nodes)
        {
            var citation = node.IsAnnex ? node.Label : branches[node.Id].Citation;
            if (draft.Units.TryGetValue(node.Id, out var said))
            {
                if (said is not null) units[node.Id] = new RevisedUnit(said.Code, new Unit(said.Name, citation, said.Function, said.Positions));
            }
            else if (read[citation].FirstOrDefault() is { } unit)
            {
                units[node.Id] = new RevisedUnit(null, unit);
            }
        }

        return units;
    }
}
