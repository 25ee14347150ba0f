using System.Diagnostics;

namespace NhiemSo.Bench;

/// <summary>
/// Floor and ours by turns in one process: whatever else the machine does strikes both, so the ratio of a run means more than its times.
/// </summary>
internal static class Measuring
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMilliseconds(700);
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(60);

    public static async Task<Figure> RunAsync(Pair pair, int runs)
    {
        var (floorRounds, ourRounds) = (await RoundsAsync(pair.Floor), await RoundsAsync(pair.Ours));
        var measured = new List<(double Floor, double Ours)>();
        for (var run = 0; run < runs; run++)
        {
            // Each goes first every other time: the second finds a warmer machine, or the first one's waste.
            var first = run % 2 == 0 ? await TimeAsync(pair.Floor, floorRounds) : await TimeAsync(pair.Ours, ourRounds);
            var second = run % 2 == 0 ? await TimeAsync(pair.Ours, ourRounds) : await TimeAsync(pair.Floor, floorRounds);
            measured.Add(run % 2 == 0 ? (first, second) : (second, first));
        }

        var ratios = measured.Select(m => m.Ours / m.Floor).ToList();
        return new Figure(pair, runs, Median(measured.Select(m => m.Floor)), Median(measured.Select(m => m.Ours)), Median(ratios), ratios.Min(), ratios.Max());
    }

    /// <summary>Warms up, and answers how often the work fits in a turn.</summary>
    private static async Task<int> RoundsAsync(Func<Task> work)
    {
        await work();
        var (watch, done) = (Stopwatch.StartNew(), 0);
        while (watch.Elapsed < WarmUp || done < 3)
        {
            await work();
            done++;
        }

        return (int)Math.Max(1, done * Turn / watch.Elapsed);
    }

    /// <summary>Microseconds for one piece of work, over <paramref name="rounds"/> of them.</summary>
    private static async Task<double> TimeAsync(Func<Task> work, int rounds)
    {
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < rounds; i++) await work();
        return watch.Elapsed.TotalMicroseconds / rounds;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}
