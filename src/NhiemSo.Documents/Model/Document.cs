namespace NhiemSo.Documents.Model;

/// <summary>
/// Where an outgoing document stands between "the leader agrees" and "issued". Nothing outside the database happens
/// inside an act, so each stop is a state that can be seen and gone on from.
/// </summary>
internal enum SigningState
{
    /// <summary>Number and date are reserved; the paper is not yet rendered.</summary>
    Reserved,

    /// <summary>Rendered and prepared for the person; the digest waits for the person's key.</summary>
    AwaitingPerson,

    /// <summary>The person's signature is in and verified.</summary>
    PersonSigned,

    /// <summary>Prepared for the organ's seal; the digest waits for văn thư.</summary>
    AwaitingOrgan,

    /// <summary>Both signatures verified, entered in the book.</summary>
    Issued,

    /// <summary>Given up: the number stays in the book as voided, with its reason.</summary>
    Voided,
}

/// <summary>An outgoing document in its book (sổ đăng ký văn bản đi; giấy phép have a book of their own).</summary>
internal sealed class Document
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>The matter it is the result of.</summary>
    public required Guid MatterId { get; init; }

    public required string Book { get; init; }

    public required string Year { get; init; }

    public required int Number { get; init; }

    /// <summary>Number and symbol as printed: 05/GP-STTTT.</summary>
    public required string Symbol { get; init; }

    /// <summary>The date it bears.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Tên loại, e.g. Giấy phép.</summary>
    public required string Type { get; init; }

    /// <summary>Trích yếu.</summary>
    public required string Title { get; init; }

    public required string Template { get; init; }

    /// <summary>Values the template is filled with, canonical JSON, fixed when the number was reserved.</summary>
    public required string Values { get; init; }

    public required Guid UnitId { get; init; }

    public required Guid DutyId { get; init; }

    public required Guid SignerId { get; init; }

    public required string SignerName { get; init; }

    /// <summary>Quyền hạn, chức vụ as printed, lines separated by newline: "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC".</summary>
    public required string SignerTitle { get; init; }

    public SigningState State { get; set; }

    /// <summary>The PAdES draft of the step that waits: JSON, prepared bytes are the file <see cref="PreparedHash"/>.</summary>
    public string? Draft { get; set; }

    public string? PreparedHash { get; set; }

    /// <summary>The newest complete PDF: signed by the person, then also by the organ.</summary>
    public Guid? FileId { get; set; }

    public string? FileHash { get; set; }

    /// <summary>128 random bits, base64url: public verification.</summary>
    public required string Token { get; init; }

    public string? VoidReason { get; set; }

    public string? Recipients { get; init; }

    public required DateTime At { get; init; }

    public DateTime? IssuedAt { get; set; }

    public int Version { get; set; }

    public bool Demo { get; init; }
}

/// <summary>A one-time ticket for a signing agent at the signer's own PC.</summary>
internal sealed class SigningTicket
{
    /// <summary>SHA-256 of the ticket; the ticket itself is shown once.</summary>
    public required string TicketHash { get; init; }

    public required Guid DocumentId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTime Until { get; init; }

    public DateTime? UsedAt { get; set; }
}
