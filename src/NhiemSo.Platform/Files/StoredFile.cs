using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Files;

/// <summary>Bytes kept once, under their SHA-256. Knowing a hash gives no access: reading goes through a <see cref="FileRef"/>.</summary>
public sealed class StoredFile : IRepeatOnClash
{
    public required string Hash { get; init; }

    public required long Size { get; init; }

    public required DateTime At { get; init; }
}

/// <summary>A file as part of something: its name there, its type by content, who brought it.</summary>
public sealed class FileRef
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Hash { get; init; }

    /// <summary>The matter whose readers may open it; null for a draft application's upload.</summary>
    public Guid? MatterId { get; set; }

    /// <summary>What it is to the room, e.g. <c>component:don</c>, <c>result</c>, <c>form:mau-01</c>.</summary>
    public required string Purpose { get; init; }

    public required string Name { get; init; }

    /// <summary>By content, not by name.</summary>
    public required string ContentType { get; init; }

    public required long Size { get; init; }

    public required DateTime At { get; init; }

    public required string ByName { get; init; }

    public DateTime? RemovedAt { get; set; }

    public string? RemovedReason { get; set; }
}
