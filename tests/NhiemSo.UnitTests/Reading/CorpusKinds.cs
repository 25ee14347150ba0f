using System.Text;
using NhiemSo.Mandate.Reading;

namespace NhiemSo.UnitTests.Reading;

/// <summary>One text of the corpus in every kind of file it may come in.</summary>
internal static class CorpusKinds
{
    /// <summary>Texts with a whole paragraph on each line, as Word keeps them; the others are wrapped as printed.</summary>
    private static readonly string[] ParagraphTexts = ["02", "05", "08", "09", "10", "12", "14", "15", "16", "17", "24", "26", "27", "35", "38", "43", "45", "48", "51", "56", "67", "68", "70", "75", "83", "85", "87", "100", "103", "106", "110", "121", "122", "124", "127", "133", "137", "144", "150", "157", "163", "166", "176", "179"];

    public static IEnumerable<(string Kind, DecisionReading Reading)> Of(string name)
    {
        var text = Corpus.Text(name);
        yield return ("TXT", Corpus.ReadText(text));
        yield return ("PDF", Corpus.ReadFile(OfficeFiles.Pdf(text.Split('\n')), "qd.pdf"));
        if (!ParagraphTexts.Contains(name.Split('-')[0])) yield break;
        yield return ("DOCX", Corpus.ReadFile(OfficeFiles.Docx(text.Split('\n')), "qd.docx"));
        yield return ("DOCX counted", Corpus.ReadFile(OfficeFiles.CountedDocx(text.Split('\n')), "qd.docx"));
        foreach (var width in (int[])[60, 75, 90]) yield return ($"TXT printed at {width}", Corpus.ReadText(Printed(text, width)));
    }

    /// <summary>Paragraphs as they come out of a printer's file: wrapped, 40 lines a page, a page number amid a sentence or not.</summary>
    private static string Printed(string text, int width)
    {
        var printed = new StringBuilder();
        var count = 0;
        foreach (var paragraph in text.Split('\n'))
        {
            var column = 0;
            foreach (var word in paragraph.Split(' '))
            {
                if (column > 0 && column + 1 + word.Length > width) EndLine();
                else if (column > 0) printed.Append(' ');
                printed.Append(word);
                column += word.Length + 1;
            }

            EndLine();

            void EndLine()
            {
                printed.Append('\n');
                column = 0;
                if (++count % 40 == 0) printed.Append($"\n          {(count / 40) + 1}\n\n\f");
            }
        }

        return printed.ToString();
    }
}
