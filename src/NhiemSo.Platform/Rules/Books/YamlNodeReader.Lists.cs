using System.Text;
using NhiemSo.Platform.Words;
using YamlDotNet.RepresentationModel;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>The parts of a mapping that hold more than one value.</summary>
public sealed partial class YamlNodeReader
{
    /// <summary>A mapping inside this one; null when absent.</summary>
    public YamlNodeReader? Section(string key)
    {
        if (Child(key) is not { } child) return null;
        if (child is YamlMappingNode mapping) return Part(mapping);
        Fault(key, $"Mục '{key}' phải gồm các dòng 'mục: giá trị'.");
        return null;
    }

    /// <summary>A mapping that must be there; an empty one stands in so that reading can go on.</summary>
    public YamlNodeReader NeedSection(string key)
    {
        if (Section(key) is { } section) return section;
        if (Child(key) is null) Need<int>(key);
        return new YamlNodeReader(_file, new YamlMappingNode(), new RuleFaults());
    }

    /// <summary>A list of mappings; empty when absent.</summary>
    public IReadOnlyList<YamlNodeReader> Items(string key)
    {
        var items = new List<YamlNodeReader>();
        foreach (var node in Sequence(key))
        {
            if (node is YamlMappingNode mapping) items.Add(Part(mapping));
            else Faults.Add(BookYaml.At(_file, node.Start), $"Mỗi dòng của '{key}' phải gồm các cặp 'mục: giá trị'.");
        }
        return items;
    }

    public IReadOnlyList<YamlNodeReader> NeedItems(string key)
    {
        var items = Items(key);
        if (items.Count == 0) Fault(key, $"Mục '{key}' phải có ít nhất một dòng.");
        return items;
    }

    /// <summary>A list of texts; empty when absent. Repeats are faults.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. Scalars(key).Select(s => s.Text)];

    /// <summary>A list of words of a vocabulary; unknown ones are left out and are faults.</summary>
    public IReadOnlyList<T> Words<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct => [.. Scalars(key).Select(s => Look(s.Place, s.Text, words)).OfType<T>()];

    /// <summary>A mapping of single values, in the order written.</summary>
    public IReadOnlyList<YamlPair> Pairs(string key)
    {
        var pairs = new List<YamlPair>();
        if (Child(key) is not { } child) return pairs;
        if (child is not YamlMappingNode mapping)
        {
            Fault(key, $"Mục '{key}' phải gồm các dòng 'mục: giá trị'.");
            return pairs;
        }
        foreach (var (name, value) in mapping.Children)
        {
            var place = BookYaml.At(_file, name.Start);
            if (name is YamlScalarNode { Value: { } n } && value is YamlScalarNode { Value: { } v } && !IsNull(value)) pairs.Add(new YamlPair(n, v, place));
            else Faults.Add(place, $"Mỗi dòng của '{key}' phải là 'mục: giá trị'.");
        }
        return pairs;
    }

    /// <summary>As <see cref="Pairs"/>, the values being words of a vocabulary.</summary>
    public IReadOnlyList<(YamlPair Pair, T Word)> WordPairs<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        var read = new List<(YamlPair, T)>();
        foreach (var pair in Pairs(key))
            if (Look(pair.Place, pair.Value, words) is { } word) read.Add((pair, word));
        return read;
    }

    /// <summary>A mapping whose values are single values or mappings, in the order written.</summary>
    internal IReadOnlyList<YamlEntry> Entries(string key)
    {
        if (Child(key) is not { } child) return [];
        if (child is not YamlMappingNode mapping)
        {
            Fault(key, $"Mục '{key}' phải gồm các dòng 'mục: giá trị'.");
            return [];
        }
        return [.. mapping.Children.Select(pair => new YamlEntry(
            (pair.Key as YamlScalarNode)?.Value ?? "",
            BookYaml.At(_file, pair.Key.Start),
            (pair.Value as YamlScalarNode)?.Value,
            pair.Value is YamlMappingNode section ? Part(section) : null))];
    }

    private List<(string Text, RulePlace Place)> Scalars(string key)
    {
        var texts = new List<(string Text, RulePlace Place)>();
        foreach (var node in Sequence(key))
        {
            var place = BookYaml.At(_file, node.Start);
            if (node is not YamlScalarNode { Value: { } value } || IsNull(node)) Faults.Add(place, $"Mỗi dòng của '{key}' phải là một giá trị.");
            else if (texts.Exists(t => t.Text == value)) Faults.Add(place, $"'{value}' bị lặp trong '{key}'.");
            else texts.Add((NormalText.Of(value.Trim()), place));
        }
        return texts;
    }

    private IEnumerable<YamlNode> Sequence(string key)
    {
        if (Child(key) is not { } child) return [];
        if (child is YamlSequenceNode sequence) return sequence.Children;
        Fault(key, $"Mục '{key}' phải là danh sách, mỗi dòng bắt đầu bằng dấu '-'.");
        return [];
    }

    private YamlNodeReader Part(YamlMappingNode mapping)
    {
        if (!_parts.TryGetValue(mapping, out var part)) _parts[mapping] = part = new YamlNodeReader(_file, mapping, Faults);
        return part;
    }
}

/// <summary>One line 'key: value' of a mapping and its place.</summary>
public readonly record struct YamlPair(string Key, string Value, RulePlace Place);

/// <summary>One line of a mapping: a single value, or a mapping of its own.</summary>
internal readonly record struct YamlEntry(string Key, RulePlace Place, string? Value, YamlNodeReader? Section);
