using NhiemSo.Platform.Data;

namespace NhiemSo.Dossiers.Fees;

/// <summary>
/// What a dossier owes as a whole, with the reference by which its payer is known at the bank. Every act on its fees touches it,
/// so two of them at the same moment follow one another.
/// </summary>
internal sealed class FeeSheet : IRepeatOnClash
{
    public required Guid DossierId { get; init; }

    /// <summary>Content of a transfer; see <see cref="PaymentReference"/>.</summary>
    public required string Reference { get; init; }

    /// <summary>Still to be paid; negative: paid too much.</summary>
    public long Left { get; set; }

    /// <summary>A fee is still to be chosen or counted.</summary>
    public bool Open { get; set; }

    /// <summary>Something is left for the desk: <see cref="Open"/>, unpaid or overpaid.</summary>
    public bool Pending { get; set; }

    public int Version { get; set; }

    /// <summary>Stands in the way of handing over the result: something is to be paid, or it isn't determined yet whether and how much.</summary>
    public bool Owed => Open || Left > 0;

    /// <summary>Makes the balance anew: fees are paid when all that is due has come in.</summary>
    public void Settle(IReadOnlyCollection<DossierFee> fees, IEnumerable<FeePayment> payments)
    {
        var due = fees.Where(f => f.State is FeeState.Due or FeeState.Paid).Sum(f => f.Amount ?? 0);
        Left = due - payments.Sum(p => p.Amount);
        Open = fees.Any(f => f.State == FeeState.Open);
        Pending = Open || Left != 0;
        foreach (var fee in fees.Where(f => f.State is FeeState.Due or FeeState.Paid)) fee.State = Left <= 0 ? FeeState.Paid : FeeState.Due;
        Version++;
    }
}
