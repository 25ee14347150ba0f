using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Fees.Online;

internal enum OrderState
{
    /// <summary>The payer was led to the gateway.</summary>
    Started,
    Paid,

    /// <summary>The gateway said that it was not paid.</summary>
    Failed,

    /// <summary>What the gateway reports doesn't fit the order: nothing is recorded, a person must look.</summary>
    Refused,
}

/// <summary>One try to pay online.</summary>
internal sealed class OnlineOrder : IRepeatOnClash
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    public required string Gateway { get; init; }

    public required long Amount { get; init; }

    public required DateTime At { get; init; }

    public OrderState State { get; set; }

    public string? Transaction { get; set; }

    /// <summary>What did not fit, in words.</summary>
    public string? Remark { get; set; }

    public DateTime? AnsweredAt { get; set; }

    public int Version { get; set; }
}
