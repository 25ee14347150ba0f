namespace NhiemSo.Platform.Jobs;

/// <summary>Wakes this node's runner when an act has enqueued something; other nodes look every few seconds.</summary>
public sealed class JobSignal : IDisposable
{
    private readonly SemaphoreSlim pending = new(0, 1);

    public void Pulse()
    {
        try
        {
            pending.Release();
        }
        catch (SemaphoreFullException)
        {
            // The runner is awake already or about to be.
        }
    }

    /// <summary>Returns at a pulse or after <paramref name="atMost"/>.</summary>
    public Task WaitAsync(TimeSpan atMost, CancellationToken ct) => pending.WaitAsync(atMost, ct);

    public void Dispose() => pending.Dispose();
}
