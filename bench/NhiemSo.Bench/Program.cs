using System.CommandLine;
using NhiemSo.Bench;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;

string[] all = ["fold", "clock", "licence", "queue", "page", "desk", "act", "submit"];
var names = new Argument<string[]>("name") { Description = string.Join(", ", all) + "; none means all", DefaultValueFactory = _ => all };
var runs = new Option<int>("--runs") { Description = "Turns of each.", DefaultValueFactory = _ => 15 };
var dossiers = new Option<int>("--dossiers") { Description = "Invented dossiers in the database.", DefaultValueFactory = _ => 400 };
var record = new Option<bool>("--record") { Description = "Add the rows to docs/measured.md." };
names.AcceptOnlyFromAmong(all);
var root = new RootCommand("Our work against the simplest possible program, by turns in one process.") { names, runs, dossiers, record };
root.SetAction(async (parsed, _) =>
{
    var (wanted, turns, size) = (parsed.GetValue(names)!, parsed.GetValue(runs), parsed.GetValue(dossiers));
    var figures = new List<Figure>();
    Console.WriteLine(Report.Title);
    if (wanted.Contains("fold")) await MeasureAsync(InMemory.Fold());
    if (wanted.Contains("clock")) await MeasureAsync(InMemory.Clock());
    if (wanted.Contains("licence")) await MeasureAsync(InMemory.Licence());
    if (wanted.Except(all[..3]).Any())
    {
        await using var databases = new Databases();
        foreach (var engine in Enum.GetValues<Engine>())
        {
            await using var house = await BenchHouse.OpenAsync(databases, engine, size);
            // Reading before writing: what the acts leave behind is in no list that is measured.
            if (wanted.Contains("queue")) await MeasureAsync(await OnDatabase.QueueAsync(house, engine));
            if (wanted.Contains("page")) await MeasurePageAsync(await OverHttp.DossierAsync(house), $"page, {engine}", "the desk's page of one dossier against a bare server that reads the row and sends as many bytes");
            if (wanted.Contains("desk")) await MeasurePageAsync(await OverHttp.DeskAsync(house), $"desk, {engine}", "the desk's list as a page against a bare server that reads 50 rows and sends as many bytes");
            if (wanted.Contains("act")) await MeasureAsync(await OnDatabase.ActAsync(house, engine));
            if (wanted.Contains("submit")) await MeasureAsync(await OnDatabase.SubmitAsync(house, engine));
        }
    }

    if (parsed.GetValue(record)) Report.Record(figures, $" --runs {turns} --dossiers {size}");
    return 0;

    async Task MeasureAsync(Pair pair)
    {
        var figure = await Measuring.RunAsync(pair, turns);
        figures.Add(figure);
        Console.WriteLine(Report.Line(figure));
    }

    async Task MeasurePageAsync(OverHttp page, string name, string what)
    {
        await using (page) await MeasureAsync(page.Pair(name, what));
    }
});
return await root.Parse(args).InvokeAsync();
