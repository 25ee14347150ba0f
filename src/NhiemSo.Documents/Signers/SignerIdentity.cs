using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signers;

/// <summary>A signer's certificate, without key, and the authorities above it, nearest first.</summary>
internal sealed record SignerIdentity(X509Certificate2 Certificate, IReadOnlyList<X509Certificate2> Chain)
{
    public string Name => Certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);

    /// <summary>Reads DER certificates, the signer's first, as a browser or an agent hands them in.</summary>
    public static Outcome<SignerIdentity> Read(IReadOnlyList<byte[]> certificates)
    {
        try
        {
            var read = certificates.Select(X509CertificateLoader.LoadCertificate).ToList();
            return read.Count == 0
                ? Problem.Invalid("Chưa có chứng thư số nào.")
                : new SignerIdentity(read[0], read[1..]);
        }
        catch (CryptographicException)
        {
            return Problem.Invalid("Chứng thư số không đọc được.");
        }
    }

    /// <summary>Orders loose certificates of a file or token into the chain above <paramref name="certificate"/>.</summary>
    public static SignerIdentity From(X509Certificate2 certificate, IEnumerable<X509Certificate2> others)
    {
        var rest = others.ToList();
        var chain = new List<X509Certificate2>();
        for (var at = certificate; Issuer(at) is { } above; at = above)
        {
            chain.Add(above);
            rest.Remove(above);
        }
        return new SignerIdentity(X509CertificateLoader.LoadCertificate(certificate.RawData), chain);

        X509Certificate2? Issuer(X509Certificate2 of) => of.SubjectName.RawData.AsSpan().SequenceEqual(of.IssuerName.RawData)
            ? null
            : rest.Find(c => c.SubjectName.RawData.AsSpan().SequenceEqual(of.IssuerName.RawData));
    }
}
