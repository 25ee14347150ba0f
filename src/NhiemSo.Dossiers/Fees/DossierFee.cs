namespace NhiemSo.Dossiers.Fees;

/// <summary>Where one fee of a dossier stands.</summary>
internal enum FeeState
{
    /// <summary>The desk has not said yet whether its case applies, or the quantity isn't counted yet.</summary>
    Open,

    /// <summary>It applies, but the rule book doesn't know the amount: said, never invented.</summary>
    Unknown,
    Due,
    Paid,

    /// <summary>Its case doesn't apply, or there is nothing to count.</summary>
    NotDue,

    /// <summary>Freed from it, with reason and document.</summary>
    Exempt,

    /// <summary>Was paid and given back.</summary>
    Refunded,
}

/// <summary>One fee of a dossier, as its procedure had it when the dossier was accepted.</summary>
internal sealed class DossierFee
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    /// <summary>Code in the procedure's rule book.</summary>
    public required string Code { get; init; }

    public required int Order { get; init; }

    public required string What { get; init; }

    /// <summary>In which case it is due; null: always.</summary>
    public string? When { get; init; }

    /// <summary>Field that says how many units; null for a fixed fee.</summary>
    public string? QuantityField { get; init; }

    public string? Unit { get; init; }

    /// <summary>Đồng, for each unit when it is counted; null: not known.</summary>
    public long? UnitAmount { get; init; }

    public required string LegalBasis { get; init; }

    /// <summary>Whether its case applies, as the desk chose; null until chosen.</summary>
    public bool? Applies { get; set; }

    public long? Quantity { get; set; }

    /// <summary>What is to be paid, whole đồng; null until it is known.</summary>
    public long? Amount { get; set; }

    public FeeState State { get; set; }

    /// <summary>What it came to before it was lowered or waived.</summary>
    public long? FullAmount { get; set; }

    public string? ExemptReason { get; set; }

    /// <summary>The paper by which it was lowered or waived.</summary>
    public string? ExemptDocument { get; set; }

    /// <summary>The desk has settled something by hand: the appraisal leaves it alone.</summary>
    public bool ByHand { get; set; }

    /// <summary>Sets amount and state from what is known of case and quantity; a payment decides later between due and paid.</summary>
    public void Count()
    {
        (FullAmount, ExemptReason, ExemptDocument) = (null, null, null);
        Amount = Applies != false && !NeedsQuantity && UnitAmount is { } unit ? checked(unit * (QuantityField is null ? 1 : Quantity ?? 0)) : null;
        State = Applies == false || (QuantityField is not null && Quantity == 0) ? FeeState.NotDue
            : (When is not null && Applies is null) || NeedsQuantity ? FeeState.Open
            : Amount switch { null => FeeState.Unknown, 0 => FeeState.NotDue, _ => FeeState.Due };
        if (State is FeeState.NotDue or FeeState.Open) Amount = null;
    }

    private bool NeedsQuantity => QuantityField is not null && Quantity is null;
}
