namespace NhiemSo.Documents.Incoming;

/// <summary>A paper from another body, registered on arrival (văn bản đến; Nghị định 30/2020/NĐ-CP, Điều 21, 22): arrival number, whose, its own number and date, the file.</summary>
internal sealed class IncomingDocument
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The matter it answers; who sees that matter sees the paper.</summary>
    public required Guid MatterId { get; init; }

    public required string Book { get; init; }

    public required string Year { get; init; }

    /// <summary>Số đến, from 1 each year.</summary>
    public required int Number { get; init; }

    public required DateOnly ArrivedOn { get; init; }

    public required string Issuer { get; init; }

    /// <summary>Its own số, ký hiệu.</summary>
    public required string Symbol { get; init; }

    public required DateOnly Date { get; init; }

    public required string Title { get; init; }

    public string? SignerName { get; init; }

    /// <summary>The paper as scanned or received.</summary>
    public required Guid FileId { get; init; }

    public required string ByName { get; init; }

    public required DateTime At { get; init; }

    public bool Demo { get; init; }
}
