using System.CommandLine;
using System.Globalization;
using NhiemSo.Bench;
using NhiemSo.Floor;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Million;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Words;

string[] inMemory = ["fold", "clock", "licence", "read"], all = [.. inMemory, "work", "page", "status", "search", "report", "submit", "accept", "start"];
var names = new Argument<string[]>("name") { Description = string.Join(", ", all) + "; none means all", DefaultValueFactory = _ => all };
var runs = new Option<int>("--runs") { Description = "Turns of each.", DefaultValueFactory = _ => 9 };
var dossiers = new Option<int>("--dossiers") { Description = "Dossiers in the database.", DefaultValueFactory = _ => 10_000 };
var million = new Option<bool>("--million") { Description = "Also with a million dossiers." };
var keep = new Option<string>("--keep") { Description = "Where the million is kept from one run to the next.", DefaultValueFactory = _ => Path.Combine(Path.GetTempPath(), "nhiemso-million") };
var record = new Option<bool>("--record") { Description = "Add the rows to docs/measured.md." };
names.AcceptOnlyFromAmong(all);
var root = new RootCommand("Our work against the simplest possible program, by turns in one process.") { names, runs, dossiers, million, keep, record };
root.SetAction(async (parsed, _) =>
{
    var (wanted, turns, size) = (parsed.GetValue(names)!, parsed.GetValue(runs), parsed.GetValue(dossiers));
    var figures = new List<Figure>();
    Console.WriteLine(Report.Title);
    if (wanted.Contains("fold")) await MeasureAsync(InMemory.Fold());
    if (wanted.Contains("clock")) await MeasureAsync(InMemory.Clock());
    if (wanted.Contains("licence")) await MeasureAsync(InMemory.Licence());
    if (wanted.Contains("read")) await MeasureAsync(InMemory.Read());
    if (wanted.Except(inMemory).Any())
    {
        await using var databases = new Databases();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            var settings = await databases.NewAsync(engine);
            await RowsAsync(settings, await FilledOffice.FillAsync(settings, size), size);
            if (!parsed.GetValue(million)) continue;
            await using var kept = await KeptOffice.OpenAsync(engine, parsed.GetValue(keep)!, 1_000_000);
            await RowsAsync(kept.Settings, kept.Ids, kept.Ids.Count);
        }

        Console.WriteLine("The floors' statements:");
        foreach (var sql in ConnectionPool.Statements.Keys.Order(StringComparer.Ordinal)) Console.WriteLine("  " + sql.ReplaceLineEndings(" "));
    }

    if (parsed.GetValue(record)) Report.Record(figures, $" --runs {turns}");
    return 0;

    async Task RowsAsync(DatabaseSettings settings, IReadOnlyList<Guid> ids, int count)
    {
        var on = string.Create(CultureInfo.InvariantCulture, $"{settings.Engine}, {count / 1000}k");
        await using (var house = await BenchHouse.OpenAsync(settings, ids))
        {
            Console.WriteLine(await Report.SizeAsync(house, count));
            // Reading before writing: what the acts leave behind is in no list that is measured.
            foreach (var clients in (int[])[1, 16])
            {
                var name = $"{on}, {clients}";
                if (wanted.Contains("work")) await MeasurePageAsync(await OverHttp.WorkAsync(house), $"work, {name}", "“Việc của tôi” of the desk, 50 rows, against a bare server that reads them and sends as many bytes", clients);
                if (wanted.Contains("page")) await MeasurePageAsync(await OverHttp.DossierAsync(house), $"page, {name}", "a dossier with papers and timeline against a bare server that reads them and sends as many bytes", clients);
                if (wanted.Contains("status")) foreach (var found in (bool[])[true, false]) await MeasureServedAsync(() => OnDatabase.StatusAsync(house, $"status {(found ? "found" : "none")}, {name}", found), clients);
                if (wanted.Contains("search"))
                    foreach (var (word, typed) in ((string, string)[])[("rare", ManyDossiers.NameOf(ids.Count / 2)), ("rare plain", Fold.Text(ManyDossiers.NameOf(ids.Count / 2))), ("common", "kỷ yếu hội thảo"), ("common plain", "ky yeu hoi thao")])
                        await MeasureAsync(await OnDatabase.SearchAsync(house, $"{word}, {name}", typed), clients);
                if (wanted.Contains("report")) await MeasureAsync(await OnDatabase.ReportAsync(house, $"report, {name}"), clients);
            }

            foreach (var clients in (int[])[1, 16])
            {
                if (wanted.Contains("submit")) await MeasureServedAsync(() => new Acts(house).SubmitAsync($"submit, {on}, {clients}"), clients);
                if (wanted.Contains("accept")) await MeasureServedAsync(() => new Acts(house).AcceptAsync($"accept, {on}, {clients}"), clients);
            }
        }

        if (!wanted.Contains("start")) return;
        await MeasureAsync(Starting.Pair($"start, {on}", settings));
        Console.WriteLine(await Starting.MemoryAsync(settings));
    }

    async Task MeasureAsync(Pair pair, int clients = 1)
    {
        try
        {
            var figure = await Measuring.RunAsync(pair, turns, clients);
            figures.Add(figure);
            Console.WriteLine(Report.Line(figure));
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            // One row that can't be measured doesn't take the table with it.
            Console.WriteLine($"{pair.Name}: {e.Message}");
        }
    }

    async Task MeasurePageAsync(OverHttp page, string name, string what, int clients)
    {
        await using (page) await MeasureAsync(page.Pair(name, what), clients);
    }

    async Task MeasureServedAsync(Func<Task<(Pair Pair, IAsyncDisposable Server)>> open, int clients)
    {
        try
        {
            var served = await open();
            await using (served.Server) await MeasureAsync(served.Pair, clients);
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            Console.WriteLine(e.Message);
        }
    }
});
return await root.Parse(args).InvokeAsync();
