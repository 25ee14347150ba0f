using SkiaSharp;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>Lays strips on pages: strips kept together go to one page if they fit on one.</summary>
internal static class Pages
{
    /// <summary>The strips of each page.</summary>
    public static IReadOnlyList<IReadOnlyList<Strip>> Divide(IReadOnlyList<Strip> strips, float room)
    {
        List<List<Strip>> pages = [[]];
        float used = 0;
        for (var start = 0; start < strips.Count;)
        {
            var end = start;
            while (end < strips.Count - 1 && strips[end].KeepWithNext) end++;
            var group = strips.Skip(start).Take(end - start + 1).ToList();
            start = end + 1;

            var height = group.Sum(strip => strip.Height + strip.Gap);
            var fitsOnOne = height + (group[0].Head?.Height ?? 0) <= room;
            if (fitsOnOne && used + height > room) Turn();
            foreach (var strip in group)
            {
                if (used > 0 && used + strip.Gap + strip.Height > room) Turn();
                if (used == 0 && pages.Count > 1 && strip.Head is { } head)
                {
                    pages[^1].Add(head);
                    used += head.Height;
                }

                pages[^1].Add(strip);
                used += (used == 0 ? 0 : strip.Gap) + strip.Height;
            }
        }

        return pages;

        void Turn()
        {
            if (used == 0) return;
            pages.Add([]);
            used = 0;
        }
    }

    public static void Draw(SKDocument document, Paper paper, TypeCase type, IReadOnlyList<IReadOnlyList<Strip>> pages, List<SignaturePlace> places)
    {
        var layout = paper.Layout;
        for (var number = 1; number <= pages.Count; number++)
        {
            using var canvas = document.BeginPage(layout.Width, layout.Height);
            var page = new OpenPage(canvas, number, places);
            // The number stands centred in the top margin and is not shown on the first page (Phụ lục I, Nghị định 30/2020/NĐ-CP).
            if (number > 1) DrawPageNumber(page, layout, type);
            var y = layout.Top;
            foreach (var strip in pages[number - 1])
            {
                if (y > layout.Top) y += strip.Gap;
                strip.Draw(page, y);
                y += strip.Height;
            }

            if (paper.Note is { } note) DrawNote(page, layout, type, note);
            document.EndPage();
        }
    }

    private static void DrawPageNumber(OpenPage page, PaperLayout layout, TypeCase type)
    {
        var stack = new Stack(type, layout.Measure);
        stack.Add($"{page.Number}", layout.PageNumberSize, PaperAlign.Center);
        stack.Draw(page, layout.Left, (layout.Top - stack.Height) / 2);
    }

    private static void DrawNote(OpenPage page, PaperLayout layout, TypeCase type, string note)
    {
        var stack = new Stack(type, layout.Measure);
        stack.Add(PaperText.Italic(note), layout.SmallSize, PaperAlign.Left);
        stack.Draw(page, layout.Left, Math.Min(layout.Bottom + 8, layout.Height - stack.Height - 8));
    }
}
