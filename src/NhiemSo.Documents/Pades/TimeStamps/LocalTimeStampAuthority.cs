using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Tsp;
using Org.BouncyCastle.Utilities.Collections;
using BouncyCertificate = Org.BouncyCastle.X509.X509Certificate;

namespace NhiemSo.Documents.Pades.TimeStamps;

/// <summary>
/// A time-stamp authority of our own, for demonstration and tests: it proves nothing to a stranger.
/// </summary>
internal sealed class LocalTimeStampAuthority
{
    /// <summary>An object identifier made from a UUID (ITU-T X.667): belongs to nobody else.</summary>
    private const string Policy = "2.25.287446925013378012345678901234567890";

    private readonly TimeProvider time;
    private readonly TimeStampTokenGenerator tokens;

    /// <param name="certificate">RSA, with key; extended key usage timeStamping, critical.</param>
    /// <param name="chain">Authorities above it, sent along on request.</param>
    public LocalTimeStampAuthority(X509Certificate2 certificate, IEnumerable<X509Certificate2> chain, TimeProvider time)
    {
        this.time = time;
        using var rsa = certificate.GetRSAPrivateKey() ?? throw new ArgumentException("The certificate has no RSA key.", nameof(certificate));
        var own = new BouncyCertificate(certificate.RawData);
        var signer = new SignerInfoGeneratorBuilder().Build(new Asn1SignatureFactory("SHA256withRSA", DotNetUtilities.GetRsaKeyPair(rsa).Private), own);
        tokens = new TimeStampTokenGenerator(signer, Asn1DigestFactory.Get(Org.BouncyCastle.Asn1.Nist.NistObjectIdentifiers.IdSha256), new DerObjectIdentifier(Policy), isIssuerSerialIncluded: true);
        tokens.SetCertificates(CollectionUtilities.CreateStore(chain.Select(c => new BouncyCertificate(c.RawData)).Prepend(own).ToList()));
    }

    /// <summary>Answers a request in DER with a response in DER, also where it refuses.</summary>
    public byte[] Respond(byte[] request)
    {
        lock (tokens)
        {
            var responses = new TimeStampResponseGenerator(tokens, [TspAlgorithms.Sha256, TspAlgorithms.Sha384, TspAlgorithms.Sha512]);
            try
            {
                var serial = new BigInteger(1, RandomNumberGenerator.GetBytes(16));
                return responses.Generate(new TimeStampRequest(request), serial, time.GetUtcNow().UtcDateTime).GetEncoded();
            }
            catch (Exception e) when (e is IOException or ArgumentException or TspException)
            {
                return responses.GenerateFailResponse(Org.BouncyCastle.Asn1.Cmp.PkiStatus.Rejection, Org.BouncyCastle.Asn1.Cmp.PkiFailureInfo.BadDataFormat, null).GetEncoded();
            }
        }
    }
}
