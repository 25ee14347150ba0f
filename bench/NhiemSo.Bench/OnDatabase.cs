using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Desk;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Floor;
using NhiemSo.Host.Operate;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Bench;

/// <summary>Pairs on one engine: the house as a request would use it, the floor on an open connection to the same database.</summary>
internal static class OnDatabase
{
    // What the row of one matter and its audit entry hold, in characters.
    private static readonly string Content = new('x', 1500);

    /// <summary>The page of the desk's list in the middle of all dossiers.</summary>
    public static async Task<Pair> QueueAsync(BenchHouse house, Engine engine)
    {
        var reader = await house.ReaderAsync("motcua");
        var ids = await house.AskAsync((DepartmentDb db) => db.Set<Dossier>().OrderBy(d => d.Id).Select(d => d.Id).ToListAsync());
        var after = ids[(ids.Count / 2) + DeskQueue.PageSize > ids.Count - 1 ? ids.Count - 1 : (ids.Count / 2) + DeskQueue.PageSize];
        string[] keys = [.. reader.Keys];
        var found = await house.AskAsync((DeskQueue queue) => queue.ReadAsync(reader, [], null, after, CancellationToken.None));
        if (found.Count != await DossierRows.PageAsync(house.Plain, keys, after)) throw new InvalidOperationException("The SQL by hand and the desk's list disagree.");
        return new Pair($"queue, {engine}", $"a page of the desk's list of {ids.Count} dossiers, permission included, against the same in SQL by hand",
            () => DossierRows.PageAsync(house.Plain, keys, after),
            () => house.AskAsync((DeskQueue queue) => queue.ReadAsync(reader, [], null, after, CancellationToken.None)));
    }

    /// <summary>The smallest act there is: one matter, one entry of its trail.</summary>
    public static async Task<Pair> ActAsync(BenchHouse house, Engine engine)
    {
        await DurableInsert.CreateAsync(house.Plain);
        return new Pair($"act, {engine}", "the smallest act (a matter and its audit entry) against one inserted row, both durable",
            () => DurableInsert.RunAsync(house.Plain, Content),
            () => house.AskAsync(async (IServiceProvider services) => Must(await services.GetRequiredService<Work>().ActAsync<Done>(async ct =>
            {
                var matter = Samples.Matter();
                services.GetRequiredService<DepartmentDb>().Add(matter);
                await services.GetRequiredService<AuditTrail>().WriteAsync("matter", matter.Id, Samples.Actor, new AuditNote("do-luong", "Đo"), ct);
                return Done.Yes;
            }, CancellationToken.None))));
    }

    /// <summary>A whole submission: matter, dossier, papers, party, keys, clock, audit, search text.</summary>
    public static async Task<Pair> SubmitAsync(BenchHouse house, Engine engine)
    {
        await DurableInsert.CreateAsync(house.Plain);
        var desk = await house.ReaderAsync("motcua");
        var (random, today) = (new Random(2), Vietnam.Day(DateTime.UtcNow));
        var offered = await house.AskAsync((Catalogue c) => Task.FromResult(c.All(today).First(p => p.MayBeFiled)));
        return new Pair($"submit, {engine}", "a dossier handed in (matter, papers, party, clock, trail, search text) against one inserted row, both durable",
            () => DurableInsert.RunAsync(house.Plain, Content),
            () => house.AskAsync(async (IServiceProvider services) =>
            {
                var typed = InventedAnswers.Of(offered.Procedure, random, today);
                var handedIn = new NewSubmission(offered.Procedure.Code, Channel.Desk, typed, new Dictionary<string, Guid>(StringComparer.Ordinal), "desk");
                return Must(await services.GetRequiredService<Work>().ActAsync(ct => services.GetRequiredService<Submission>().InActAsync(handedIn, desk, ct), CancellationToken.None));
            }));
    }

    private static T Must<T>(Outcome<T> outcome) => outcome.Ok ? outcome.Value : throw new InvalidOperationException(outcome.Problem.Message);
}
