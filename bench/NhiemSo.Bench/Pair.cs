namespace NhiemSo.Bench;

/// <summary>The same piece of work, done by the simplest possible program and by the house.</summary>
/// <param name="Name">With engine, dossiers and clients where they matter, e.g. <c>work, Sqlite, 10k, 16</c>.</param>
/// <param name="What">Ours against the floor, in words.</param>
internal sealed record Pair(string Name, string What, Func<Task> Floor, Func<Task> Ours)
{
    /// <summary>Ours must not take more than this many times the floor's time; null: watched only.</summary>
    public double? Most { get; init; }

    /// <summary>Milliseconds within which ours does, whatever the floor takes.</summary>
    public double? Enough { get; init; }

    /// <summary>Made ready before a turn of so many pieces, untimed: what is used up by being worked on.</summary>
    public Func<int, Task>? Ready { get; init; }

    public static Pair Of(string name, string what, Action floor, Action ours) => new(name, what, Wrap(floor), Wrap(ours));

    private static Func<Task> Wrap(Action action) => () =>
    {
        action();
        return Task.CompletedTask;
    };
}

/// <summary>What was measured of a pair; times are medians, in microseconds for one piece of work.</summary>
/// <param name="Bytes">Allocated by ours for one piece of work, the asking client in the same process included.</param>
internal sealed record Figure(Pair Pair, int Runs, double Floor, double Ours, double Ratio, double Least, double Most, double Bytes)
{
    /// <summary>Null where nothing is asked for.</summary>
    public bool? Reached => Pair.Most is { } most ? Ratio <= most || (Pair.Enough is { } enough && Ours <= enough * 1000) : null;
}
