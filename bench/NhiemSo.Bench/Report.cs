using System.Globalization;
using NhiemSo.Platform.Data;

namespace NhiemSo.Bench;

/// <summary>Figures as a table on the screen and as rows of <c>docs/measured.md</c>.</summary>
internal static class Report
{
    private const string Head = "# Measured\n\nRows are added by `./test --long` and by the programs in `bench/`.\n\n| what | figure | day | command |\n|---|---|---|---|\n";

    public static readonly string Title = string.Create(CultureInfo.InvariantCulture, $"{"what",-34}{"floor",12}{"ours",12}{"ratio",9}  {"least-most",-14}{"must",6}  {"reached",-8}{"kB",8}");

    public static string Line(Figure f)
    {
        var (span, reached) = (string.Create(CultureInfo.InvariantCulture, $"{f.Least:0.0}-{f.Most:0.0}"), f.Reached switch { true => "yes", false => "no", null => "-" });
        return string.Create(CultureInfo.InvariantCulture, $"{f.Pair.Name,-34}{Time(f.Floor),12}{Time(f.Ours),12}{f.Ratio,8:0.0}x  {span,-14}{f.Pair.Most,6:0.0}  {reached,-8}{f.Bytes / 1000,8:0.0}");
    }

    /// <summary>What the database takes on disk for a dossier, with all that hangs on it.</summary>
    public static async Task<string> SizeAsync(BenchHouse house, int dossiers)
    {
        var bytes = house.Settings.Engine == Engine.Sqlite
            ? new FileInfo(Path.Combine(house.Settings.DataFolder, "nhiemso.db")).Length
            : await house.Plain.ReadAsync(async c => (long)(await c.ScalarAsync("SELECT pg_database_size(current_database())"))!);
        return string.Create(CultureInfo.InvariantCulture, $"{house.Settings.Engine}: {bytes / 1_000_000} MB of database for {dossiers} dossiers, {bytes / dossiers} bytes each");
    }

    /// <param name="options">Of the command line, as typed, to repeat it.</param>
    public static void Record(IEnumerable<Figure> figures, string options)
    {
        var file = Path.Combine(Root(), "docs", "measured.md");
        if (!File.Exists(file)) File.WriteAllText(file, Head);
        foreach (var f in figures)
        {
            var name = f.Pair.Name.Split(',', ' ')[0];
            File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture,
                $"| bench {f.Pair.Name}: {f.Pair.What} | {f.Ratio:0.0}× ({f.Least:0.0}–{f.Most:0.0}); {Time(f.Ours)} against {Time(f.Floor)}; {f.Bytes / 1000:0} kB allocated; median of {f.Runs} | {DateTime.UtcNow:yyyy-MM-dd} | `bench/run {name}{options}` |\n"));
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
