using System.Net;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Floor;
using NhiemSo.HouseTests.Million;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.Words;

namespace NhiemSo.Bench;

/// <summary>Pairs on one engine: the house's service as a request would use it, the floor on a lent connection to the same database.</summary>
internal static class OnDatabase
{
    /// <summary>Code and four digits, found or not; each from an address of its own, or the fifth try would be turned away.</summary>
    public static async Task<(Pair Pair, IAsyncDisposable Server)> StatusAsync(BenchHouse house, string name, bool found)
    {
        const int BytesOfPage = 8_000;
        var tries = 0;
        // A code of its own too: sixteen at once with one would be sixteen tries with it.
        string Code(int n) => found ? ManyDossiers.LookupCodeOf(n % house.Ids.Count) : $"010101-{n % 10000:0000}-XXXX";
        var server = await BareServer.StartAsync(_ => StatusRow.FindAsync(house.Plain, Code(Interlocked.Increment(ref tries))), new byte[BytesOfPage]);
        var bare = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        return (new Pair(name, $"a look-up code with four digits, {(found ? "found" : "not found")}: tries counted and answered alike, without the page, against a bare server with one query", () => bare.GetByteArrayAsync(new Uri("/", UriKind.Relative)),
            async () =>
            {
                var n = Interlocked.Increment(ref tries);
                var from = new IPAddress([10, (byte)(n >> 16), (byte)(n >> 8), (byte)n]);
                var answer = await house.AskAsync((Lookup lookup) => lookup.FindAsync(Code(n), "3482", from, CancellationToken.None));
                if (answer.Ok != found) throw new InvalidOperationException(answer.Ok ? "It was found." : answer.Problem.Message);
            })
        { Most = 1 / 0.6 }, server);
    }

    /// <summary>The one search over everything against the bare query of dossiers, the same words and keys.</summary>
    public static async Task<Pair> SearchAsync(BenchHouse house, string name, string typed)
    {
        var reader = await house.ReaderAsync("motcua");
        string[] keys = [SearchKeys.Public, SearchKeys.Staff, .. reader.Keys], words = Fold.Tokens(typed);
        if (await WordRows.FindAsync(house.Plain, words, keys) == 0) throw new InvalidOperationException($"Nothing is found by “{typed}”.");
        return new Pair(name, $"“{typed}” among everything, ranked, against the newest twenty of the bare index", () => WordRows.FindAsync(house.Plain, words, keys),
            () => house.AskAsync((SearchService search) => search.FindAsync(typed, reader, null, null, CancellationToken.None)))
        { Most = 3, Enough = 5 };
    }

    /// <summary>What II.06a adds up for a quarter.</summary>
    public static async Task<Pair> ReportAsync(BenchHouse house, string name)
    {
        var reader = await house.ReaderAsync("giamdoc");
        string[] keys = [.. reader.Keys];
        var period = await house.AskAsync((FigureBooks books) => Task.FromResult(ReportPeriod.Quarter(2014, 2, books.Cutoff)));
        return new Pair(name, "the numbers of form II.06a for a quarter against one grouped query", () => QuarterSums.ReadAsync(house.Plain, period.Start, period.End, keys),
            () => house.AskAsync((OneStopFigures figures) => figures.CountAsync(reader, new FigureScope(period), CancellationToken.None)))
        { Most = 3 };
    }
}
