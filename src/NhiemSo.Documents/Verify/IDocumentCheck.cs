namespace NhiemSo.Documents;

/// <summary>What the signatures of a file say, all together.</summary>
public enum FileVerdict
{
    /// <summary>All signatures intact and from a trusted authority.</summary>
    Valid,

    /// <summary>All intact, but an authority behind one is not trusted here.</summary>
    Untrusted,

    /// <summary>At least one signature is broken: the file was changed.</summary>
    Broken,

    Unsigned,

    /// <summary>Not a PDF that can be read.</summary>
    Unreadable,
}

/// <param name="Signer">Name in the certificate; empty when it can't be read.</param>
/// <param name="At">UTC; by the time stamp when there is one, else as claimed.</param>
/// <param name="StampedBy">Who gave the valid time stamp that covers it; null without one.</param>
/// <param name="Fault">A sentence when something is wrong, else null.</param>
public sealed record SignatureFacts(string Signer, DateTime? At, string? StampedBy, string? Fault);

public sealed record DocumentCheck(FileVerdict Verdict, IReadOnlyList<SignatureFacts> Signatures);

/// <summary>Files against what the office issued, for public verification.</summary>
public interface IDocumentCheck
{
    /// <summary>The signatures of any bytes; nothing is kept.</summary>
    DocumentCheck Check(byte[] pdf);

    /// <summary>The issued file of a document; null when it has none.</summary>
    Task<byte[]?> FileAsync(DocumentFacts document, CancellationToken ct);

    /// <summary>The issued document whose file has this SHA-256 (lower-case hex); null if none.</summary>
    Task<DocumentFacts?> FindByFileAsync(string hash, CancellationToken ct);

    /// <summary>The document that a file claims to be by the verification address in it; null when it names none that was issued or voided.</summary>
    Task<DocumentFacts?> FindClaimedAsync(byte[] pdf, CancellationToken ct);
}
