namespace NhiemSo.Host.Operate;

/// <summary>The clock of invented dossiers: each is handed in at a moment of the past, so that lists and deadlines look lived in.</summary>
internal sealed class SeedClock : TimeProvider
{
    private DateTimeOffset now = System.GetUtcNow();

    public void Set(DateTime utc) => now = new DateTimeOffset(utc, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;
}
