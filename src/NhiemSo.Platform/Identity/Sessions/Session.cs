namespace NhiemSo.Platform.Identity.Sessions;

/// <summary>One sign-in of one account in one browser. Kept a month, so that its owner sees where the account was used.</summary>
internal sealed class Session
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid AccountId { get; init; }

    public required DateTime StartedAt { get; init; }

    /// <summary>To the minute: it isn't written with every request.</summary>
    public required DateTime SeenAt { get; set; }

    /// <summary>When its owner last showed who they are, by signing in or by the password once more; asked before signing.</summary>
    public required DateTime ProvedAt { get; set; }

    /// <summary>E.g. "Chrome trên Windows".</summary>
    public required string Browser { get; init; }

    /// <summary>Ended by somebody; one that merely ran out has none.</summary>
    public DateTime? EndedAt { get; set; }
}
