using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Follow;

/// <summary>How often a look-up failed within an hour, by address and by dossier; shared by all nodes. Gone when the hour is over.</summary>
internal sealed class LookupTry : IRepeatOnClash
{
    /// <summary><c>address:…</c> or <c>code:…</c>, hashed.</summary>
    public required string Key { get; init; }

    /// <summary>The hour, e.g. <c>2026112415</c>, UTC.</summary>
    public required string Hour { get; init; }

    /// <summary>Tries that failed or are being judged; a concurrency token, so that guesses sent at once are counted one by one.</summary>
    public required int Count { get; set; }
}
