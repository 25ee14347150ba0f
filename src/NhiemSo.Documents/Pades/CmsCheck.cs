using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Nist;

namespace NhiemSo.Documents.Pades;

/// <summary>The cryptographic half of checking a signature: digest, signature value, certificate, time stamp, chain.</summary>
internal sealed record CmsCheck(X509Certificate2? Certificate, bool DigestIntact, bool SignatureValid, TimeStampCheck? TimeStamp, bool? Trusted)
{
    private const string MessageDigest = "1.2.840.113549.1.9.4";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";
    private const string SignatureTimeStamp = "1.2.840.113549.1.9.16.2.14";
    private static readonly CmsCheck Unreadable = new(null, false, false, null, null);

    public static CmsCheck Of(SignedRange range, bool mustNameCertificate, IReadOnlyList<X509Certificate2> roots, DateTime at)
    {
        try
        {
            AsnDecoder.ReadEncodedValue(range.Contents, AsnEncodingRules.BER, out _, out _, out var length);
            if (range.Contents.AsSpan(length).ContainsAnyExcept((byte)0))
                return Unreadable; // the place behind the CMS is padding, not a hiding place
            var cms = new SignedCms(new ContentInfo(range.Signed), detached: true);
            cms.Decode(range.Contents);
            if (cms.SignerInfos.Count != 1 || cms.SignerInfos[0].Certificate is not { } certificate)
                return Unreadable;
            var signer = cms.SignerInfos[0];
            var intact = HasDigestOf(signer, range.Signed);
            var valid = intact && Verifies(signer) && (NamesCertificate(signer, certificate) ?? !mustNameCertificate);
            var stamp = TimeStampOf(signer, cms.Certificates, roots);
            var judged = stamp is { Valid: true } ? stamp.Time : at;
            return new CmsCheck(certificate, intact, valid, stamp, CertificateTrust.Judge(certificate, cms.Certificates, roots, judged));
        }
        // The decoders answer hostile bytes with exceptions of many kinds; all of them mean the same here.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Unreadable;
        }
    }

    private static bool HasDigestOf(SignerInfo signer, byte[] signed)
    {
        if (Attribute(signer.SignedAttributes, MessageDigest) is not { } value)
            return false;
        byte[]? hash = signer.DigestAlgorithm.Value switch
        {
            "2.16.840.1.101.3.4.2.1" => SHA256.HashData(signed),
            "2.16.840.1.101.3.4.2.2" => SHA384.HashData(signed),
            "2.16.840.1.101.3.4.2.3" => SHA512.HashData(signed),
            _ => null, // SHA-1 and older prove nothing today
        };
        return hash is not null && Asn1OctetString.GetInstance(value).GetOctets().AsSpan().SequenceEqual(hash);
    }

    private static bool Verifies(SignerInfo signer)
    {
        try
        {
            signer.CheckSignature(verifySignatureOnly: true);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <returns>Null when the attribute is missing.</returns>
    private static bool? NamesCertificate(SignerInfo signer, X509Certificate2 certificate)
    {
        if (Attribute(signer.SignedAttributes, SigningCertificateV2) is not { } value)
            return null;
        var first = Org.BouncyCastle.Asn1.Ess.SigningCertificateV2.GetInstance(value).GetCerts()[0];
        return first.HashAlgorithm.Algorithm.Equals(NistObjectIdentifiers.IdSha256)
            && first.GetCertHash().AsSpan().SequenceEqual(SHA256.HashData(certificate.RawData));
    }

    private static TimeStampCheck? TimeStampOf(SignerInfo signer, X509Certificate2Collection certificates, IReadOnlyList<X509Certificate2> roots)
    {
        if (Attribute(signer.UnsignedAttributes, SignatureTimeStamp) is not { } value)
            return null;
        if (!Rfc3161TimestampToken.TryDecode(value, out var token, out _))
            return new TimeStampCheck(default, "", Valid: false, null);
        var valid = token.VerifySignatureForSignerInfo(signer, out var authority, certificates);
        var time = token.TokenInfo.Timestamp.UtcDateTime;
        return new TimeStampCheck(time, authority?.GetNameInfo(X509NameType.SimpleName, false) ?? "", valid, authority is null ? null : CertificateTrust.Judge(authority, token.AsSignedCms().Certificates, roots, time));
    }

    private static byte[]? Attribute(CryptographicAttributeObjectCollection attributes, string kind)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Oid.Value == kind && attribute.Values.Count == 1)
                return attribute.Values[0].RawData;
        }
        return null;
    }
}
