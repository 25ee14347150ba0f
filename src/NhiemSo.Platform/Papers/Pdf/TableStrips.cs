using SkiaSharp;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>A ruled table: breaks between rows, its head again on each page; only a row taller than half a page is broken between lines.</summary>
internal sealed class TableStrips(PaperTable table, PaperLayout layout, TypeCase type)
{
    private const float PadX = 4;
    private const float PadY = 2;

    private readonly float[] _widths = [.. table.Columns.Select(column => (float)(column.Share / table.Columns.Sum(one => one.Share)) * layout.Measure)];

    public IEnumerable<Strip> Make()
    {
        var head = Row([.. table.Columns.Select(column => PaperText.Bold(column.Title))], head: true).Single();
        yield return head with { Gap = (float)layout.ParagraphGap, KeepWithNext = true };
        foreach (var row in table.Rows)
            foreach (var strip in Row(row, head: false)) yield return strip with { Head = head };
    }

    private List<Strip> Row(IReadOnlyList<PaperText> cells, bool head)
    {
        var lines = cells.Select((cell, i) => head
            ? type.BreakEvenly(cell, layout.TableSize, _widths[i] - 2 * PadX)
            : type.Break(cell, layout.TableSize, _widths[i] - 2 * PadX)).ToList();
        var count = lines.Max(cell => cell.Count);
        var tall = !head && count * type.LineHeight(layout.TableSize) > (layout.Bottom - layout.Top) / 2;
        return tall
            ? [.. Enumerable.Range(0, count).Select(line => Slice(lines, line, 1, first: line == 0, last: line == count - 1, head))]
            : [Slice(lines, 0, count, first: true, last: true, head)];
    }

    private Strip Slice(IReadOnlyList<IReadOnlyList<TextLine>> cells, int from, int count, bool first, bool last, bool head)
    {
        var stacks = cells.Select((lines, i) =>
        {
            var stack = new Stack(type, _widths[i] - 2 * PadX);
            foreach (var line in lines.Skip(from).Take(count)) stack.Add(line, layout.TableSize, head ? PaperAlign.Center : table.Columns[i].Align, lineSpacing: 1);
            return stack;
        }).ToList();
        var above = first ? PadY : 0;
        var height = above + (last ? PadY : 0) + count * type.LineHeight(layout.TableSize);
        return new Strip(height, (page, y) =>
        {
            var x = layout.Left;
            for (var i = 0; i < stacks.Count; x += _widths[i++])
            {
                // Head cells stand in the middle of their row.
                var drop = head ? (height - 2 * PadY - stacks[i].Height) / 2 : 0;
                stacks[i].Draw(page, x + PadX, y + above + drop);
            }

            Rules(page.Canvas, y, height, first, last);
        });
    }

    private void Rules(SKCanvas canvas, float top, float height, bool first, bool last)
    {
        using var pen = new SKPaint { Color = SKColors.Black, StrokeWidth = 0.6f, Style = SKPaintStyle.Stroke };
        var right = layout.Left + layout.Measure;
        if (first) canvas.DrawLine(layout.Left, top, right, top, pen);
        if (last) canvas.DrawLine(layout.Left, top + height, right, top + height, pen);
        var x = layout.Left;
        canvas.DrawLine(x, top, x, top + height, pen);
        foreach (var width in _widths)
        {
            x += width;
            canvas.DrawLine(x, top, x, top + height, pen);
        }
    }
}
