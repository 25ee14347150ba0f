using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Account;

/// <summary>A code on its way to a telephone, and what is done when it comes back. Good for minutes, once; then the row goes.</summary>
internal sealed class PhoneProof : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Digits with the leading 0; personal data.</summary>
    public required string Phone { get; init; }

    /// <summary>Hash of the six digits.</summary>
    public required string CodeHash { get; set; }

    /// <summary>The password chosen with it: of the new account, or the new one of a forgotten.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>The account whose number is to be proved; null when signing up or after forgetting the password.</summary>
    public Guid? AccountId { get; init; }

    public required DateTime ExpiresAt { get; init; }

    /// <summary>How often a code was entered.</summary>
    public int Tries { get; set; }

    public int Version { get; set; }
}
