using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace NhiemSo.Dossiers.Model;

/// <summary>Canonical JSON of form data: keys in ordinal order, texts and whole numbers only.</summary>
internal static class Json
{
    public static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write<T>(IReadOnlyDictionary<string, T> values) => JsonSerializer.Serialize(new SortedDictionary<string, T>(values.ToDictionary(p => p.Key, p => p.Value), StringComparer.Ordinal), Options);

    public static IReadOnlyDictionary<string, object> Values(string? json)
    {
        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        if (string.IsNullOrEmpty(json)) return values;
        using var document = JsonDocument.Parse(json);
        foreach (var p in document.RootElement.EnumerateObject())
            values[p.Name] = p.Value.ValueKind == JsonValueKind.Number ? p.Value.GetInt64() : p.Value.GetString() ?? "";
        return values;
    }

    public static Dictionary<string, string> Texts(string? json) => string.IsNullOrEmpty(json) ? new(StringComparer.Ordinal) : JsonSerializer.Deserialize<Dictionary<string, string>>(json) ?? [];

    public static Dictionary<string, Guid> Ids(string? json) => string.IsNullOrEmpty(json) ? new(StringComparer.Ordinal) : JsonSerializer.Deserialize<Dictionary<string, Guid>>(json) ?? [];
}
