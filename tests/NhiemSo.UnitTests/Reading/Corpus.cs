using System.Runtime.CompilerServices;
using System.Text;
using NhiemSo.Mandate.Reading;

namespace NhiemSo.UnitTests.Reading;

/// <summary>The texts the reader is tried on, found in the source tree.</summary>
internal static class Corpus
{
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "Corpus");

    public static string Mandate { get; } = Path.GetFullPath(Path.Combine(Folder, "../../../../rules/mandates/qd-55-2024"));

    public static string Decision { get; } = File.ReadAllText(Path.Combine(Mandate, "decision.txt"));

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name + ".txt"));

    public static DecisionReading ReadText(string text) => ReadFile(Encoding.UTF8.GetBytes(text), "thu.txt");

    public static DecisionReading ReadFile(byte[] file, string name)
    {
        var outcome = DecisionReader.Read(file, name);
        return outcome.Ok ? outcome.Value : throw new InvalidOperationException(outcome.Problem.Message);
    }

    /// <summary>
    /// The reading in the words of an .expected file. Those files are written by hand from the text, one line a mark:
    /// <c>name: value</c> for head and foot (a unit: citation, name, positions, first words of its function), then one line a provision: <c>*</c> for a duty, kind, citation, heading.
    /// By the house's convention a lead-in that ends in a colon is text; a heading is "Về ...", a topic, a unit's name, or a line of its own.
    /// </summary>
    public static Marks Marks(DecisionReading r)
    {
        var h = r.Header;
        var frame = new List<string>();
        Line("type", h.Type);
        Line("parent", h.ParentBody);
        Line("issuer", h.Issuer);
        Line("number", h.Number);
        Line("date", Day(h.Date));
        Line("place", h.Place);
        Line("title", h.Title);
        Line("signer", h.SignerTitle is null ? null : $"{h.SignerTitle} / {h.SignerName}");
        foreach (var basis in r.Bases) Line("basis", $"{basis.Number ?? "?"} / {Day(basis.Date) ?? "?"}");
        Line("effective", Day(r.EffectiveFrom));
        foreach (var replaced in r.Replaces) Line("replaces", $"{replaced.Number} / {Day(replaced.Date) ?? "?"}");
        foreach (var unit in r.Units) Line("unit", $"{unit.Citation} / {unit.Name} / {(unit.Positions.Count > 0 ? string.Join(", ", unit.Positions) : "-")} / {FirstWords(unit.Function)}");
        foreach (var recipient in r.Recipients) Line("to", recipient);
        foreach (var warning in r.Warnings) Line("warning", warning.Line.ToString());
        var duties = r.Duties.ToHashSet(StringComparer.Ordinal);
        return new Marks(frame, [.. r.Nodes.Select(n => $"{(duties.Contains(n.Citation) ? "*" : " ")} {n.Kind.ToString().ToLowerInvariant()} {n.Citation}{(n.Heading is null ? "" : " = " + n.Heading)}")]);

        void Line(string name, string? value) => frame.Add($"{name}: {value ?? "-"}");
    }

    /// <summary>What a person marked in the text.</summary>
    public static Marks Expected(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name + ".expected"));
        return new Marks([.. lines.Where(l => l.Length > 0 && l[0] is not (' ' or '*'))], [.. lines.Where(l => l.Length > 0 && l[0] is ' ' or '*')]);
    }

    /// <summary>Enough of a function to see that it is the right one.</summary>
    private static string FirstWords(string? text) => text is null ? "-" : string.Join(' ', text.Split((char[])[' ', '\n']).Take(5));

    private static string? Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string Here([CallerFilePath] string path = "") => path;
}

/// <param name="Frame">Head, bases, effect, units, foot, warnings.</param>
/// <param name="Provisions">In the order of the text.</param>
internal sealed record Marks(IReadOnlyList<string> Frame, IReadOnlyList<string> Provisions)
{
    /// <summary>Share of provisions read right, citation by citation; one too many counts as one wrong.</summary>
    public (int Right, int Of) Against(Marks expected)
    {
        var right = Provisions.Intersect(expected.Provisions, StringComparer.Ordinal).Count();
        return (right, Math.Max(Provisions.Count, expected.Provisions.Count));
    }

    /// <summary>The same for each field of head, units and foot.</summary>
    public IEnumerable<(string Field, int Right, int Of)> FieldsAgainst(Marks expected)
    {
        foreach (var name in Frame.Concat(expected.Frame).Select(Name).Distinct(StringComparer.Ordinal))
        {
            var (read, marked) = (Frame.Where(l => Name(l) == name).ToList(), expected.Frame.Where(l => Name(l) == name).ToList());
            yield return (name, read.Intersect(marked, StringComparer.Ordinal).Count(), Math.Max(read.Distinct().Count(), marked.Distinct().Count()));
        }

        static string Name(string line) => line[..line.IndexOf(':', StringComparison.Ordinal)];
    }

    /// <summary>What is missing (-) and what is too much (+), for whoever mends the reader.</summary>
    public string Difference(Marks expected)
    {
        var (read, marked) = (Frame.Concat(Provisions).ToList(), expected.Frame.Concat(expected.Provisions).ToList());
        return string.Join('\n', marked.Except(read).Select(l => "-" + l).Concat(read.Except(marked).Select(l => "+" + l)));
    }
}
