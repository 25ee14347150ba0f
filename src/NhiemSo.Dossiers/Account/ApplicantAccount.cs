using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Account;

/// <summary>
/// An account of somebody outside, known by a telephone number and a password. It is no account of the staff: another table,
/// another cookie, no claim that a staff page asks for. It opens nothing by its number alone, only the dossiers brought into it.
/// </summary>
internal sealed class ApplicantAccount : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Digits with the leading 0; personal data.</summary>
    public required string Phone { get; init; }

    public required string PasswordHash { get; set; }

    /// <summary>Every sign-in carries it; a new one ends them all.</summary>
    public required Guid Stamp { get; set; }

    public required DateTime At { get; init; }

    public int Version { get; set; }
}

/// <summary>A dossier that the account may follow: submitted while signed in, or proved by its code and the last digits of its telephone.</summary>
internal sealed class AccountDossier
{
    public required Guid AccountId { get; init; }

    public required Guid DossierId { get; init; }

    public required DateTime At { get; init; }
}
