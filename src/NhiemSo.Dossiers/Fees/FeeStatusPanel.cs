using NhiemSo.Dossiers.Fees.Online;
using NhiemSo.Dossiers.Fees.Transfer;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Dossiers.Fees;

/// <param name="Transfer">Null when nothing is left, or no account is known.</param>
/// <param name="Ended">Withdrawn, refused or stopped: no more money is asked for.</param>
/// <param name="Gateway">Name of the gateway at which to pay online; null when none is offered.</param>
/// <param name="Refused">What was paid online and did not fit.</param>
internal sealed record FeesOfApplicant(FeesOf Fees, TransferAdvice? Transfer, bool Ended, string? Gateway, IReadOnlyList<OnlineOrder> Refused)
{
    public IEnumerable<DossierFee> Shown => Fees.Fees.Where(f => f.State != FeeState.NotDue);

    public IEnumerable<FeePayment> Received => Fees.Payments.Where(p => p.Kind == PaymentKind.Received && !Fees.IsReversed(p));

    public IEnumerable<FeePayment> Refunded => Fees.Payments.Where(p => p.Kind == PaymentKind.Refunded);
}

/// <summary>What the applicant owes, how to pay it and what was paid.</summary>
internal sealed class FeeStatusPanel(FeeBook book, ReceivingAccounts accounts, Gateways gateways, OnlinePayments online) : IStatusPanel
{
    public int Order => 10;

    public async Task<StatusPanel?> OfAsync(Matter matter, Dossier dossier, CancellationToken ct)
    {
        if (await book.FindAsync(dossier.Id, ct) is not { } fees || fees.Fees.TrueForAll(f => f.State == FeeState.NotDue)) return null;
        var ended = matter.Closed is not null && dossier.ReturnedAt is null;
        return new StatusPanel("/Fees/_StatusFees.cshtml", new FeesOfApplicant(fees, ended ? null : TransferAdvice.Of(fees.Sheet, await accounts.FindAsync(ct)), ended,
            ended || fees.Sheet.Left <= 0 ? null : gateways.Current?.Name, await online.RefusedAsync(dossier.Id, ct)),
            ended || fees.Sheet.Left <= 0 ? null : "Còn phí chưa nộp: xem phần “Phí, lệ phí” dưới đây.");
    }
}
