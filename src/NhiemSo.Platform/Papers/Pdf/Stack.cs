using SkiaSharp;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>Lines, rules and boxes one below the other in a column of fixed width.</summary>
internal sealed class Stack(TypeCase type, float width)
{
    private readonly List<(float Top, Action<OpenPage, float, float> Draw)> _items = [];

    public float Width => width;

    public float Height { get; private set; }

    /// <summary>Adds text and returns the width of its widest line. Centred text is broken evenly.</summary>
    public float Add(PaperText text, double size, PaperAlign align, double lineSpacing = 1)
    {
        var lines = align == PaperAlign.Center ? type.BreakEvenly(text, size, width) : type.Break(text, size, width);
        foreach (var line in lines) Add(line, size, align, lineSpacing);
        return lines.Max(line => line.Width);
    }

    public void Add(TextLine line, double size, PaperAlign align, double lineSpacing)
    {
        var height = type.LineHeight(size) * (float)lineSpacing;
        var baseline = (height - type.LineHeight(size)) / 2 + type.Ascent(size);
        Box(height, (page, x, y) => line.Draw(page.Canvas, type.Ink, x, y + baseline, width, align));
    }

    /// <summary>A thin centred line with a little air around it.</summary>
    public void Rule(float length) => Box(5, (page, x, y) =>
    {
        using var pen = new SKPaint { Color = SKColors.Black, StrokeWidth = 0.7f, Style = SKPaintStyle.Stroke };
        var left = x + (width - length) / 2;
        page.Canvas.DrawLine(left, y + 2, left + length, y + 2, pen);
    });

    public void Gap(float height) => Height += height;

    /// <summary>Anything drawn from its left and top.</summary>
    public void Box(float height, Action<OpenPage, float, float> draw)
    {
        _items.Add((Height, draw));
        Height += height;
    }

    public void Draw(OpenPage page, float left, float top)
    {
        foreach (var (offset, draw) in _items) draw(page, left, top + offset);
    }
}
