using System.Collections.Immutable;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules.Books;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace NhiemSo.Platform.Words;

/// <summary>Reads a book of synonyms and gathers every fault with its line.</summary>
internal sealed class SynonymBookReader(string file)
{
    private const string Gap = "...";

    private readonly List<FieldFault> _faults = [];
    private readonly List<Synonym> _synonyms = [];
    private readonly List<ImmutableArray<QueryWord>> _questions = [];
    private readonly List<ImmutableArray<QueryWord>> _acts = [];
    private readonly List<ImmutableArray<QueryWord>> _elsewhere = [];

    public Outcome<SynonymBook> Read(string yaml)
    {
        if (Root(yaml) is { } root) ReadBook(root);
        return _faults.Count == 0
            ? new SynonymBook(_synonyms, _questions, _acts, _elsewhere)
            : Problem.Invalid($"Tệp {file} có {_faults.Count} lỗi, chưa nạp được.", [.. _faults]);
    }

    private YamlMappingNode? Root(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException fault)
        {
            Fault(fault.Start, "Không đọc được YAML: " + fault.Message);
            return null;
        }

        if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
        Fault(Mark.Empty, "Tệp phải gồm đúng một tài liệu YAML dạng khóa: giá trị.");
        return null;
    }

    private void ReadBook(YamlMappingNode root)
    {
        foreach (var key in (string[])["kind", "code", "name", "effective", "sources"])
            if (!root.Children.ContainsKey(key)) Fault(root.Start, $"Thiếu mục \"{key}\".");
        if (root.Children.TryGetValue("kind", out var kind) && kind is not YamlScalarNode { Value: "synonyms" })
            Fault(kind.Start, "Mục \"kind\" phải là synonyms.");

        foreach (var (key, value) in root.Children)
        {
            switch ((key as YamlScalarNode)?.Value)
            {
                case { } head when RuleBookReader.HeadKeys.Contains(head, StringComparer.Ordinal):
                    break;
                case "equal":
                    foreach (var node in Items(value)) ReadEqual(node);
                    break;
                case "everyday":
                    foreach (var node in Items(value)) ReadEveryday(node);
                    break;
                case "questions":
                    _questions.AddRange(Items(value).Select(Said).Where(words => !words.IsEmpty));
                    break;
                case "acts":
                    _acts.AddRange(Items(value).Select(Said).Where(words => !words.IsEmpty));
                    break;
                case "elsewhere":
                    _elsewhere.AddRange(Items(value).Select(Said).Where(words => !words.IsEmpty));
                    break;
                case var other:
                    Fault(key.Start, $"Không có mục nào tên là \"{other}\" trong sổ từ đồng nghĩa.");
                    break;
            }
        }
    }

    // [ATTT, an toàn thông tin]: each stands for the others.
    private void ReadEqual(YamlNode node)
    {
        var terms = Items(node).Select(item => (Node: item, Words: Said(item))).Where(item => !item.Words.IsEmpty).ToList();
        if (terms.Count < 2) Fault(node.Start, "Mỗi dòng từ tương đương cần ít nhất hai cách gọi.");
        for (var i = 0; i < terms.Count; i++)
        {
            var others = terms.Where((_, at) => at != i).Select(other => other.Words);
            _synonyms.Add(new Synonym(new SynonymPattern([terms[i].Words]), [.. others]));
        }
    }

    // {say: [in ... không bán], means: [tài liệu không kinh doanh]}: one way only.
    private void ReadEveryday(YamlNode node)
    {
        if (node is not YamlMappingNode entry || !entry.Children.TryGetValue("say", out var say) || !entry.Children.TryGetValue("means", out var means))
        {
            Fault(node.Start, "Mỗi cách nói thường ngày cần \"say\" (người dân nói) và \"means\" (văn bản gọi là).");
            return;
        }

        ImmutableArray<ImmutableArray<QueryWord>> terms = [.. Items(means).Select(Said).Where(words => !words.IsEmpty)];
        foreach (var item in Items(say))
        {
            var parts = Text(item)?.Split(Gap).Select(QueryWord.Read).ToImmutableArray() ?? [];
            if (parts.Length == 0 || parts.Any(part => part.IsEmpty)) Fault(item.Start, $"Trước và sau mỗi \"{Gap}\" phải có từ.");
            else _synonyms.Add(new Synonym(new SynonymPattern(parts), terms));
        }
    }

    private ImmutableArray<QueryWord> Said(YamlNode node)
    {
        if (Text(node) is not { } text) return [];
        var words = QueryWord.Read(text);
        if (words.IsEmpty) Fault(node.Start, "Chỗ này phải có chữ hoặc số.");
        return words;
    }

    private string? Text(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } text }) return text;
        Fault(node.Start, "Chỗ này phải là một từ hoặc cụm từ.");
        return null;
    }

    private IList<YamlNode> Items(YamlNode node)
    {
        if (node is YamlSequenceNode { Children: { Count: > 0 } items }) return items;
        Fault(node.Start, "Chỗ này phải là một danh sách có ít nhất một dòng.");
        return [];
    }

    private void Fault(Mark at, string message) => _faults.Add(new FieldFault($"{file}:{at.Line}", message));
}
