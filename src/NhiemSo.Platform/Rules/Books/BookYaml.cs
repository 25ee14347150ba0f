using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace NhiemSo.Platform.Rules.Books;

/// <summary>
/// Text to YAML nodes. Rule books use plain YAML: one document, a mapping at its root, no repeated keys, no anchors
/// (they could make a small file unfold to a huge one), not deeper than <see cref="MaxDepth"/>.
/// </summary>
internal static class BookYaml
{
    private const int MaxDepth = 32;

    /// <summary>The root mapping, or null with the faults recorded.</summary>
    public static YamlMappingNode? Load(string file, string text, RuleFaults faults)
    {
        var before = faults.Count;
        var parser = new Parser(new StringReader(text));
        try
        {
            Scan(parser, file, faults);
            if (faults.Count > before) return null;
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode root }]) return root;
            faults.Add(new RulePlace(file, 1, 1), "Tệp phải là một danh sách 'mục: giá trị' và không được để trống.");
        }
        catch (YamlException e)
        {
            var (line, words) = YamlSlip.Near(text, (int)e.Start.Line) ?? ((int)e.Start.Line, "Tệp sai cú pháp YAML từ dòng này hoặc dòng ngay trên: kiểm tra thụt lề, dấu hai chấm và dấu nháy.");
            faults.Add(new RulePlace(file, line, 1), words);
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException)
        {
            // The scanner has no word of its own for some broken texts, an unclosed '[' among them.
            faults.Add(At(file, parser.Current?.End ?? Mark.Empty), "Tệp sai cú pháp YAML từ đây: kiểm tra dấu ngoặc, thụt lề và dấu hai chấm.");
        }
        return null;
    }

    public static RulePlace At(string file, Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

    private static void Scan(Parser parser, string file, RuleFaults faults)
    {
        var open = new Stack<Level>();
        var documents = 0;
        while (parser.MoveNext())
        {
            var part = parser.Current!;
            switch (part)
            {
                case DocumentStart when ++documents > 1:
                    faults.Add(At(file, part.Start), "Mỗi tệp chỉ chứa một văn bản: bỏ dòng '---' thứ hai.");
                    return;
                case AnchorAlias:
                    faults.Add(At(file, part.Start), "Không dùng tham chiếu '*': chép lại nội dung tại đây.");
                    open.TryPeek(out var aliased);
                    aliased?.Key();
                    break;
                case MappingEnd or SequenceEnd:
                    open.Pop();
                    break;
                case NodeEvent node:
                    if (open.TryPeek(out var parent) && parent.Key() && node is Scalar key && !parent.Keys.Add(key.Value))
                        faults.Add(At(file, key.Start), $"Mục '{key.Value}' bị lặp: xóa một trong hai.");
                    if (node is MappingStart or SequenceStart) open.Push(new Level(node is MappingStart));
                    break;
            }
            if (open.Count <= MaxDepth) continue;
            faults.Add(At(file, part.Start), $"Các mục lồng nhau quá {MaxDepth} tầng.");
            return;
        }
    }

    /// <summary>One open mapping or sequence; in a mapping keys and values take turns.</summary>
    private sealed class Level(bool mapping)
    {
        private bool _value = true;

        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        /// <summary>Takes the next node; true when it is a key.</summary>
        public bool Key()
        {
            _value = !_value;
            return mapping && !_value;
        }
    }
}
