namespace NhiemSo.Dossiers.Reuse;

/// <summary>A file of a draft or dossier that wasn't uploaded for it: the department held it already.</summary>
internal sealed class ReusedPaper
{
    /// <summary>The new reference to the same content.</summary>
    public required Guid FileId { get; init; }

    /// <summary>The dossier it comes from.</summary>
    public required Guid FromDossierId { get; init; }

    /// <summary>"hồ sơ 000.00.23.H32-261110-0001, tiếp nhận 10/11/2026", as it was then.</summary>
    public required string From { get; init; }
}
