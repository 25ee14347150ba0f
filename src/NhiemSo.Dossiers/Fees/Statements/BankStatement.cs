using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>A bank statement as it was imported. Nothing is recorded until a person has confirmed the matches.</summary>
internal sealed class BankStatement
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file; the file itself isn't kept.</summary>
    public required string FileHash { get; init; }

    public required DateTime At { get; init; }

    public required string ByName { get; init; }

    /// <summary>Lines left out because an earlier import had them.</summary>
    public required int Known { get; init; }

    /// <summary>Rows that could not be read, in words; empty when all could.</summary>
    public required string Unreadable { get; init; }

    public DateTime? ConfirmedAt { get; set; }

    public string? ConfirmedBy { get; set; }
}

internal enum LineState
{
    /// <summary>Imported, not confirmed yet.</summary>
    Waiting,

    /// <summary>Recorded as a payment.</summary>
    Recorded,

    /// <summary>No dossier of its own: to be solved by hand.</summary>
    Open,

    /// <summary>Not a fee, with the reason.</summary>
    Dismissed,
}

/// <summary>Money that came in by a line of a statement.</summary>
internal sealed class StatementLine : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid StatementId { get; init; }

    /// <summary>The bank's own number of the transaction, else a hash of the line: the same money is taken in once.</summary>
    public required string Key { get; init; }

    /// <summary>In the file.</summary>
    public required int Row { get; init; }

    public required DateOnly Day { get; init; }

    public required long Amount { get; init; }

    /// <summary>As the bank gives it: personal data may stand in it.</summary>
    public required string Content { get; init; }

    public LineState State { get; set; }

    public Guid? DossierId { get; set; }

    /// <summary>Why it was assigned by hand or left out.</summary>
    public string? Reason { get; set; }

    public string? SolvedBy { get; set; }

    public DateTime? SolvedAt { get; set; }

    public int Version { get; set; }
}
