using SkiaSharp;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>Text in one style without a space in it.</summary>
internal sealed record Fragment(string Text, SKFont Font)
{
    public float Width { get; } = Font.MeasureText(Text);
}

/// <summary>What stands between two spaces; it may change style inside.</summary>
internal sealed record Word(IReadOnlyList<Fragment> Fragments)
{
    public float Width { get; } = Fragments.Sum(fragment => fragment.Width);

    public float Space { get; } = Fragments[^1].Font.MeasureText(" ");

    public string Text => string.Concat(Fragments.Select(fragment => fragment.Text));
}

/// <summary>One set line. <paramref name="Ends"/> is true where a paragraph or a forced break ends, so it is never stretched.</summary>
internal sealed record TextLine(IReadOnlyList<Word> Words, bool Ends)
{
    public float Width { get; } = Words.Count == 0 ? 0 : Words.Sum(word => word.Width) + Words.SkipLast(1).Sum(word => word.Space);

    /// <summary>Draws between <paramref name="left"/> and left + <paramref name="width"/>, spaces included, so that text can be read back.</summary>
    public void Draw(SKCanvas canvas, SKPaint ink, float left, float baseline, float width, PaperAlign align)
    {
        var spare = width - Width;
        var stretch = align == PaperAlign.Justify && !Ends && Words.Count > 1 ? spare / (Words.Count - 1) : 0;
        var x = left + align switch { PaperAlign.Center => spare / 2, PaperAlign.Right => spare, _ => 0 };

        using var run = new GlyphRun(canvas, ink, baseline);
        foreach (var word in Words)
        {
            foreach (var fragment in word.Fragments)
            {
                run.Add(fragment.Text, fragment.Font, x);
                x += fragment.Width;
            }

            // A space ends every word, the last of a line too: whoever copies the text gets words, not a string of them.
            run.Add(" ", word.Fragments[^1].Font, x);
            x += word.Space + stretch;
        }
    }

    /// <summary>Gathers glyphs of one font into one text object.</summary>
    private sealed class GlyphRun(SKCanvas canvas, SKPaint ink, float baseline) : IDisposable
    {
        private readonly List<ushort> _glyphs = [];
        private readonly List<float> _places = [];
        private SKFont? _font;

        public void Add(string text, SKFont font, float x)
        {
            if (font != _font) Flush();
            _font = font;
            var glyphs = font.GetGlyphs(text);
            _glyphs.AddRange(glyphs);
            foreach (var width in font.GetGlyphWidths(glyphs))
            {
                _places.Add(x);
                x += width;
            }
        }

        public void Dispose() => Flush();

        private void Flush()
        {
            if (_font is not null && _glyphs.Count > 0)
            {
                using var builder = new SKTextBlobBuilder();
                builder.AddHorizontalRun(_glyphs.ToArray(), _font, _places.ToArray(), 0);
                using var blob = builder.Build();
                canvas.DrawText(blob, 0, baseline, ink);
            }

            _glyphs.Clear();
            _places.Clear();
        }
    }
}
