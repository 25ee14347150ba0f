namespace NhiemSo.Platform.Papers;

/// <summary>Gives Điều, khoản and điểm their numbers and turns them into plain paragraphs.</summary>
public static class PaperNumbering
{
    // The letters used for điểm: the Vietnamese alphabet without f, j, w, z and without ă, â, ê, ô, ơ.
    private const string PointLetters = "abcdđeghiklmnopqrstuưvxy";

    private static readonly (int Value, string Mark)[] Roman =
        [(100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")];

    /// <summary>The blocks with every <see cref="Numbered"/> written out as a paragraph; the rest as it is.</summary>
    public static IReadOnlyList<PaperBlock> Apply(IReadOnlyList<PaperBlock> blocks)
    {
        var counts = new int[4];
        var written = new List<PaperBlock>(blocks.Count);
        foreach (var block in blocks)
        {
            if (block is not Numbered numbered)
            {
                written.Add(block);
                continue;
            }

            var level = (int)numbered.Level;
            var number = ++counts[level];
            // Điều are counted through the whole document; every other level restarts below its parent.
            for (var below = level + 1; below < counts.Length; below++)
                if (below != (int)PaperLevel.Article) counts[below] = 0;

            written.Add(new PaperParagraph(Write(numbered, number)));
        }

        return written;
    }

    private static PaperText Write(Numbered block, int number) => block.Level switch
    {
        PaperLevel.Section => PaperText.Bold($"{ToRoman(number)}. ").Before(block.Text.With(bold: true)),
        PaperLevel.Article => PaperText.Bold($"Điều {number}. ").Before(block.Text.With(bold: true)),
        PaperLevel.Clause => ((PaperText)$"{number}. ").Before(block.Text),
        _ => ((PaperText)$"{Letter(number)}) ").Before(block.Text),
    };

    private static string Letter(int number) => number <= PointLetters.Length
        ? PointLetters[number - 1].ToString()
        : throw new InvalidOperationException($"A khoản has {PointLetters.Length} điểm at most, not {number}.");

    private static string ToRoman(int number)
    {
        var text = "";
        foreach (var (value, mark) in Roman)
            for (; number >= value; number -= value) text += mark;
        return text;
    }
}
