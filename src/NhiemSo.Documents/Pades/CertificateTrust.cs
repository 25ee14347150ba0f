using System.Security.Cryptography.X509Certificates;

namespace NhiemSo.Documents.Pades;

/// <summary>Does a chain lead from a certificate to one of the given roots? Only with what is at hand: no downloads, no revocation.</summary>
internal static class CertificateTrust
{
    /// <returns>Null when there are no roots to judge by.</returns>
    public static bool? Judge(X509Certificate2 certificate, X509Certificate2Collection others, IReadOnlyList<X509Certificate2> roots, DateTime at)
    {
        if (roots.Count == 0)
            return null;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.VerificationTime = DateTime.SpecifyKind(at, DateTimeKind.Utc);
        return chain.Build(certificate);
    }
}
