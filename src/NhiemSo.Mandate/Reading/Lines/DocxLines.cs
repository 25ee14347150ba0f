using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>Paragraphs of a DOCX in reading order; a table gives its cells one after another. Automatic numbers are written out.</summary>
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
            foreach (var paragraph in body.Descendants<Paragraph>())
            {
                text.Append(numbering.LabelOf(paragraph));
                AppendText(paragraph, text);
                text.Append('\n');
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

    private static void AppendText(Paragraph paragraph, StringBuilder text)
    {
        foreach (var element in paragraph.Descendants())
        {
            // A text box has paragraphs of its own, which come by themselves.
            if (element is not (Text or TabChar or Break or CarriageReturn or NoBreakHyphen) || element.Ancestors<Paragraph>().First() != paragraph) continue;
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
