namespace NhiemSo.Dossiers.Rating;

/// <summary>What an applicant said of how a dossier was dealt with: one for each dossier. Never shown with it to staff.</summary>
internal sealed class DossierRating
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    /// <summary>The unit that answered for it then.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Of the first answer; from then the days run in which it may be changed.</summary>
    public required DateTime At { get; init; }

    public required DateTime ChangedAt { get; set; }

    /// <summary>In the applicant's own words.</summary>
    public string? Comment { get; set; }
}

/// <summary>One chosen answer, a row of its own so that they are counted by the database.</summary>
internal sealed class RatingAnswer
{
    public required Guid RatingId { get; init; }

    public required string Question { get; init; }

    public required string Answer { get; set; }
}
