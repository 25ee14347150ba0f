namespace NhiemSo.Dossiers.Apology;

/// <summary>
/// An apology with a new appointment, prepared by the program and waiting for the unit's head (Nghị định 61/2018/NĐ-CP, Điều 19.9). One row per
/// dossier: the law allows one new appointment.
/// </summary>
internal sealed class ApologyProposal
{
    public required Guid DossierId { get; init; }

    /// <summary>The due instant for which it was prepared; when the dossier's moves, this one no longer counts.</summary>
    public required DateTime ForDue { get; set; }

    public required DateOnly Day { get; set; }

    public required string Reason { get; set; }

    public required DateTime PreparedAt { get; set; }
}
