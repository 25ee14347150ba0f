namespace NhiemSo.Mandate.Succession.Model;

internal enum MoveKind
{
    Matter,
    Unit,
    Post,
    Delegation,
    Register,
    Book,
}

/// <summary>A line of the minutes: what moved in the run, or what did not and why. Written in the act that moves it.</summary>
internal sealed class Move
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid MandateId { get; init; }

    public required MoveKind Kind { get; init; }

    /// <summary>What moved; one line for each.</summary>
    public required string Subject { get; init; }

    /// <summary>As the minutes name it, without persons who aren't staff.</summary>
    public required string Name { get; init; }

    public required string From { get; init; }

    public required string To { get; init; }

    public string? Note { get; init; }

    /// <summary>False: it stayed where it was, the note says why.</summary>
    public required bool Moved { get; init; }

    public required DateTime At { get; init; }
}
