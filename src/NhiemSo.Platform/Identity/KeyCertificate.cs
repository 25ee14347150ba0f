using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NhiemSo.Platform.Files;

namespace NhiemSo.Platform.Identity;

/// <summary>
/// Made at the first start in <c>keys/</c> of the data folder: under it the database keeps the keys of cookies and form tokens, so
/// that a copy of the database alone opens no session. Nodes on one database share the file; it goes along in a backup.
/// </summary>
public static class KeyCertificate
{
    public const string FileName = "cookie-keys.pfx";

    public static X509Certificate2 OpenOrMake(string dataFolder)
    {
        var path = Path.Combine(dataFolder, "keys", FileName);
        if (!File.Exists(path)) Make(path);
        return X509CertificateLoader.LoadPkcs12FromFile(path, password: null);
    }

    private static void Make(string path)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=NhiemSo cookie keys", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        // Nobody judges its dates: it stands for a key and nothing else.
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
        Durable.WriteSecret(path, certificate.Export(X509ContentType.Pfx));
    }
}
