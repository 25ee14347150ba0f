using NhiemSo.Platform.Data;

namespace NhiemSo.Platform.Audit;

/// <summary>
/// One act on one subject, append-only. Entries of a subject form a hash chain; the position in it is unique in the
/// database, so two writers can't fork it. The hash covers stored text and times at microseconds: equal on both engines.
/// </summary>
public sealed class AuditEntry : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary><c>matter</c>, <c>account</c>, <c>rule</c>, <c>unit</c>, <c>mandate</c> or <c>installation</c>.</summary>
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>1 for the first entry of the subject.</summary>
    public required long Position { get; init; }

    public required DateTime At { get; init; }

    public required Guid? ActorId { get; init; }

    public required string ActorName { get; init; }

    /// <summary>In which position or under which delegation, in words.</summary>
    public required string Capacity { get; init; }

    /// <summary>Code of the act in its process or room, e.g. <c>tiep-nhan</c>.</summary>
    public required string Act { get; init; }

    /// <summary>What happened, as a person reads it in the history.</summary>
    public required string Text { get; init; }

    public string? Reason { get; init; }

    /// <summary>Canonical JSON: old and new values, evidence files by hash; personal values only as salted hashes.</summary>
    public required string Body { get; init; }

    /// <summary>SHA-256 of the entry before, 64 zeros for the first.</summary>
    public required string Previous { get; init; }

    public required string Hash { get; init; }
}

/// <summary>The last entry of each subject's chain.</summary>
public sealed class AuditHead : IRepeatOnClash
{
    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    public required long Position { get; set; }

    public required string Hash { get; set; }

    /// <summary>Up to which position a checkpoint vouches for the chain; 0 while none does.</summary>
    public long Checkpointed { get; set; }
}

/// <summary>A personal value of an entry and its salt; erasing the row leaves the chain verifiable.</summary>
public sealed class AuditPersonal
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid EntryId { get; init; }

    public required string Field { get; init; }

    public required string Salt { get; init; }

    public required string Value { get; init; }
}
