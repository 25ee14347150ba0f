using System.Globalization;
using System.Text;
using NhiemSo.Platform.Words;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>
/// Reads one mapping of a rule book by type. Nothing throws: what is missing or wrong becomes a fault with its place and
/// a neutral value is returned. <see cref="Finish"/> reports the keys nobody asked for.
/// </summary>
public sealed partial class YamlNodeReader
{
    private readonly YamlMappingNode _node;
    private readonly string _file;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Dictionary<YamlMappingNode, YamlNodeReader> _parts = new(ReferenceEqualityComparer.Instance);

    internal YamlNodeReader(string file, YamlMappingNode node, RuleFaults faults)
    {
        (_file, _node, Faults) = (file, node, faults);
    }

    public RuleFaults Faults { get; }

    public RulePlace Place => BookYaml.At(_file, _node.Start);

    /// <summary>The place of a key, or of the mapping when it has no such key.</summary>
    public RulePlace PlaceOf(string key) =>
        _node.Children.Keys.FirstOrDefault(k => k is YamlScalarNode s && s.Value == key) is { } found ? BookYaml.At(_file, found.Start) : Place;

    public void Fault(string key, string message) => Faults.Add(PlaceOf(key), message);

    public void Fault(string message) => Faults.Add(Place, message);

    /// <summary>True when the key is written, even with an empty value.</summary>
    public bool Has(string key)
    {
        _asked.Add(key);
        return _node.Children.ContainsKey(new YamlScalarNode(key));
    }

    /// <summary>True when the key holds something, be it an empty list; in a rule book nothing (null) means "not known".</summary>
    public bool HasValue(string key) => Child(key) is not null;

    internal bool IsMap(string key) => Child(key) is YamlMappingNode;

    internal bool IsList(string key) => Child(key) is YamlSequenceNode;

    /// <summary>The text, or null when absent or null.</summary>
    public string? Text(string key) => Scalar(key)?.Value is { } text ? NormalText.Of(text.Trim()) : null;

    public string NeedText(string key) => Need(key, Text(key), "");

    /// <summary>A code: lower-case ASCII letters and digits in groups joined by '-'.</summary>
    public string? Code(string key) => Text(key) is { } text ? Checked(key, text, IsKebab(text), $"'{text}' không đúng dạng mã: chỉ dùng chữ thường không dấu, chữ số và dấu '-'.") : null;

    public string NeedCode(string key) => Need(key, Code(key), "");

    public long? Whole(string key)
    {
        if (Text(key) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Fault(key, $"Mục '{key}' phải là số nguyên, viết liền không có dấu chấm.");
        return null;
    }

    public decimal? Number(string key)
    {
        if (Text(key) is not { } text) return null;
        if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return number;
        Fault(key, $"Mục '{key}' phải là số; phần lẻ viết sau dấu chấm, ví dụ 0.5.");
        return null;
    }

    public bool Flag(string key)
    {
        if (Text(key) is not { } text) return false;
        return Checked(key, text == "true", text is "true" or "false", $"Mục '{key}' phải là true hoặc false.");
    }

    public DateOnly? Date(string key)
    {
        if (Text(key) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Fault(key, $"Mục '{key}' phải là ngày viết năm-tháng-ngày, ví dụ 2024-03-28.");
        return null;
    }

    public DateOnly NeedDate(string key) => Has(key) && Scalar(key) is not null ? Date(key) ?? default : Need<DateOnly>(key);

    public TimeOnly? Time(string key)
    {
        if (Text(key) is not { } text) return null;
        if (TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
        Fault(key, $"Mục '{key}' phải là giờ:phút trong dấu nháy, ví dụ \"15:00\".");
        return null;
    }

    /// <summary>One of the words of a vocabulary.</summary>
    public T? Word<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct => Text(key) is { } text ? Look(PlaceOf(key), text, words) : null;

    public T NeedWord<T>(string key, IReadOnlyDictionary<string, T> words)
        where T : struct => Text(key) is { } text ? Look(PlaceOf(key), text, words) ?? default : Need<T>(key);

    /// <summary>Marks keys as read by somebody else.</summary>
    internal void Allow(IEnumerable<string> keys) => _asked.UnionWith(keys);

    /// <summary>Reports unknown keys here and in all parts that were read.</summary>
    public void Finish()
    {
        foreach (var key in _node.Children.Keys)
        {
            if (key is YamlScalarNode { Value: { } name } && _asked.Contains(name)) continue;
            var written = (key as YamlScalarNode)?.Value ?? "?";
            Faults.Add(BookYaml.At(_file, key.Start), $"Không có mục nào tên '{written}' ở đây.{Spelling.Suggest(written, _asked)}");
        }
        foreach (var part in _parts.Values) part.Finish();
    }

    internal static bool IsNull(YamlNode node) =>
        node is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" or "~" or "null" };

    internal static bool IsKebab(string text) =>
        text.Length > 0 && text[0] != '-' && text[^1] != '-' && !text.Contains("--", StringComparison.Ordinal) &&
        text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    private YamlNode? Child(string key)
    {
        _asked.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var child) && !IsNull(child) ? child : null;
    }

    private YamlScalarNode? Scalar(string key)
    {
        if (Child(key) is not { } child) return null;
        if (child is YamlScalarNode scalar) return scalar;
        Fault(key, $"Mục '{key}' phải là một giá trị, không phải danh sách.");
        return null;
    }

    internal T? Look<T>(RulePlace place, string text, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (words.TryGetValue(text, out var value)) return value;
        Faults.Add(place, $"Không có giá trị '{text}'; các giá trị được dùng: {string.Join(", ", words.Keys)}.{Spelling.Suggest(text, words.Keys)}");
        return null;
    }

    private T Need<T>(string key, T? value, T otherwise)
        where T : class
    {
        if (value is { } given && given is not "") return given;
        if (Child(key) is null or YamlScalarNode) Need<int>(key);
        return otherwise;
    }

    private T Need<T>(string key)
        where T : struct
    {
        Fault(key, $"Thiếu mục '{key}'.");
        return default;
    }

    private T Checked<T>(string key, T value, bool good, string message)
    {
        if (!good) Fault(key, message);
        return value;
    }
}
