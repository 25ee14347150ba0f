namespace NhiemSo.Bench;

/// <summary>The same piece of work, done by the simplest possible program and by the house.</summary>
/// <param name="Name">With the engine where one is involved, e.g. <c>act, Sqlite</c>.</param>
/// <param name="What">Ours against the floor, in words.</param>
internal sealed record Pair(string Name, string What, Func<Task> Floor, Func<Task> Ours)
{
    public static Pair Of(string name, string what, Action floor, Action ours) => new(name, what, Wrap(floor), Wrap(ours));

    private static Func<Task> Wrap(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}

/// <summary>What was measured of a pair; times are medians, in microseconds.</summary>
internal sealed record Figure(Pair Pair, int Runs, double Floor, double Ours, double Ratio, double Least, double Most);
