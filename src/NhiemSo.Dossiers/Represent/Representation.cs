namespace NhiemSo.Dossiers.Represent;

/// <summary>Who handed a dossier in for somebody else; a dossier without one was handed in by the applicant. Same key as the dossier.</summary>
internal sealed class Representation
{
    public required Guid DossierId { get; init; }

    /// <summary>By authorisation of the applicant, shown by a paper; else for an organisation they lead or work for.</summary>
    public required bool Authorised { get; init; }

    /// <summary>Personal data.</summary>
    public required string Name { get; init; }

    /// <summary>Post in the organisation, or relation to who gave the authority.</summary>
    public required string Standing { get; init; }
}
