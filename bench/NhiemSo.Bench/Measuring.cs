using System.Diagnostics;

namespace NhiemSo.Bench;

/// <summary>
/// Floor and ours by turns in one process: whatever else the machine does strikes both, so the ratio of a run means more than its times.
/// </summary>
internal static class Measuring
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(60);

    /// <summary>Pieces a turn of each client where they have to be made ready.</summary>
    private const int Readied = 5;

    /// <param name="pair">What.</param>
    /// <param name="runs">Turns of each.</param>
    /// <param name="clients">At work at once.</param>
    public static async Task<Figure> RunAsync(Pair pair, int runs, int clients = 1)
    {
        var (floorRounds, ourRounds) = (await RoundsAsync(pair, pair.Floor, clients), await RoundsAsync(pair, pair.Ours, clients));
        var (measured, bytes) = (new List<(double Floor, double Ours)>(), new List<double>());
        for (var run = 0; run < runs; run++)
        {
            // Each goes first every other time: the second finds a warmer machine, or the first one's waste.
            var first = run % 2 == 0 ? await FloorAsync() : await OursAsync();
            var second = run % 2 == 0 ? await OursAsync() : await FloorAsync();
            measured.Add(run % 2 == 0 ? (first, second) : (second, first));
        }

        var ratios = measured.Select(m => m.Ours / m.Floor).ToList();
        return new Figure(pair, runs, Median(measured.Select(m => m.Floor)), Median(measured.Select(m => m.Ours)), Median(ratios), ratios.Min(), ratios.Max(), Median(bytes));

        Task<double> FloorAsync() => TimeAsync(pair, pair.Floor, floorRounds, clients);

        async Task<double> OursAsync()
        {
            var before = GC.GetTotalAllocatedBytes();
            var time = await TimeAsync(pair, pair.Ours, ourRounds, clients);
            bytes.Add((GC.GetTotalAllocatedBytes() - before) / (double)(ourRounds * clients));
            return time;
        }
    }

    /// <summary>Warms up, and answers how often the work fits in a turn.</summary>
    private static async Task<int> RoundsAsync(Pair pair, Func<Task> work, int clients)
    {
        if (pair.Ready is not null)
        {
            await TimeAsync(pair, work, Readied, clients);
            return Readied;
        }

        await work();
        var (watch, done) = (Stopwatch.StartNew(), 0);
        while (watch.Elapsed < WarmUp || done < 3)
        {
            await work();
            done++;
        }

        return (int)Math.Max(1, done * Turn / watch.Elapsed);
    }

    /// <summary>Microseconds for one piece of work, over <paramref name="rounds"/> of each client.</summary>
    private static async Task<double> TimeAsync(Pair pair, Func<Task> work, int rounds, int clients)
    {
        if (pair.Ready is { } ready) await ready(rounds * clients);
        var watch = Stopwatch.StartNew();
        if (clients == 1) await ClientAsync();
        else await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(ClientAsync)));
        return watch.Elapsed.TotalMicroseconds / (rounds * clients);

        async Task ClientAsync()
        {
            for (var i = 0; i < rounds; i++) await work();
        }
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
