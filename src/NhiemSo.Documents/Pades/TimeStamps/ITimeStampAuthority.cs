using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Pades.TimeStamps;

/// <summary>A trusted third party's word that a hash existed at a time (RFC 3161).</summary>
internal interface ITimeStampAuthority
{
    /// <param name="sha256">SHA-256 of what is stamped; for a signature, of the signature value.</param>
    /// <returns>The token in DER.</returns>
    Task<Outcome<byte[]>> StampAsync(byte[] sha256, CancellationToken stop);
}
