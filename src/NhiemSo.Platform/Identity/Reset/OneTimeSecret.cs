namespace NhiemSo.Platform.Identity.Reset;

/// <summary>What a secret opens.</summary>
public enum SecretUse
{
    /// <summary>Sets a forgotten password of the staff; sent by e-mail.</summary>
    StaffLink,

    /// <summary>Sets a forgotten password of the staff; handed over by an administrator.</summary>
    StaffCode,

    /// <summary>Sets a forgotten password of an applicant; sent by e-mail.</summary>
    ApplicantLink,

    /// <summary>Shows that an applicant reads the e-mail address that it was sent to.</summary>
    ApplicantAddress,
}

/// <summary>A link or code that is good once and for a while. Gone when it was used.</summary>
public sealed class OneTimeSecret
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>Of the staff or of an applicant, as <see cref="Use"/> says.</summary>
    public required Guid AccountId { get; init; }

    public required SecretUse Use { get; init; }

    /// <summary>SHA-256: the secret is random and long enough that nobody guesses it from this.</summary>
    public required string Hash { get; init; }

    /// <summary>What it confirms: the e-mail address. Personal data.</summary>
    public string? Value { get; init; }

    public required DateTime ExpiresAt { get; init; }
}
