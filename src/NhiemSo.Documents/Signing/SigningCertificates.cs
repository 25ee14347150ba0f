using System.Security.Cryptography.X509Certificates;
using NhiemSo.Platform.Operation;

namespace NhiemSo.Documents.Signing;

/// <summary>The organ's certificate and the roots that signatures are checked against.</summary>
internal sealed class SigningCertificates(SigningKeys keys) : ICertificateSource
{
    public IEnumerable<CertificateInUse> InUse()
    {
        // A token is not opened to look at a date: a sealing may be using it.
        if (!keys.OrganOnToken && keys.Organ() is { Ok: true } organ) yield return Of("Chữ ký số của cơ quan", organ.Value.Identity.Certificate);
        foreach (var root in keys.Roots())
        {
            using (root) yield return Of("Gốc tin cậy để kiểm tra chữ ký", root);
        }
    }

    private static CertificateInUse Of(string use, X509Certificate2 certificate) =>
        new(use, certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false), certificate.NotAfter.ToUniversalTime());
}
