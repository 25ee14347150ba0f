using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Posting;

/// <summary>A procedure on the notice board of the desk (niêm yết), from a day until it was taken down. Times of one procedure never overlap.</summary>
internal sealed class NoticePosting : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Its code; the database allows one that hangs.</summary>
    public required string Procedure { get; init; }

    /// <summary>Its name then.</summary>
    public required string Title { get; init; }

    /// <summary>Beginning of its first day in Vietnam, UTC.</summary>
    public required DateTime From { get; init; }

    public required string ByName { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Beginning of the day it was taken down, UTC; null: it hangs.</summary>
    public DateTime? Until { get; set; }

    public string? Reason { get; set; }

    public string? TakenDownBy { get; set; }

    /// <summary>A concurrency token.</summary>
    public int Version { get; set; }
}
