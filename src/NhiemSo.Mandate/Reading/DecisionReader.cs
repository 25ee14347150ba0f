using NhiemSo.Mandate.Reading.Lines;
using NhiemSo.Mandate.Reading.Parts;
using NhiemSo.Mandate.Reading.Tokens;
using NhiemSo.Mandate.Reading.Tree;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Reading;

/// <summary>
/// Reads a decision on functions, duties, powers and organisation (TXT, DOCX, PDF with text) into provisions, units and duties.
/// Pure: lines -> labels -> tree -> header, bases, units, duties, effect. What is missing is null, what is odd is a warning, nothing is guessed.
/// </summary>
internal static class DecisionReader
{
    private static readonly Dictionary<Branch, bool> NoMarks = [];

    public static Outcome<DecisionReading> Read(Stream stream, string fileName)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return Read(copy.ToArray(), fileName);
    }

    /// <summary>A file that cannot be read, or holds no provision, is a <see cref="Problem"/> that says why.</summary>
    public static Outcome<DecisionReading> Read(ReadOnlyMemory<byte> file, string fileName)
    {
        var parts = Open(file, fileName);
        return parts.Ok ? Conclude(parts.Value, NoMarks) : parts.Problem;
    }

    /// <summary>The first half: what stands in the file, part by part. A person may correct it before the second half draws its conclusions.</summary>
    public static Outcome<DecisionParts> Open(ReadOnlyMemory<byte> file, string fileName)
    {
        var opened = FileText.Open(file, fileName);
        if (!opened.Ok) return opened.Problem;
        var lines = PageFurniture.Remove(BrokenLines.Join(opened.Value.Lines));
        return lines.Count == 0 ? Problem.Invalid($"Tệp {fileName} không có chữ nào.") : Open(Page.Of(lines, opened.Value.Paragraphs), fileName);
    }

    private static Outcome<DecisionParts> Open(Page page, string fileName)
    {
        var warnings = new List<Warning>();
        var parts = Layout.Cut(page.Lines);
        var roots = parts.Select((part, i) => Grow(page, part, i, warnings)).ToArray();
        if (!roots.Any(r => r.Trunk.Children.Count > 0)) return Problem.Invalid($"Không tìm thấy điều, khoản nào trong tệp {fileName}. Kiểm tra lại tệp có phải là quyết định và chữ có đọc được không.");

        var main = parts[0];
        var (recipients, signerTitle, signerName) = Signature.Read(main.Foot);
        var header = new HeaderReader(main.Head).Read() with { SignerTitle = signerTitle, SignerName = signerName };
        if (header.Date is null && main.Foot.FirstOrDefault(l => Signature.IsDay(l.Text)) is { } day)
        {
            var (place, date) = Letterhead.PlaceAndDate(day.Text);
            header = header with { Place = header.Place ?? place, Date = date };
        }

        var casing = new Casing(page.Lines);
        header = header with { Issuer = casing.Of(header.Issuer), ParentBody = casing.Of(header.ParentBody) };
        return new DecisionParts(header, Bases.Read(main.Head, page), roots, recipients, warnings, page.Lines);
    }

    /// <summary>The second half: duties, citations, units and effect follow from the tree.</summary>
    /// <param name="marked">Provisions a person said to be a duty, or none.</param>
    public static DecisionReading Conclude(DecisionParts parts, IReadOnlyDictionary<Branch, bool> marked)
    {
        var (header, roots, warnings, casing) = (parts.Header, parts.Roots, parts.Warnings.ToList(), new Casing(parts.Lines));
        Missing(header, warnings);

        // Citations follow from what the text itself makes a duty: a person's mark must not rename what matters cite.
        var read = roots.SelectMany(r => Duties.Of(r.Trunk)).ToHashSet();
        var citations = new Citations(warnings);
        foreach (var root in roots) citations.Give(root, root.Prefix.Length == 0 ? null : AnnexTitle.Name(root.Title, header), read);
        var effect = Effect.Of(roots[0].Trunk, read);
        var duties = roots.SelectMany(r => Citations.Walk(r.Trunk)).Where(b => marked.TryGetValue(b, out var duty) ? duty : read.Contains(b)).ToArray();
        var dutySet = duties.ToHashSet();
        return new DecisionReading(
            header,
            parts.Bases,
            roots.SelectMany(Nodes).ToList(),
            Units.Of(roots, header.Title, dutySet).Select(u => u with { Name = casing.Of(u.Name) ?? u.Name }).ToList(),
            duties.Select(d => d.Citation).ToList(),
            effect.From(header, warnings),
            effect.Replaced(),
            parts.Recipients,
            warnings.OrderBy(w => w.Line).ToList());
    }

    private static Root Grow(Page page, TextPart part, int index, List<Warning> warnings)
    {
        var trunk = new TreeBuilder(page, warnings).Build(part.Body);
        foreach (var branch in Citations.Walk(trunk)) Headings.Split(branch);
        return index == 0 ? new Root("", trunk, null) : new Root(index == 1 ? "KT:" : $"KT{index}:", trunk, AnnexTitle.Title(part.Head)) { Line = part.Head.Count > 0 ? part.Head[0].Number : 0 };
    }

    private static IEnumerable<Node> Nodes(Root root)
    {
        var own = root.Prefix.TrimEnd(':');
        if (own.Length > 0) yield return new Node(own, root.Title ?? own, NodeKind.Annex, own, root.Title, null, null, root.Line);
        foreach (var b in Citations.Walk(root.Trunk))
        {
            var parent = b.Parent!.Parent is null ? (own.Length > 0 ? own : null) : b.Parent.Citation;
            yield return new Node(b.Citation, b.Display, Kind(b.Token.Style), b.Token.Label, b.Heading, b.Text, parent, b.Line);
        }
    }

    public static NodeKind Kind(Style style) => style switch
    {
        Style.Division or Style.Roman or Style.Letter => NodeKind.Part,
        Style.Chapter => NodeKind.Chapter,
        Style.Section => NodeKind.Section,
        Style.Article => NodeKind.Article,
        Style.Clause => NodeKind.Clause,
        Style.Decimal => NodeKind.Subclause,
        Style.Point => NodeKind.Point,
        _ => NodeKind.Dash,
    };

    private static void Missing(Header header, List<Warning> warnings)
    {
        foreach (var (value, name) in new[] { (header.Type, "tên loại văn bản"), (header.Number, "số, ký hiệu"), (header.Date?.ToString("O"), "ngày ban hành"), (header.Issuer, "cơ quan ban hành") })
        {
            if (value is null) warnings.Add(new Warning(0, $"Không đọc được {name}."));
        }
    }
}
