namespace NhiemSo.Dossiers.Fees.Days;

/// <summary>A day whose money was reconciled and closed by a named person, with what it came to.</summary>
internal sealed class FeeDay
{
    public required DateOnly Day { get; init; }

    public required DateTime ClosedAt { get; init; }

    public required string ByName { get; init; }

    public required string Capacity { get; init; }

    /// <summary>Net sums by way of payment.</summary>
    public required long Cash { get; init; }

    public required long Transfer { get; init; }

    public required long Online { get; init; }

    /// <summary>What the bank's lines of the day add up to.</summary>
    public required long Bank { get; init; }

    /// <summary>Why it was closed with a difference; null when there was none.</summary>
    public string? Note { get; init; }
}
