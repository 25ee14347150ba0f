namespace NhiemSo.Dossiers.Opinions;

internal enum OpinionState
{
    Asked,
    Answered,
    Withdrawn,
}

/// <summary>
/// An opinion asked of another unit or another body while a dossier is appraised (lấy ý kiến, Nghị định 61/2018/NĐ-CP, Điều 19.5). It has its
/// own limit; the dossier's runs on.
/// </summary>
internal sealed class Opinion
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    public OpinionState State { get; set; }

    /// <summary>The unit of the department that is asked, or the one that followed it; null when it is another body.</summary>
    public Guid? UnitId { get; set; }

    /// <summary>Who is asked, in words.</summary>
    public required string Asked { get; set; }

    public required string Question { get; init; }

    /// <summary>Working days given.</summary>
    public required int Days { get; init; }

    public required DateTime AskedAt { get; init; }

    public required string AskedByName { get; init; }

    /// <summary>Counted from <see cref="AskedAt"/> by the working calendar.</summary>
    public required DateTime Due { get; set; }

    /// <summary>What goes with the question.</summary>
    public Guid? FileId { get; set; }

    /// <summary>Gives the asked unit sight of the dossier as long as the question is open.</summary>
    public Guid? AssignmentId { get; init; }

    /// <summary>Our letter to the other body: its number and day.</summary>
    public string? LetterSymbol { get; init; }

    public DateOnly? LetterDate { get; init; }

    public string? Answer { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public string? AnsweredByName { get; set; }

    public Guid? AnswerFileId { get; set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; set; }

    public bool IsLate(DateTime now) => State == OpinionState.Asked && Due < now;
}
