using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text;
using NhiemSo.Platform.Words;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>
/// Facts of a book by path. A path names keys joined by '.', and in a list the item by its id, key or code:
/// <c>time_limit</c>, <c>acts.tiep-nhan.clock</c>. A code that holds a '.' can't be part of a path.
/// </summary>
public static class BookFacts
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>True when the book has such a fact, be its value empty.</summary>
    public static bool Exists(RuleBook book, string path) => Find(book.Root, path) is not null;

    /// <summary>
    /// SHA-256 of the fact as canonical JSON: keys sorted, every value as NFC text, so neither layout nor order of keys
    /// changes it. Null when the book has no such fact.
    /// </summary>
    public static string? Hash(RuleBook book, string path) =>
        Find(book.Root, path) is { } node ? BookText.Sha256(CanonicalJson(node)) : null;

    /// <summary>The fact in a few words for a reader; "chưa biết" when it is empty.</summary>
    public static string Words(RuleBook book, string path)
    {
        var words = Find(book.Root, path) is { } node ? string.Join("; ", Scalars(node)) : "";
        return words.Length switch { 0 => "chưa biết", > 300 => words[..299] + "…", _ => words };
    }

    internal static YamlNode? Find(YamlNode root, string path)
    {
        YamlNode? node = root;
        foreach (var step in path.Split('.')) node = node is null ? null : Step(node, step);
        return node;
    }

    /// <summary>Where the fact is written: its key, or its item in a list; of a fact that isn't there, where its nearest holder is.</summary>
    internal static Mark Nearest(YamlNode root, string path)
    {
        var (node, mark) = (root, root.Start);
        foreach (var step in path.Split('.'))
        {
            if (Step(node, step) is not { } next) break;
            mark = node is YamlMappingNode mapping ? mapping.Children.Keys.First(k => k is YamlScalarNode s && s.Value == step).Start : next.Start;
            node = next;
        }
        return mark;
    }

    internal static IEnumerable<string> Keys(YamlMappingNode root) =>
        root.Children.Keys.OfType<YamlScalarNode>().Select(k => k.Value ?? "");

    internal static string CanonicalJson(YamlNode node)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain)) Write(json, node);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static YamlNode? Step(YamlNode node, string step) => node switch
    {
        YamlMappingNode mapping => mapping.Children.TryGetValue(new YamlScalarNode(step), out var child) ? child : null,
        YamlSequenceNode sequence => sequence.Children.OfType<YamlMappingNode>().FirstOrDefault(item => Name(item) == step),
        _ => null,
    };

    private static string? Name(YamlMappingNode item)
    {
        foreach (var key in (ReadOnlySpan<string>)["id", "key", "code"])
            if (item.Children.TryGetValue(new YamlScalarNode(key), out var name)) return (name as YamlScalarNode)?.Value;
        return null;
    }

    private static void Write(Utf8JsonWriter json, YamlNode node)
    {
        switch (node)
        {
            case YamlMappingNode mapping:
                json.WriteStartObject();
                foreach (var (key, value) in mapping.Children.OrderBy(p => p.Key.ToString(), StringComparer.Ordinal))
                {
                    json.WritePropertyName(key.ToString());
                    Write(json, value);
                }
                json.WriteEndObject();
                break;
            case YamlSequenceNode sequence:
                json.WriteStartArray();
                foreach (var item in sequence) Write(json, item);
                json.WriteEndArray();
                break;
            case var _ when YamlNodeReader.IsNull(node):
                json.WriteNullValue();
                break;
            default:
                json.WriteStringValue(NormalText.Of(((YamlScalarNode)node).Value!.Trim()));
                break;
        }
    }

    private static IEnumerable<string> Scalars(YamlNode node) => node switch
    {
        YamlMappingNode mapping => mapping.Children.Values.SelectMany(Scalars),
        YamlSequenceNode sequence => sequence.Children.SelectMany(Scalars),
        _ when YamlNodeReader.IsNull(node) => [],
        YamlScalarNode scalar => [scalar.Value!.Trim()],
        _ => [],
    };
}
