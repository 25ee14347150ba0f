namespace NhiemSo.Dossiers.Fees.Transfer;

/// <summary>How to pay by transfer what is left: account, amount, content, and the same as a QR code.</summary>
internal sealed record TransferAdvice(ReceivingAccount Account, long Amount, string Reference)
{
    public string Qr => new VietQr(Account.Bank.Bin, Account.Bank.Number, Amount, Reference).Payload();

    /// <summary>Null when nothing is left to pay or no account is known.</summary>
    public static TransferAdvice? Of(FeeSheet sheet, ReceivingAccount? account) => sheet.Left > 0 && account is not null ? new TransferAdvice(account, sheet.Left, sheet.Reference) : null;
}
