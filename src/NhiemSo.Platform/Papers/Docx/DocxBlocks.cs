using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NhiemSo.Platform.Papers.Pdf;

namespace NhiemSo.Platform.Papers.Docx;

/// <summary>The parts of a paper as WordprocessingML, in the order they stand.</summary>
internal sealed class DocxBlocks(Paper paper, MainDocumentPart main, TypeCase type)
{
    private readonly PaperLayout _layout = paper.Layout;

    public IEnumerable<OpenXmlElement> Make() => [Head(), .. Opening(), .. Body(), Closing()];

    private Table Head()
    {
        var leftWidth = _layout.Measure * _layout.HeadLeftShare;
        var rightWidth = _layout.Measure - leftWidth;
        var header = paper.Header;
        List<OpenXmlElement> left = [], right = [], number = [], date = [];
        if (header.Parent is { Length: > 0 } parent) left.Add(DocxText.Centred(Even(parent, _layout.ParentSize, leftWidth), _layout.ParentSize));
        var issuer = PaperText.Bold(header.Issuer);
        left.Add(DocxText.Centred(Even(issuer, _layout.IssuerSize, leftWidth).With(bold: true), _layout.IssuerSize));
        left.Add(DocxText.Rule(Widest(issuer, _layout.IssuerSize, leftWidth) * HeadStrips.RuleShare, leftWidth));
        right.Add(DocxText.Centred(PaperText.Bold(HeadStrips.Nation), _layout.NationSize));
        right.Add(DocxText.Centred(PaperText.Bold(HeadStrips.Motto), _layout.MottoSize));
        right.Add(DocxText.Rule(type.Measure(PaperText.Bold(HeadStrips.Motto), _layout.MottoSize), rightWidth));
        if (header.NumberLine is { } line) number.Add(DocxText.Centred(line, _layout.NumberSize, gap: 4));
        if (header.DateLine is { } day) date.Add(DocxText.Centred(PaperText.Italic(day), _layout.DateSize, gap: 4));
        if (paper.Title is { Kind: null, Subject: { } subject }) number.Add(DocxText.Centred(Even($"V/v {subject}", _layout.LetterSubjectSize, leftWidth), _layout.LetterSubjectSize, gap: 6));
        if (paper.Qr is { Place: QrPlace.Header }) number.AddRange(Qr());
        return DocxTables.Columns(leftWidth, rightWidth, (left, right), (number, date));
    }

    private IEnumerable<OpenXmlElement> Opening()
    {
        var size = _layout.BodySize;
        if (paper.Title.Kind is { } kind)
        {
            yield return DocxText.Centred(PaperText.Bold(kind), _layout.KindSize, gap: size, keepNext: true);
            if (paper.Title.Subject is { } subject)
            {
                var bold = PaperText.Bold(subject);
                yield return DocxText.Centred(bold, _layout.SubjectSize, keepNext: true);
                yield return DocxText.Rule(Widest(bold, _layout.SubjectSize, _layout.Measure) * HeadStrips.RuleShare, _layout.Measure, keepNext: true);
            }
        }

        if (paper.IssuedBy is { } issuer) yield return DocxText.Centred(PaperText.Bold(issuer), size, gap: size, keepNext: true);
        if (paper.Addressees is [var one]) yield return DocxText.Centred($"Kính gửi: {one}", size, gap: size);
        else
            for (var i = -1; paper.Addressees.Count > 0 && i < paper.Addressees.Count; i++)
            {
                var text = i < 0 ? "Kính gửi:" : $"- {paper.Addressees[i]}{(i == paper.Addressees.Count - 1 ? "." : ";")}";
                var written = DocxText.Paragraph(text, size, PaperAlign.Left, gap: i < 0 ? size : 0);
                var hang = _layout.Measure * 0.2 + (i < 0 ? 0 : type.Measure("Kính gửi: ", size));
                written.ParagraphProperties!.Indentation = new Indentation { Left = DocxText.Twips(hang) };
                yield return written;
            }

        for (var i = 0; i < paper.Bases.Count; i++)
            yield return Text(PaperText.Italic(paper.Bases[i] + (i == paper.Bases.Count - 1 ? "." : ";")), PaperAlign.Justify, _layout.Indent);
    }

