using System.Diagnostics;
using System.Xml.Linq;

namespace NhiemSo.HouseTests.Web;

/// <summary>A word on a page.</summary>
public sealed record PdfWord(string Text, double Left, double Top, double Right, double Bottom)
{
    /// <summary>Printed over the other; the boxes of neighbouring lines may touch.</summary>
    public bool Covers(PdfWord other) =>
        Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 1 && Math.Min(Bottom, other.Bottom) - Math.Max(Top, other.Top) > 0.5 * Math.Min(Bottom - Top, other.Bottom - other.Top);
}

/// <summary>What a program that we did not write reads in a PDF.</summary>
public static class Pdf
{
    /// <summary>Text by <c>pdftotext</c>, in one line.</summary>
    public static async Task<string> TextAsync(byte[] pdf) => Visitor.Clean(await RunAsync("pdftotext", pdf, "-layout", "{}", "-"));

    /// <summary>The words of the first page with their boxes in points from its upper left corner, signatures' appearances included.</summary>
    public static async Task<IReadOnlyList<PdfWord>> WordsAsync(byte[] pdf)
    {
        var page = XDocument.Parse(await RunAsync("pdftotext", pdf, "-bbox", "-l", "1", "{}", "-"));
        return [.. page.Descendants().Where(e => e.Name.LocalName == "word").Select(e => new PdfWord(e.Value, Points(e, "xMin"), Points(e, "yMin"), Points(e, "xMax"), Points(e, "yMax")))];

        static double Points(XElement word, string edge) => double.Parse(word.Attribute(edge)!.Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    public static async Task<int> PagesAsync(byte[] pdf) =>
        int.Parse((await RunAsync("pdfinfo", pdf, "{}")).Split('\n').First(l => l.StartsWith("Pages:", StringComparison.Ordinal))["Pages:".Length..]);

    /// <summary>Millimetres, rounded.</summary>
    public static async Task<(int Width, int Height)> SizeAsync(byte[] pdf)
    {
        var size = (await RunAsync("pdfinfo", pdf, "{}")).Split('\n').First(l => l.StartsWith("Page size:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return (Millimetres(size[2]), Millimetres(size[4]));
    }

    private static int Millimetres(string points) => (int)Math.Round(double.Parse(points, System.Globalization.CultureInfo.InvariantCulture) * 25.4 / 72);

    private static async Task<string> RunAsync(string program, byte[] pdf, params string[] arguments)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, pdf);
        using var process = Process.Start(new ProcessStartInfo(program, arguments.Select(a => a == "{}" ? path : a)) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(path);
        return text;
    }
}
