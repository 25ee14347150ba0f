using SkiaSharp;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>Fonts by style and size, and the breaking of text into lines. Sizes and widths in points.</summary>
internal sealed class TypeCase : IDisposable
{
    // In centred lines these lead the next word instead of ending a line: "SỞ THÔNG TIN / VÀ TRUYỀN THÔNG".
    private static readonly HashSet<string> Leading = new(StringComparer.OrdinalIgnoreCase) { "và", "của", "về", "theo", "cho", "hoặc" };

    // These stay with the number after them: "năm 2024", "Điều 25", "số 55/QĐ-STTTT".
    private static readonly HashSet<string> BeforeNumber = new(StringComparer.OrdinalIgnoreCase) { "ngày", "tháng", "năm", "điều", "khoản", "số", "mục" };

    private readonly Dictionary<(bool, bool, double), SKFont> _fonts = [];

    public SKPaint Ink { get; } = new() { Color = SKColors.Black, IsAntialias = true };

    public SKFont Font(bool bold, bool italic, double size)
    {
        if (_fonts.TryGetValue((bold, italic, size), out var font)) return font;
        return _fonts[(bold, italic, size)] = new SKFont(PaperFonts.Face(bold, italic), (float)size)
        {
            Hinting = SKFontHinting.None, Subpixel = true, LinearMetrics = true,
        };
    }

    /// <summary>Height of a single-spaced line.</summary>
    public float LineHeight(double size) => Font(bold: false, italic: false, size).Spacing;

    /// <summary>From the top of a line to its baseline.</summary>
    public float Ascent(double size) => -Font(bold: false, italic: false, size).Metrics.Ascent;

    public float Measure(PaperText text, double size) => text.Runs.Sum(run => Font(run.Bold, run.Italic, size).MeasureText(run.Text));

    /// <summary>Breaks at spaces; a word wider than the line is broken where it must be.</summary>
    public IReadOnlyList<TextLine> Break(PaperText text, double size, float width, float firstIndent = 0) =>
        Break(text, size, width, firstIndent, leading: false);

    /// <summary>As many lines as <see cref="Break(PaperText, double, float, float)"/>, made as even as they can be: for centred heads and titles.</summary>
    public IReadOnlyList<TextLine> BreakEvenly(PaperText text, double size, float width)
    {
        var best = Break(text, size, width, 0, leading: true);
        var fewest = best.Count;
        for (var narrower = width - 2; fewest > 1 && narrower > width / 3; narrower -= 2)
        {
            var lines = Break(text, size, narrower, 0, leading: true);
            if (lines.Count > fewest) break;
            best = lines;
        }

        return best;
    }

    public void Dispose()
    {
        foreach (var font in _fonts.Values) font.Dispose();
        Ink.Dispose();
    }

    private List<TextLine> Break(PaperText text, double size, float width, float firstIndent, bool leading)
    {
        var lines = new List<TextLine>();
        foreach (var paragraph in Words(text, size))
        {
            var line = new List<Word>();
            float used = 0, room = width - (lines.Count == 0 ? firstIndent : 0);
            var words = paragraph.SelectMany(word => Fit(word, width - firstIndent)).ToList();
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i];
                var needed = word.Width;
                if (i + 1 < words.Count && StaysWith(word.Text, words[i + 1].Text, leading)) needed += word.Space + words[i + 1].Width;
                if (line.Count > 0 && used + needed > room)
                {
                    lines.Add(new TextLine([.. line], Ends: false));
                    line.Clear();
                    (used, room) = (0, width);
                }

                line.Add(word);
                used += word.Width + word.Space;
            }

            lines.Add(new TextLine([.. line], Ends: true));
        }

        return lines;
    }

    private static bool StaysWith(string word, string next, bool leading) =>
        (char.IsAsciiDigit(next[0]) && BeforeNumber.Contains(word)) || (leading && Leading.Contains(word));

    private List<List<Word>> Words(PaperText text, double size)
    {
        List<List<Word>> paragraphs = [[]];
        var fragments = new List<Fragment>();
        foreach (var run in text.Runs)
        {
            var font = Font(run.Bold, run.Italic, size);
            var start = 0;
            for (var i = 0; i <= run.Text.Length; i++)
            {
                if (i < run.Text.Length && run.Text[i] is not (' ' or '\n')) continue;
                if (i > start) fragments.Add(new Fragment(run.Text[start..i], font));
                start = i + 1;
                if (i == run.Text.Length) break;
                EndWord();
                if (run.Text[i] == '\n') paragraphs.Add([]);
            }
        }

        EndWord();
        return paragraphs;

        void EndWord()
        {
            if (fragments.Count > 0) paragraphs[^1].Add(new Word([.. fragments]));
            fragments.Clear();
        }
    }

    private static IEnumerable<Word> Fit(Word word, float width)
    {
        if (word.Width <= width)
        {
            yield return word;
            yield break;
        }

        foreach (var fragment in word.Fragments)
            for (var rest = fragment.Text; rest.Length > 0;)
            {
                var taken = Math.Max(1, fragment.Font.BreakText(rest, width));
                if (taken < rest.Length && char.IsHighSurrogate(rest[taken - 1])) taken++;
                yield return new Word([new Fragment(rest[..taken], fragment.Font)]);
                rest = rest[taken..];
            }
    }
}
