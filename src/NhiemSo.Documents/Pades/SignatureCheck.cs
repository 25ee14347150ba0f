using System.Security.Cryptography.X509Certificates;

namespace NhiemSo.Documents.Pades;

/// <summary>What came into the file after a signature.</summary>
internal enum LaterChanges
{
    None,

    /// <summary>Further signatures and nothing else.</summary>
    SignaturesOnly,

    /// <summary>Something else: what is shown may not be what was signed.</summary>
    Other,
}

/// <summary>The time stamp over one signature.</summary>
/// <param name="Time">UTC.</param>
/// <param name="Authority">Name in the authority's certificate.</param>
/// <param name="Valid">It covers this signature and its own signature verifies.</param>
/// <param name="Trusted">Its chain ends in a given root; null when no roots were given.</param>
internal sealed record TimeStampCheck(DateTime Time, string Authority, bool Valid, bool? Trusted);

/// <summary>What was found out about one signature. Revocation is not asked: that needs the network and is another act.</summary>
/// <param name="Field">Name of the signature field.</param>
/// <param name="Certificate">Null when the signature could not be read.</param>
/// <param name="SigningTime">Claimed, UTC.</param>
/// <param name="DigestIntact">The signed bytes are those that were signed.</param>
/// <param name="SignatureValid">The signature value verifies with the certificate, which the signed attributes name.</param>
/// <param name="CoversWholeRevision">All bytes of its revision except its own place are signed.</param>
/// <param name="Trusted">The chain ends in a given root at the stamped (else the asked) time; null when no roots were given.</param>
/// <param name="Fault">A sentence for the reader when something is wrong, else null.</param>
internal sealed record SignatureCheck(
    string Field,
    X509Certificate2? Certificate,
    string? Reason,
    string? Location,
    DateTime? SigningTime,
    TimeStampCheck? TimeStamp,
    bool DigestIntact,
    bool SignatureValid,
    bool CoversWholeRevision,
    LaterChanges LaterChanges,
    bool? Trusted,
    string? Fault)
{
    public string Signer => Certificate?.GetNameInfo(X509NameType.SimpleName, forIssuer: false) ?? "";

    public string Subject => Certificate?.Subject ?? "";

    public string Serial => Certificate?.SerialNumber ?? "";

    /// <summary>Everything but trust.</summary>
    public bool Intact => DigestIntact && SignatureValid && CoversWholeRevision && LaterChanges != LaterChanges.Other && (TimeStamp is null || TimeStamp.Valid);
}

internal enum PadesVerdict
{
    /// <summary>All signatures intact and, where roots were given, trusted.</summary>
    Valid,

    /// <summary>All intact, but a signer's or time stamp's authority is not among the given roots.</summary>
    Untrusted,

    /// <summary>At least one signature is broken.</summary>
    Broken,

    Unsigned,

    /// <summary>Not a PDF that can be read.</summary>
    Unreadable,
}

internal sealed record PadesReport(PadesVerdict Verdict, IReadOnlyList<SignatureCheck> Signatures)
{
    public static PadesReport Of(IReadOnlyList<SignatureCheck> signatures) => new(
        signatures.Count == 0 ? PadesVerdict.Unsigned
        : signatures.Any(s => !s.Intact) ? PadesVerdict.Broken
        : signatures.Any(s => s.Trusted == false || s.TimeStamp?.Trusted == false) ? PadesVerdict.Untrusted
        : PadesVerdict.Valid,
        signatures);
}
