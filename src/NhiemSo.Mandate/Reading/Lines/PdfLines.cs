using System.Text;
using NhiemSo.Platform.Outcomes;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace NhiemSo.Mandate.Reading.Lines;

/// <summary>The printed lines of a PDF that holds text: letters on one base line, wide gaps kept as two spaces.</summary>
internal static class PdfLines
{
    /// <summary>Gaps by the size of the letters: a blank is a quarter of it in most fonts, kerning far less; columns stand further apart than any blank.</summary>
    private const double Blank = 0.2, Column = 1.5;

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
        var letters = page.Letters.Where(l => l.Value.Length > 0).OrderByDescending(BaseLine).ToArray();
        var line = new List<Letter>();
        for (var i = 0; i <= letters.Length; i++)
        {
            if (line.Count > 0 && (i == letters.Length || BaseLine(line[0]) - BaseLine(letters[i]) > Size(line[0]) * 0.4))
            {
                AppendLine(line, text);
                line.Clear();
            }

            if (i < letters.Length) line.Add(letters[i]);
        }
    }

    private static double BaseLine(Letter letter) => letter.StartBaseLine.Y;

    private static double Size(Letter letter) => Math.Max(4, letter.PointSize);

    /// <summary>Words are told by the gap before each letter alone, not by the gaps of the page as the library does: a page of few lines had its words broken.</summary>
    private static void AppendLine(List<Letter> line, StringBuilder text)
    {
        Letter? before = null;
        var blank = false;
        foreach (var letter in line.OrderBy(l => l.StartBaseLine.X))
        {
            if (string.IsNullOrWhiteSpace(letter.Value))
            {
                blank = before is not null;
                continue;
            }

            var gap = before is null ? 0 : letter.StartBaseLine.X - before.EndBaseLine.X;
            if (gap > Size(letter) * Column) text.Append("   ");
            else if ((blank || gap > Size(letter) * Blank) && letter.Value[0] is not (':' or ';' or ',')) text.Append(' '); // a mark set apart by kerning belongs to its word
            text.Append(letter.Value);
            (before, blank) = (letter, false);
        }

        text.Append('\n');
    }
}
