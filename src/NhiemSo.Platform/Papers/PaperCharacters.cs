using System.Text;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Papers;

/// <summary>What is done to the characters of a paper before it is printed: composed (NFC), and checked against the font.</summary>
internal static class PaperCharacters
{
    /// <summary>The problem naming each character the font can't show; null when it can show all.</summary>
    public static Problem? Unprintable(Paper paper)
    {
        var text = new StringBuilder();
        Map(paper, part =>
        {
            text.Append(Compose(part));
            return part;
        });
        // The four faces are cut to the same characters, so one stands for all.
        var missing = PaperFonts.Missing(PaperFonts.Face(bold: false, italic: false), text.ToString());
        return missing.Length == 0 ? null : Problem.Invalid(
            $"Phông chữ in không có ký tự {string.Join(", ", missing.EnumerateRunes().Select(rune => $"“{rune}” (U+{rune.Value:X4})"))}. Sửa nội dung rồi in lại.");
    }

    /// <summary>The same paper with every letter composed: typed decomposed, a letter would be two glyphs.</summary>
    public static Paper Composed(Paper paper) => Map(paper, Compose);

    private static string Compose(string text) => NormalText.Of(text.Replace("\r", "").Replace('\t', ' '));

    private static Paper Map(Paper paper, Func<string, string> map)
    {
        return paper with
        {
            Header = new PaperHeader(Maybe(paper.Header.Parent), map(paper.Header.Issuer), Maybe(paper.Header.NumberLine), Maybe(paper.Header.DateLine)),
            Title = new PaperTitle(Maybe(paper.Title.Kind), Maybe(paper.Title.Subject)),
            Addressees = Each(paper.Addressees),
            IssuedBy = Maybe(paper.IssuedBy),
            Bases = Each(paper.Bases),
            Body = [.. paper.Body.Select(Block)],
            Signatures = [.. paper.Signatures.Select(signature => signature with
            {
                Authority = Each(signature.Authority), Name = Maybe(signature.Name), Hint = Maybe(signature.Hint),
            })],
            CopiesTo = Each(paper.CopiesTo),
            Qr = paper.Qr is { } qr ? qr with { Caption = map(qr.Caption) } : null,
            Note = Maybe(paper.Note),
        };

        string? Maybe(string? text) => text is null ? null : map(text);
        string[] Each(IReadOnlyList<string> texts) => [.. texts.Select(map)];
        PaperText Text(PaperText text) => new([.. text.Runs.Select(run => run with { Text = map(run.Text) })]);
        PaperBlock Block(PaperBlock block) => block switch
        {
            PaperParagraph paragraph => paragraph with { Text = Text(paragraph.Text) },
            Numbered numbered => numbered with { Text = Text(numbered.Text) },
            LabelValue line => new LabelValue(map(line.Label), line.Value is null ? null : Text(line.Value)),
            PaperTable table => new PaperTable(
                [.. table.Columns.Select(column => column with { Title = map(column.Title) })],
                [.. table.Rows.Select(row => (IReadOnlyList<PaperText>)[.. row.Select(Text)])]),
            _ => block,
        };
    }
}
