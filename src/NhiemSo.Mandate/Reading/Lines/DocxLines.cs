using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>Paragraphs of a DOCX in reading order; a table of two columns gives its cells one after another, a wider one its rows. Automatic numbers are written out.</summary>
internal static class DocxLines
{
    /// <summary>Characters of one part: twenty times the longest decision known to us. A small file may unfold to gigabytes.</summary>
    private const long LongestPart = 20_000_000;

    public static Outcome<FileText> Read(ReadOnlyMemory<byte> file, string fileName)
    {
        try
        {
            using var stream = new MemoryStream(file.ToArray(), writable: false);
            DocxNesting.Check(stream, LongestPart);
            using var document = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = LongestPart });
            if (document.MainDocumentPart?.Document?.Body is not { } body) return Unreadable(fileName);
            var numbering = new DocxNumbering(document.MainDocumentPart);
            var text = new StringBuilder();
            var start = 0;
            foreach (var paragraph in body.Descendants<Paragraph>().Where(p => !IsRepeated(p)))
            {
                AppendText(paragraph, text);
                if (EndsDeleted(paragraph)) continue;
                if (HasLetter(text, start)) text.Insert(start, numbering.LabelOf(paragraph));
                text.Append(GoesOnInRow(paragraph) ? '\t' : '\n');
                start = text.Length;
            }

            var whole = text.ToString();
            return FileText.Garbled(whole) ? Problem.Invalid($"Chữ trong tệp {fileName} không đọc được (có thể là phông TCVN3 hoặc VNI). Chuyển về Unicode rồi nạp lại.") : new FileText(TextLines.Split(whole), Paragraphs: true);
        }
        // The library answers broken parts with exceptions of many kinds, some only when an attribute is asked for; all of them mean the same here.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Unreadable(fileName);
        }
    }

    private static Problem Unreadable(string fileName) => Problem.Invalid($"Không mở được tệp DOCX {fileName}. Tệp có thể bị hỏng hoặc có mật khẩu.");

    /// <summary>Newer programs write a text box twice, the second time for older ones.</summary>
    private static bool IsRepeated(OpenXmlElement element) => element.Ancestors<AlternateContentFallback>().Any();

    /// <summary>A tracked change took the end of this paragraph away: it goes on in the next.</summary>
    private static bool EndsDeleted(Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphMarkRunProperties?.Elements<Deleted>().Any() == true;

    /// <summary>A cell of a table of three columns or more, as of posts or telephones: the row stays one line. Head and signature stand in tables of two.</summary>
    private static bool GoesOnInRow(Paragraph paragraph) =>
        paragraph.Parent is TableCell { Parent: TableRow row } cell && cell != row.LastChild
        && row.Elements<TableCell>().Count(c => c.InnerText.Length > 0) >= 3 && row.Elements<TableCell>().All(c => c.Elements<Paragraph>().Count() == 1);

    private static bool HasLetter(StringBuilder text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (!char.IsWhiteSpace(text[i])) return true;
        }

        return false;
    }

    private static void AppendText(Paragraph paragraph, StringBuilder text)
    {
        foreach (var element in paragraph.Descendants())
        {
            // A text box has paragraphs of its own, which come by themselves.
            if (element is not (Text or TabChar or Break or CarriageReturn or NoBreakHyphen) || element.Ancestors<Paragraph>().First() != paragraph) continue;
            if (element.Ancestors<MoveFromRun>().Any() || element.Parent is Run { RunProperties.Vanish: not null }) continue; // moved away, hidden
            text.Append(element switch
            {
                Text words => words.Text.Replace('\n', ' '),
                TabChar => "\t",
                NoBreakHyphen => "-",
                Break { Type: { } type } when type.Value != BreakValues.TextWrapping => " ",
                _ => "\n",
            });
        }
    }
}
