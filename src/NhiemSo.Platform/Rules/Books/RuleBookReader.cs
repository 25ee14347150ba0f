using YamlDotNet.RepresentationModel;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>Reads the head that every rule book has.</summary>
internal static class RuleBookReader
{
    public static readonly IReadOnlyList<string> HeadKeys =
        ["kind", "code", "name", "effective", "sources", "confidence", "later_changes", "replaced_by", "draft"];

    public static readonly IReadOnlyDictionary<string, Confidence> Levels = new Dictionary<string, Confidence>(StringComparer.Ordinal)
    {
        ["source-seen"] = Confidence.SourceSeen,
        ["known-not-seen"] = Confidence.KnownNotSeen,
        ["designed"] = Confidence.Designed,
        ["unknown"] = Confidence.Unknown,
    };

    /// <summary>The book, or null when the file is not YAML at all; a faulty head is read as far as it goes.</summary>
    public static RuleBook? Read(string file, string yaml, RuleFaults faults)
    {
        var text = BookText.Canonical(yaml);
        if (BookYaml.Load(file, text, faults) is not { } root) return null;
        // Content keys are the kind's; only what the head asks for is read here, unknown keys are found after the kind has read.
        var head = new YamlNodeReader(file, root, faults);
        var effective = head.NeedSection("effective");
        var from = effective.NeedDate("from");
        var to = effective.Date("to");
        if (to < from) effective.Fault("to", "Ngày hết hiệu lực phải sau ngày bắt đầu.");
        effective.Finish();
        var sources = Sources(head);
        var book = new RuleBook(file, text, root)
        {
            Kind = head.NeedCode("kind"),
            Code = head.NeedCode("code"),
            Name = head.NeedText("name"),
            From = from,
            To = to,
            Sources = sources,
            Confidence = Confidences(head, root, sources),
            LaterChanges = [.. head.Items("later_changes").Select(Later)],
            ReplacedBy = head.Code("replaced_by"),
            Draft = head.Flag("draft"),
        };
        return book;
    }

    /// <summary>A fault for each item whose <paramref name="key"/> was used before.</summary>
    internal static void Unique(IEnumerable<YamlNodeReader> items, string key)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in items)
            if (item.Text(key) is { } id && !seen.Add(id)) item.Fault(key, $"'{id}' bị lặp: mỗi {key} chỉ dùng một lần.");
    }

    /// <summary>A list of items with an <c>id</c>, or a map from id to item.</summary>
    private static List<RuleSource> Sources(YamlNodeReader head)
    {
        if (head.IsMap("sources"))
            return [.. head.Entries("sources").Where(e => e.Section is not null).Select(e => Source(e.Key, e.Section!))];
        var items = head.Items("sources");
        Unique(items, "id");
        return [.. items.Select(i => Source(i.NeedText("id"), i))];
    }

    private static RuleSource Source(string id, YamlNodeReader item)
    {
        // "short" names a source in explanations; "file" is a text kept beside the book; evidence is said per fact or per source.
        item.Allow(["short", "file", "evidence", "confidence"]);
        var urls = item.IsList("url") ? item.Texts("url") : [];
        var source = new RuleSource(id, item.NeedText("title"), urls.Count > 0 ? urls[0] : item.IsList("url") ? null : item.Text("url"), item.Text("read"));
        item.Finish();
        return source;
    }

    private static LaterChange Later(YamlNodeReader item)
    {
        var change = new LaterChange(item.NeedText("what"), item.Date("from"));
        item.Finish();
        return change;
    }

    private static List<FactConfidence> Confidences(YamlNodeReader head, YamlMappingNode root, List<RuleSource> sources)
    {
        var facts = new List<FactConfidence>();
        foreach (var entry in head.Entries("confidence"))
        {
            var level = entry.Section is { } section ? section.NeedWord("level", Levels) : head.Look(entry.Place, entry.Value ?? "", Levels) ?? default;
            var source = entry.Section?.Text("source");
            if (source is not null && !sources.Exists(s => s.Id == source))
                entry.Section!.Fault("source", $"Không có nguồn '{source}' trong mục sources.{Spelling.Suggest(source, sources.Select(s => s.Id))}");
            if (BookFacts.Find(root, entry.Key) is null)
                head.Faults.Add(entry.Place, $"Không có mục '{entry.Key}' trong tệp để ghi độ tin cậy.{Spelling.Suggest(entry.Key, BookFacts.Keys(root))}");
            facts.Add(new FactConfidence(entry.Key, level, source, entry.Section?.Text("note")));
            entry.Section?.Finish();
        }
        return facts;
    }
}
