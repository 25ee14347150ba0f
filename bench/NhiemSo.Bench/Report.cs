using System.Globalization;

namespace NhiemSo.Bench;

/// <summary>Figures as a table on the screen and as rows of <c>docs/measured.md</c>.</summary>
internal static class Report
{
    private const string Head = "# Measured\n\nRows are added by `./test --long` and by the programs in `bench/`.\n\n| what | figure | day | command |\n|---|---|---|---|\n";

    public static readonly string Title = string.Create(CultureInfo.InvariantCulture, $"{"what",-20}{"floor",12}{"ours",12}{"ratio",9}  {"least-most",-14}");

    public static string Line(Figure f) => string.Create(CultureInfo.InvariantCulture,
        $"{f.Pair.Name,-20}{Time(f.Floor),12}{Time(f.Ours),12}{f.Ratio,8:0.0}x  {f.Least:0.0}-{f.Most:0.0}");

    /// <param name="options">Of the command line, as typed, to repeat it.</param>
    public static void Record(IEnumerable<Figure> figures, string options)
    {
        var file = Path.Combine(Root(), "docs", "measured.md");
        if (!File.Exists(file)) File.WriteAllText(file, Head);
        foreach (var f in figures)
        {
            var name = f.Pair.Name.Split(',')[0];
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture,
                $"| bench {f.Pair.Name}: {f.Pair.What} | {f.Ratio:0.0}× ({f.Least:0.0}–{f.Most:0.0}); {Time(f.Ours)} against {Time(f.Floor)}; median of {f.Runs} | {DateTime.UtcNow:yyyy-MM-dd} | `dotnet run --project bench/NhiemSo.Bench -c Release -- {name}{options}` |\n"));
        }
    }

    private static string Time(double microseconds) =>
        microseconds < 1 ? string.Create(CultureInfo.InvariantCulture, $"{microseconds * 1000:0} ns")
        : microseconds < 1000 ? string.Create(CultureInfo.InvariantCulture, $"{microseconds:0.0} µs")
        : string.Create(CultureInfo.InvariantCulture, $"{microseconds / 1000:0.00} ms");

    private static string Root()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "NhiemSo.slnx"))) return folder.FullName;
        throw new InvalidOperationException("Start it inside the repository: --record writes docs/measured.md.");
    }
}
