namespace NhiemSo.Dossiers.FieldCheck;

/// <summary>
/// A check on the spot during appraisal (thẩm tra, xác minh; Nghị định 61/2018/NĐ-CP, Điều 19.3): planned, held, its minutes written, and the
/// signed copy kept. Until the signed copy is in, the minutes can be corrected.
/// </summary>
internal sealed class FieldCheckRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    public required DateTime PlannedFor { get; init; }

    public required string Place { get; set; }

    /// <summary>Thành phần, one a line.</summary>
    public required string Members { get; set; }

    public required string PlannedByName { get; init; }

    /// <summary>When it began; null until the minutes are written.</summary>
    public DateTime? HeldFrom { get; set; }

    public DateTime? HeldTo { get; set; }

    /// <summary>What was looked at and found.</summary>
    public string? Content { get; set; }

    public string? Conclusion { get; set; }

    public DateTime? WrittenAt { get; set; }

    public string? WrittenByName { get; set; }

    /// <summary>The minutes with everybody's signature.</summary>
    public Guid? SignedFileId { get; set; }

    public DateTime? SignedAt { get; set; }
}