    private List<OpenXmlElement> Body()
    {
        var written = PaperNumbering.Apply(paper.Body).Select(Block).ToList();
        // The signature never stands alone on a page.
        if (written is [.., Paragraph last])
        {
            last.ParagraphProperties!.KeepNext = new KeepNext();
            last.ParagraphProperties.KeepLines = new KeepLines();
        }

        return written;
    }

    private OpenXmlElement Block(PaperBlock block) => block switch
    {
        PaperParagraph paragraph => Text(paragraph.Text, paragraph.Align, paragraph.Indent && paragraph.Align == PaperAlign.Justify ? _layout.Indent : 0),
        LabelValue { Value: { } value } line => Text(((PaperText)$"{line.Label}: ").Before(value), PaperAlign.Justify, _layout.Indent),
        LabelValue line => Dotted(line.Label),
        PaperTable table => DocxTables.Ruled(table, _layout),
        Spacer spacer => DocxText.Space(spacer.Points),
        _ => throw new InvalidOperationException($"No way to write a {block.GetType().Name}."),
    };

    private Paragraph Text(PaperText text, PaperAlign align, double indent) =>
        DocxText.Paragraph(text, _layout.BodySize, align, _layout.ParagraphGap, indent, _layout.LineSpacing);

    /// <summary>A value not given: dots to the end of the line.</summary>
    private Paragraph Dotted(string label)
    {
        var line = Text($"{label}: ", PaperAlign.Left, _layout.Indent);
        line.ParagraphProperties!.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = (int)Math.Round(_layout.Measure * 20) });
        line.Append(new Run(DocxText.Style(_layout.BodySize, bold: false, italic: false), new TabChar()));
        return line;
    }

    private Table Closing()
    {
        var half = _layout.Measure / 2;
        List<OpenXmlElement> left = [], right = [];
        var pair = paper.Signatures.Count == 2;
        if (pair) left.AddRange(Signature(paper.Signatures[0]));
        else if (paper.CopiesTo.Count > 0) left.AddRange(CopiesTo());
        if (paper.Signatures.Count > 0) right.AddRange(Signature(paper.Signatures[^1]));
        if (paper.Qr is { Place: QrPlace.Closing }) left.AddRange(Qr());
        return DocxTables.Columns(half, half, (left, right));
    }

    private IEnumerable<OpenXmlElement> CopiesTo()
    {
        yield return DocxText.Paragraph(PaperText.Bold("Nơi nhận:").With(italic: true), _layout.CopiesTitleSize, PaperAlign.Left, gap: _layout.BodySize);
        for (var i = 0; i < paper.CopiesTo.Count; i++)
            yield return DocxText.Paragraph($"- {paper.CopiesTo[i]}{(i == paper.CopiesTo.Count - 1 ? "." : ";")}", _layout.CopiesSize, PaperAlign.Left);
    }

    private IEnumerable<OpenXmlElement> Signature(PaperSignature signature)
    {
        for (var i = 0; i < signature.Authority.Count; i++)
            yield return DocxText.Centred(PaperText.Bold(signature.Authority[i]), _layout.SignatureSize, gap: i == 0 ? _layout.BodySize : 0);
        if (signature.Hint is { } hint) yield return DocxText.Centred(PaperText.Italic(hint), _layout.SignatureSize);
        yield return DocxText.Space(_layout.SignatureGap);
        yield return DocxText.Centred(PaperText.Bold(signature.Name ?? ""), _layout.SignatureSize);
    }

    private IEnumerable<OpenXmlElement> Qr()
    {
        var qr = paper.Qr!;
        var picture = DocxText.Paragraph(PaperText.Empty, _layout.SmallSize, PaperAlign.Left, gap: 8);
        picture.Append(DocxImage.Square(main, QrMark.Png(qr.Content), _layout.QrMm, qr.Caption));
        return [picture, DocxText.Paragraph(qr.Caption, _layout.SmallSize, PaperAlign.Left)];
    }

    private double Widest(PaperText text, double size, double width) =>
        type.BreakEvenly(text, size, (float)width - HeadStrips.HeadGap).Max(line => line.Width);

    /// <summary>The text with the breaks that the PDF has, so that both heads look the same; its style is lost.</summary>
    private PaperText Even(PaperText text, double size, double width) =>
        string.Join('\n', type.BreakEvenly(text, size, (float)width - HeadStrips.HeadGap).Select(line => string.Join(' ', line.Words.Select(word => word.Text))));
}
