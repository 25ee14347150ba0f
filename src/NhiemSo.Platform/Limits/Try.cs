using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Limits;

/// <summary>How often something was tried within an hour, by address and by what it was tried on. Gone when the hour is over.</summary>
internal sealed class Try : IRepeatOnClash
{
    /// <summary>What was tried and by whom or on what, hashed.</summary>
    public required string Key { get; init; }

    /// <summary>The hour, e.g. <c>2026112415</c>, UTC.</summary>
    public required string Hour { get; init; }

    /// <summary>Tries that failed or are being judged; a concurrency token, so that guesses sent at once are counted one by one.</summary>
    public required int Count { get; set; }
}
