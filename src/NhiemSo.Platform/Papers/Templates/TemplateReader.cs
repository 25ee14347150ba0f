using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Platform.Papers.Templates;

/// <summary>Reads texts and blocks of a template, and remembers which values they ask for.</summary>
internal sealed class TemplateReader
{
    private static readonly Dictionary<string, PaperAlign> Aligns = new(StringComparer.Ordinal)
    {
        ["justify"] = PaperAlign.Justify, ["left"] = PaperAlign.Left, ["center"] = PaperAlign.Center, ["right"] = PaperAlign.Right,
    };

    private static readonly Dictionary<string, PaperLevel> Levels = new(StringComparer.Ordinal)
    {
        ["section"] = PaperLevel.Section, ["article"] = PaperLevel.Article, ["clause"] = PaperLevel.Clause, ["point"] = PaperLevel.Point,
    };

    private static readonly string[] BlockWords = ["text", "line", "table", "space", .. Levels.Keys];

    private readonly SortedSet<string> _placeholders = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Placeholders => [.. _placeholders.Where(name => name != TemplateFilling.Ordinal)];

    /// <summary>A text that is printed without styles; null when the key is absent or its value turns out blank.</summary>
    public Func<TemplateFilling, string?> Maybe(YamlNodeReader? from, string key)
    {
        if (from?.Text(key) is not { } text) return _ => null;
        var read = Text(from, key, text);
        return filling => read(filling).ToString() is var filled && string.IsNullOrWhiteSpace(filled) ? null : filled;
    }

    public Func<TemplateFilling, string> Need(YamlNodeReader from, string key)
    {
        var read = Text(from, key, from.NeedText(key));
        return filling => read(filling).ToString();
    }

    /// <summary>A list of texts; those that turn out blank are left out, and a value may bring several lines.</summary>
    public Func<TemplateFilling, IReadOnlyList<string>> Texts(YamlNodeReader from, string key)
    {
        var reads = from.Texts(key).Select(text => Text(from, key, text)).ToList();
        return filling => [.. reads.SelectMany(read => read(filling).ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];
    }

    public Func<TemplateFilling, IReadOnlyList<PaperBlock>> Blocks(YamlNodeReader from, string key)
    {
        var blocks = from.Items(key).Select(Block).ToList();
        return filling => [.. blocks.SelectMany(block => block(filling))];
    }

    private Func<TemplateFilling, IEnumerable<PaperBlock>> Block(YamlNodeReader item)
    {
        var condition = Name(item, "if");
        var list = Name(item, "each");
        var written = BlockWords.Where(item.Has).ToList();
        if (written.Count != 1)
        {
            item.Fault($"Mỗi đoạn của mẫu phải có đúng một trong các mục {string.Join(", ", BlockWords)}.");
            return _ => [];
        }

        var make = written[0] switch
        {
            "text" => Paragraph(item),
            "line" => Line(item),
            "table" => Table(item),
            "space" => Space(item),
            var level => Numbered(item, level),
        };
        return filling => condition is not null && !filling.Holds(condition)
            ? []
            : (list is null ? [filling] : filling.Each(list)).Select(make);
    }

    private Func<TemplateFilling, PaperBlock> Paragraph(YamlNodeReader item)
    {
        var text = Text(item, "text", item.NeedText("text"));
        var align = item.Word("align", Aligns) ?? PaperAlign.Justify;
        return filling => new PaperParagraph(text(filling), align);
    }

    private Func<TemplateFilling, PaperBlock> Line(YamlNodeReader item)
    {
        var label = Need(item, "line");
        var value = Text(item, "value", item.NeedText("value"));
        return filling => new LabelValue(label(filling), value(filling) is { IsBlank: false } text ? text : null);
    }

    private Func<TemplateFilling, PaperBlock> Numbered(YamlNodeReader item, string level)
    {
        var text = Text(item, level, item.NeedText(level));
        return filling => new Numbered(Levels[level], text(filling));
    }

    private static Func<TemplateFilling, PaperBlock> Space(YamlNodeReader item)
    {
        var points = (double)(item.Number("space") ?? 0);
        return _ => new Spacer(points);
    }

    private Func<TemplateFilling, PaperBlock> Table(YamlNodeReader item)
    {
        var table = item.NeedSection("table");
        var list = Name(table, "each");
        if (list is null) table.Fault("Bảng phải có mục 'each' nêu danh sách của các dòng.");
        var columns = new List<PaperColumn>();
        var cells = new List<Func<TemplateFilling, PaperText>>();
        foreach (var column in table.NeedItems("columns"))
        {
            var share = (double)(column.Number("share") ?? 0);
            if (share <= 0) column.Fault("share", "Mục 'share' phải là số lớn hơn 0: phần bề rộng của cột.");
            columns.Add(new PaperColumn(column.NeedText("title"), share, column.Word("align", Aligns) ?? PaperAlign.Left));
            cells.Add(Text(column, "cell", column.NeedText("cell")));
        }

        return filling => new PaperTable(columns, [.. filling.Each(list!).Select(row => (IReadOnlyList<PaperText>)[.. cells.Select(cell => cell(row))])]);
    }

    private string? Name(YamlNodeReader item, string key)
    {
        if (item.Text(key) is not { } name) return null;
        if (!TemplateText.IsName(name)) item.Fault(key, $"Mục '{key}' phải là tên một giá trị: chữ thường không dấu, chữ số và dấu '_'.");
        _placeholders.Add(name);
        return name;
    }

    private Func<TemplateFilling, PaperText> Text(YamlNodeReader from, string key, string text)
    {
        if (TemplateText.Read(text, out var fault) is not { } read)
        {
            from.Fault(key, fault!);
            return _ => PaperText.Empty;
        }

        _placeholders.UnionWith(read.Placeholders);
        return read.Fill;
    }
}
