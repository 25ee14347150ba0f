using System.Collections.Concurrent;

namespace NhiemSo.HouseTests.Faults;

/// <summary>What the server answered as done, written down by those who were told.</summary>
internal sealed class Ledger
{
    private int papers;

    /// <summary>Look-up codes shown to citizens.</summary>
    public ConcurrentBag<string> Submitted { get; } = [];

    /// <summary>Look-up codes that no desk has taken up yet.</summary>
    public ConcurrentQueue<string> Waiting { get; } = [];

    /// <summary>Dossiers that the desk typed in.</summary>
    public ConcurrentBag<Guid> TypedIn { get; } = [];

    public ConcurrentBag<Guid> Accepted { get; } = [];

    public ConcurrentBag<Guid> Transferred { get; } = [];

    public int Acts => Submitted.Count + TypedIn.Count + Accepted.Count + Transferred.Count;

    /// <summary>A number for the next uploaded paper: no two are alike, so each needs bytes of its own on disk.</summary>
    public int NextPaper() => Interlocked.Increment(ref papers);
}
