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

    public static DecisionReading ReadText(string text)
    {
        var outcome = DecisionReader.Read(Encoding.UTF8.GetBytes(text), "thu.txt");
        return outcome.Ok ? outcome.Value : throw new InvalidOperationException(outcome.Problem.Message);
    }

    /// <summary>The reading as the lines of an .expected file: short enough to be checked by a person.</summary>
    public static string Brief(DecisionReading r)
    {
        var h = r.Header;
        var brief = new StringBuilder();
        Line("type", h.Type);
        Line("parent", h.ParentBody);
        Line("issuer", h.Issuer);
        Line("number", h.Number);
        Line("date", h.Date?.ToString("yyyy-MM-dd"));
        Line("place", h.Place);
        Line("title", h.Title);
        Line("signer", h.SignerTitle is null ? null : $"{h.SignerTitle} / {h.SignerName}");
        foreach (var basis in r.Bases) Line("basis", $"{basis.Number ?? "?"} / {basis.Date?.ToString("yyyy-MM-dd") ?? "?"}");
        Line("effective", r.EffectiveFrom?.ToString("yyyy-MM-dd"));
        foreach (var replaced in r.Replaces) Line("replaces", $"{replaced.Number} / {replaced.Date?.ToString("yyyy-MM-dd") ?? "?"}");
        foreach (var unit in r.Units) Line("unit", $"{unit.Citation} / {unit.Name} / {string.Join(", ", unit.Positions)}");
        foreach (var recipient in r.Recipients) Line("to", recipient);
        foreach (var warning in r.Warnings) Line("warning", warning.Line.ToString());
        var duties = r.Duties.ToHashSet(StringComparer.Ordinal);
        foreach (var node in r.Nodes) brief.Append(duties.Contains(node.Citation) ? "* " : "  ").Append(node.Citation).Append(node.Heading is null ? "" : " = " + node.Heading).Append('\n');
        return brief.ToString();

        void Line(string name, string? value) => brief.Append(name).Append(": ").Append(value ?? "-").Append('\n');
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
