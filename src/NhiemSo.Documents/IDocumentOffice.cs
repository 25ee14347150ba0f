using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Documents;

/// <summary>A result to be numbered, signed, sealed and issued.</summary>
/// <param name="Book">Code of the document book.</param>
/// <param name="Template">Code of the paper template.</param>
/// <param name="Values">Values for the template; number, date, signer and verification address are added by the office.</param>
/// <param name="SignerTitle">Quyền hạn, chức vụ lines as printed.</param>
public sealed record NewDocument(
    string Book, string Type, string Title, string Template, IReadOnlyDictionary<string, object?> Values,
    Guid SignerId, string SignerName, string SignerTitle, string? Recipients);

/// <summary>A paper of another body that answers a matter.</summary>
/// <param name="Symbol">Its own số, ký hiệu.</param>
/// <param name="FileId">Reference to the file, attached to the matter in the same act.</param>
public sealed record NewIncoming(string Issuer, string Symbol, DateOnly Date, string Title, string? SignerName, Guid FileId);

/// <summary>What other rooms may know of a paper that arrived.</summary>
/// <param name="Number">Số đến.</param>
public sealed record IncomingFacts(Guid Id, int Number, DateOnly ArrivedOn, string Issuer, string Symbol, DateOnly Date, string Title, Guid FileId);

/// <summary>What other rooms may know of a document.</summary>
public sealed record DocumentFacts(
    Guid Id, Guid MatterId, string Book, string Symbol, DateOnly Date, string Type, string Title, string SignerName, string SignerTitle,
    string State, string Token, Guid? FileId, string? FileHash, DateTime? IssuedAt, string? VoidReason, bool Demo);

/// <summary>A document that waits for one person's hand.</summary>
/// <param name="Name">What there is to do: "Ký số 05/GP-STTTT".</param>
public sealed record DocumentTask(Guid Id, string Name);

/// <summary>Văn thư's public face to the later rooms.</summary>
public interface IDocumentOffice
{
    /// <summary>Reserves number and date, inside the caller's act; the signing goes on outside it, from the document's own page.</summary>
    Task<DocumentFacts> ReserveAsync(Matter matter, NewDocument document, CancellationToken ct);

    Task<DocumentFacts?> FindAsync(Guid id, CancellationToken ct);

    /// <summary>For public verification; null when no issued or voided document bears the token.</summary>
    Task<DocumentFacts?> FindByTokenAsync(string token, CancellationToken ct);

    /// <summary>Verification tokens of those of the documents that are issued.</summary>
    Task<IReadOnlyDictionary<Guid, string>> TokensAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct);

    Task<IReadOnlyList<DocumentFacts>> OfMatterAsync(Guid matterId, CancellationToken ct);

    /// <summary>The document of a matter that waits for this reader to sign or seal it; null when none does.</summary>
    Task<DocumentTask?> WaitingForAsync(Guid matterId, Reader reader, CancellationToken ct);

    /// <summary>Registers a paper that arrived (văn bản đến), inside the caller's act.</summary>
    Task<IncomingFacts> ReceiveAsync(Matter matter, NewIncoming paper, Actor actor, CancellationToken ct);

    Task<IReadOnlyList<IncomingFacts>> ArrivedOfMatterAsync(Guid matterId, CancellationToken ct);
}

/// <summary>
/// A later room that follows its documents. Called inside the transaction of the step, so the dossier moves
/// and the register is written in the same act; a problem undoes the step.
/// </summary>
public interface IDocumentFollower
{
    /// <summary>The person's signature was verified.</summary>
    Task SignedAsync(DocumentFacts document, Actor actor, CancellationToken ct);

    /// <summary>The organ's seal was verified and the document issued.</summary>
    Task IssuedAsync(DocumentFacts document, Actor actor, CancellationToken ct);

    /// <summary>Given up before issue; the number stands voided.</summary>
    Task VoidedAsync(DocumentFacts document, Actor actor, string reason, CancellationToken ct);
}
