namespace NhiemSo.Dossiers.Fees;

internal enum PaymentMethod
{
    Cash,
    Transfer,
    Online,
}

internal enum PaymentKind
{
    Received,

    /// <summary>Given back to the payer: a negative amount.</summary>
    Refunded,

    /// <summary>A receipt wrongly recorded, taken back: the same amount, negative.</summary>
    Reversed,
}

/// <summary>Money in or out for a dossier. Entries are only added; a mistake is mended by another entry.</summary>
internal sealed class FeePayment
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid DossierId { get; init; }

    public required PaymentKind Kind { get; init; }

    public required PaymentMethod Method { get; init; }

    /// <summary>Whole đồng; negative when money or a mistake is taken back.</summary>
    public required long Amount { get; init; }

    /// <summary>The day in whose reconciliation it counts.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The day it belongs to, when that day was closed already: then it is a correcting entry.</summary>
    public DateOnly? Corrects { get; init; }

    public required DateTime At { get; init; }

    public required string ByName { get; init; }

    public string? Reason { get; init; }

    /// <summary>Series and number of the official receipt; it is issued elsewhere.</summary>
    public string? ReceiptSeries { get; set; }

    public string? ReceiptNumber { get; set; }

    /// <summary>Who issued the official receipt.</summary>
    public string? ReceiptIssuer { get; set; }

    /// <summary>The entry that this one takes back.</summary>
    public Guid? OfId { get; init; }

    /// <summary>The line of a bank statement that shows it.</summary>
    public Guid? LineId { get; init; }

    /// <summary>The payment gateway's transaction; recorded once.</summary>
    public string? Transaction { get; init; }
}
