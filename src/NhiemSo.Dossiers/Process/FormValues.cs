using System.Text.Json;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Papers.Templates;

namespace NhiemSo.Dossiers.Process;

/// <summary>The values of a printed form as stored with its act: single texts, the papers handed in, and the hand-overs of mẫu 05.</summary>
internal static class FormValues
{
    private const string Papers = "giay_to";
    private const string HandOvers = "chang";

    public static string Write(IReadOnlyDictionary<string, string> texts, IReadOnlyList<Dictionary<string, string>> papers, IReadOnlyList<Dictionary<string, string>> handOvers) =>
        JsonSerializer.Serialize(new Stored(new(texts.ToDictionary(), StringComparer.Ordinal), [.. papers], [.. handOvers]), Json.Options);

    public static PaperValues Read(string json)
    {
        var stored = JsonSerializer.Deserialize<Stored>(json, Json.Options)!;
        return Of(stored.Texts).Set(Papers, stored.Papers.Select(Of)).Set(HandOvers, stored.HandOvers.Select(Of));
    }

    private static PaperValues Of(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var values = new PaperValues();
        foreach (var (key, text) in texts) values.Set(key, text);
        return values;
    }

    private sealed record Stored(SortedDictionary<string, string> Texts, List<Dictionary<string, string>> Papers, List<Dictionary<string, string>> HandOvers);
}
