using SkiaSharp;

namespace NhiemSo.Platform.Papers.Pdf;

/// <summary>The page that is being drawn, and what was noted while drawing.</summary>
internal sealed class OpenPage(SKCanvas canvas, int number, List<SignaturePlace> places)
{
    public SKCanvas Canvas => canvas;

    public int Number => number;

    public void Note(SKRect box) => places.Add(new SignaturePlace(number, Mm(box.Left), Mm(box.Top), Mm(box.Width), Mm(box.Height)));

    private static double Mm(float points) => Math.Round(points / PaperLayout.PointsPerMm, 2);
}

/// <summary>A slice of the document over the full width that no page break goes through.</summary>
/// <param name="Height">In points.</param>
/// <param name="Draw">Draws with its top at the given height of the page.</param>
internal sealed record Strip(float Height, Action<OpenPage, float> Draw)
{
    /// <summary>Empty space above, dropped at the top of a page.</summary>
    public float Gap { get; init; }

    /// <summary>No page break after it while there is a choice.</summary>
    public bool KeepWithNext { get; init; }

    /// <summary>Drawn again above it when it comes first on a page: the head of its table.</summary>
    public Strip? Head { get; init; }
}
