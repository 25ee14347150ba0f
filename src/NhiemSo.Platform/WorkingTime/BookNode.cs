using System.Globalization;
using NhiemSo.Platform.Rules.Books;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiemSo.Platform.WorkingTime;

/// <summary>A mapping of a rule book being read: asks for fields and collects the faults with their lines.</summary>
internal sealed class BookNode(string file, YamlMappingNode node, List<BookFault> faults)
{
    /// <summary>Parses <paramref name="yaml"/> and reads it; a book with any fault is no book.</summary>
    public static BookReading<T> Read<T>(string yaml, string file, Func<BookNode, T> read)
        where T : class
    {
        // One way for all rule books: what the YAML reader can't bear (depth, aliases, broken scanning) is a fault, never an exception.
        var broken = new RuleFaults();
        if (BookYaml.Load(file, yaml, broken) is not { } root)
            return new(null, [.. broken.InOrder.Select(f => new BookFault(f.File, f.Line, f.Message))]);
        var faults = new List<BookFault>();
        var book = read(new BookNode(file, root, faults));
        return new(faults.Count == 0 ? book : null, faults);
    }

    public int Line => (int)node.Start.Line;

    public void Fault(string message, int? line = null) => faults.Add(new(file, line ?? Line, message));

    public string Text(string key)
    {
        var text = OptionalText(key);
        if (text is null)
            Fault($"Thiếu \"{key}\".");
        return text ?? "";
    }

    public string? OptionalText(string key) => Find(key) switch
    {
        null => null,
        YamlScalarNode { Value: "null" or "~" or "", Style: ScalarStyle.Plain } => null,
        YamlScalarNode scalar => scalar.Value,
        var other => Wrong<string?>(other, key, "một giá trị"),
    };

    public string OneOf(string key, params string[] allowed)
    {
        var text = Text(key);
        if (text.Length > 0 && !allowed.Contains(text, StringComparer.Ordinal))
            Fault($"\"{key}\" phải là một trong: {string.Join(", ", allowed)}.", LineOf(key));
        return text;
    }

    public DateOnly Date(string key)
    {
        if (OptionalDate(key) is { } date)
            return date;
        if (OptionalText(key) is null)
            Fault($"Thiếu ngày \"{key}\".");
        return default;
    }

    public DateOnly? OptionalDate(string key)
    {
        if (OptionalText(key) is not { } text)
            return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        Fault($"\"{key}\" phải là ngày có thật, viết năm-tháng-ngày, ví dụ 2026-04-30.", LineOf(key));
        return null;
    }

    public TimeOnly Time(string key)
    {
        if (TimeOnly.TryParseExact(Text(key), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return time;
        Fault($"\"{key}\" phải là giờ viết giờ:phút, ví dụ \"07:30\".", LineOf(key));
        return default;
    }

    public BookNode Map(string key)
    {
        if (Find(key) is YamlMappingNode map)
            return new(file, map, faults);
        Fault($"Thiếu bảng \"{key}\".", LineOf(key));
        return new(file, new YamlMappingNode(), faults);
    }

    public IEnumerable<(string Key, BookNode Node)> Entries()
    {
        foreach (var (key, value) in node.Children)
        {
            if (key is YamlScalarNode { Value: { } name } && value is YamlMappingNode map)
                yield return (name, new(file, map, faults));
            else
                Fault("Mỗi mục phải là một bảng khóa và giá trị.", (int)value.Start.Line);
        }
    }

    public IEnumerable<BookNode> List(string key)
    {
        foreach (var item in Items(key))
        {
            if (item is YamlMappingNode map)
                yield return new(file, map, faults);
            else
                Fault($"Mỗi mục của \"{key}\" phải là một bảng khóa và giá trị.", (int)item.Start.Line);
        }
    }

    public IEnumerable<string> Texts(string key)
    {
        foreach (var item in Items(key))
        {
            if (item is YamlScalarNode { Value: { } text })
                yield return text;
            else
                Fault($"Mỗi mục của \"{key}\" phải là một giá trị.", (int)item.Start.Line);
        }
    }

    public int LineOf(string key) => (int)(Find(key)?.Start.Line ?? node.Start.Line);

    private IEnumerable<YamlNode> Items(string key) => Find(key) switch
    {
        null => [],
        YamlSequenceNode list => list.Children,
        var other => Wrong<IEnumerable<YamlNode>?>(other, key, "một danh sách") ?? [],
    };

    private YamlNode? Find(string key) => node.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private T? Wrong<T>(YamlNode at, string key, string wanted)
    {
        Fault($"\"{key}\" phải là {wanted}.", (int)at.Start.Line);
        return default;
    }
}
