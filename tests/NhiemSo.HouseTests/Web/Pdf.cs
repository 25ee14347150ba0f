using System.Diagnostics;

namespace NhiemSo.HouseTests.Web;

/// <summary>What a program that we did not write reads in a PDF.</summary>
public static class Pdf
{
    /// <summary>Text by <c>pdftotext</c>, in one line.</summary>
    public static async Task<string> TextAsync(byte[] pdf) => Visitor.Clean(await RunAsync("pdftotext", pdf, "-layout", "{}", "-"));

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
