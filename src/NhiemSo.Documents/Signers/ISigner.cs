using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signers;

/// <summary>Something that holds a private key: a file, a token, a person's own machine.</summary>
internal interface ISigner
{
    SignerIdentity Identity { get; }

    /// <summary>Signs a SHA-256 value as it is, without hashing again.</summary>
    /// <returns>RSA: PKCS#1 v1.5; ECDSA: the DER sequence of r and s (RFC 3279), as CMS wants it.</returns>
    Task<Outcome<byte[]>> SignHashAsync(byte[] sha256, CancellationToken stop);
}
