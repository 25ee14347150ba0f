using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Account;

/// <summary>
/// An account of somebody outside, known by a telephone number and a password. It is no account of the staff: another table,
/// another cookie, no claim that a staff page asks for. It opens the dossiers brought into it; its number alone brings none unless a
/// message has proved whose it is.
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

    /// <summary>When a code sent to the number came back; null: nobody has proved whose number it is.</summary>
    public DateTime? ProvedAt { get; set; }

    /// <summary>Where a forgotten password is reset to; a link sent there came back. Null: none was given. Personal data.</summary>
    public string? Email { get; set; }

    public int Version { get; set; }
}

/// <summary>What showed that a dossier is the account's.</summary>
internal enum AccountWay
{
    /// <summary>It was handed in while signed in.</summary>
    HandedIn,

    /// <summary>Its code and the last digits of its telephone.</summary>
    Code,

    /// <summary>It states the telephone that a message proved to be the account's.</summary>
    Number,
}

/// <summary>A dossier that the account may follow.</summary>
internal sealed class AccountDossier
{
    public required Guid AccountId { get; init; }

    public required Guid DossierId { get; init; }

    /// <summary>Null where it wasn't kept yet.</summary>
    public AccountWay? Way { get; init; }

    public required DateTime At { get; init; }
}
