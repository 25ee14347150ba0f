using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Ess;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Attribute = Org.BouncyCastle.Asn1.Cms.Attribute;
using PkcsObjectIdentifiers = Org.BouncyCastle.Asn1.Pkcs.PkcsObjectIdentifiers;

namespace NhiemSo.Documents.Pades;

/// <summary>
/// The CMS SignedData of a PAdES baseline signature (ETSI EN 319 142-1, 6; EN 319 122-1), put together around a
/// signature value that was made elsewhere. No signing-time attribute: in PAdES the claimed time is the dictionary's M.
/// </summary>
internal static class CmsSignature
{
    /// <summary>DER of the SET that the signer signs the SHA-256 of.</summary>
    public static byte[] SignedAttributes(byte[] contentHash, byte[] certificate)
    {
        var signingCertificate = new SigningCertificateV2([new EssCertIDv2(SHA256.HashData(certificate))]);
        return new DerSet(
            AttributeOf(CmsAttributes.ContentType, PkcsObjectIdentifiers.Data),
            AttributeOf(CmsAttributes.MessageDigest, new DerOctetString(contentHash)),
            AttributeOf(PkcsObjectIdentifiers.IdAASigningCertificateV2, signingCertificate)).GetEncoded(Asn1Encodable.Der);
    }

    /// <param name="timeStampToken">RFC 3161 token over the signature value, or null.</param>
    public static byte[] Assemble(PadesDraftState draft, byte[] signatureValue, byte[]? timeStampToken)
    {
        var certificate = X509CertificateStructure.GetInstance(draft.Certificates[0]);
        var sha256 = new AlgorithmIdentifier(NistObjectIdentifiers.IdSha256);
        var keyIsEllipticCurve = certificate.SubjectPublicKeyInfo.Algorithm.Algorithm.Equals(X9ObjectIdentifiers.IdECPublicKey);
        var signer = new SignerInfo(
            new SignerIdentifier(new IssuerAndSerialNumber(certificate.Issuer, certificate.SerialNumber)),
            sha256,
            Asn1Set.GetInstance(draft.SignedAttributes),
            keyIsEllipticCurve ? new AlgorithmIdentifier(X9ObjectIdentifiers.ECDsaWithSha256) : new AlgorithmIdentifier(PkcsObjectIdentifiers.RsaEncryption, DerNull.Instance),
            new DerOctetString(signatureValue),
            timeStampToken is null ? null : new DerSet(AttributeOf(PkcsObjectIdentifiers.IdAASignatureTimeStampToken, Asn1Object.FromByteArray(timeStampToken))));
        var data = new SignedData(
            new DerSet(sha256),
            new ContentInfo(PkcsObjectIdentifiers.Data, null),
            new DerSet(draft.Certificates.Select(X509CertificateStructure.GetInstance).ToArray<Asn1Encodable>()),
            null,
            new DerSet(signer));
        return new ContentInfo(CmsObjectIdentifiers.SignedData, data).GetEncoded(Asn1Encodable.Der);
    }

    /// <summary>Does this value sign this hash with the key of this certificate?</summary>
    public static bool Verifies(X509Certificate2 certificate, byte[] sha256, byte[] signatureValue)
    {
        using var rsa = certificate.GetRSAPublicKey();
        if (rsa is not null)
            return rsa.VerifyHash(sha256, signatureValue, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var ecdsa = certificate.GetECDsaPublicKey();
        return ecdsa is not null && ecdsa.VerifyHash(sha256, signatureValue, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static Attribute AttributeOf(DerObjectIdentifier kind, Asn1Encodable value) => new(kind, new DerSet(value));
}
