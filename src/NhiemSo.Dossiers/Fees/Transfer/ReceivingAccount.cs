using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;

namespace NhiemSo.Dossiers.Fees.Transfer;

/// <summary>The account fees are paid into.</summary>
/// <param name="Demo">Invented: no money goes there.</param>
internal sealed record ReceivingAccount(BankAccount Bank, bool Demo);

/// <summary>The department's account by its rules; the demo department has an invented one, another that names none has none.</summary>
internal sealed class ReceivingAccounts(RuleShelf rules, DemoMark demo)
{
    // No bank has the number 999999: an application refuses it before money moves.
    private static readonly BankAccount Invented = new("999999", "Ngân hàng minh họa", "0000000000", "Sở minh họa");

    public async Task<ReceivingAccount?> FindAsync(CancellationToken ct) =>
        rules.Today.All<OfficeRule>()[0].BankAccount is { } known ? new ReceivingAccount(known, Demo: false)
        : await demo.IsDemoAsync(ct) ? new ReceivingAccount(Invented, Demo: true) : null;
}
