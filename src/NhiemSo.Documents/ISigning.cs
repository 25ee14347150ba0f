using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents;

/// <summary>
/// Signing with a person's key on this server, from another page than the document's own. Apart from <see cref="IDocumentOffice"/>, whose callers
/// are themselves told of each signature.
/// </summary>
public interface ISigning
{
    /// <summary>False: the person signs with a device of their own, from the document's page.</summary>
    bool HasKeyHere(Reader reader);

    /// <summary>Which of the documents wait for this very person's signature.</summary>
    Task<IReadOnlySet<Guid>> WaitingAsync(IReadOnlyCollection<Guid> documents, Reader reader, CancellationToken ct);

    /// <summary>Whether the key opens; asked before anything is reserved for a signature that can't come.</summary>
    Outcome<Done> CheckPin(Reader reader, string pin);

    /// <summary>Prepares, signs and takes the signature of one document.</summary>
    Task<Outcome<DocumentFacts>> SignHereAsync(Guid documentId, Reader reader, string pin, CancellationToken ct);
}
