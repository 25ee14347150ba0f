using System.Text;
using NhiemSo.Platform.Outcomes;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>The printed lines of a PDF that holds text: words on one base line, wide gaps kept as two spaces.</summary>
internal static class PdfLines
{
    public static Outcome<FileText> Read(ReadOnlyMemory<byte> file, string fileName)
    {
        try
        {
            var ranges = new PdfCodeRanges();
            ranges.Count(file);
            using var document = PdfDocument.Open(file.ToArray(), new ParsingOptions { FilterProvider = ranges });
            var text = new StringBuilder();
            foreach (var page in document.GetPages())
            {
                AppendPage(page, text);
                text.Append('\f');
            }

            var whole = text.ToString();
            if (!whole.Any(char.IsLetter)) return Problem.Invalid($"Tệp PDF {fileName} chỉ có ảnh, không có chữ. Dùng bản có lớp chữ, DOCX hoặc TXT.");
            return FileText.Garbled(whole) ? Problem.Invalid($"Chữ trong tệp PDF {fileName} không đọc được. Dùng bản DOCX hoặc TXT.") : new FileText(TextLines.Split(whole), Paragraphs: false);
        }
        // The library answers broken files with exceptions of many kinds; all of them mean the same here.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Problem.Invalid($"Không mở được tệp PDF {fileName}. Tệp có thể bị hỏng hoặc có mật khẩu.");
        }
    }

    private static void AppendPage(UglyToad.PdfPig.Content.Page page, StringBuilder text)
    {
        var words = page.GetWords().Where(w => w.Text.Length > 0).OrderByDescending(w => w.Letters[0].StartBaseLine.Y).ToArray();
        var line = new List<Word>();
        for (var i = 0; i <= words.Length; i++)
        {
            if (line.Count > 0 && (i == words.Length || BaseLine(line[0]) - BaseLine(words[i]) > Size(line[0]) * 0.4))
            {
                AppendLine(line, text);
                line.Clear();
            }

            if (i < words.Length) line.Add(words[i]);
        }
    }

    private static double BaseLine(Word word) => word.Letters[0].StartBaseLine.Y;

    private static double Size(Word word) => Math.Max(4, word.Letters[0].PointSize);

    private static void AppendLine(List<Word> line, StringBuilder text)
    {
        Word? before = null;
        foreach (var word in line.OrderBy(w => w.BoundingBox.Left))
        {
            var gap = before is null ? 0 : word.BoundingBox.Left - before.BoundingBox.Right;
            if (gap > Size(word) * 1.5) text.Append("   ");
            else if (before is not null && word.Text[0] is not (':' or ';' or ',')) text.Append(' '); // a mark set apart by kerning belongs to its word
            text.Append(word.Text);
            before = word;
        }

        text.Append('\n');
    }
}
