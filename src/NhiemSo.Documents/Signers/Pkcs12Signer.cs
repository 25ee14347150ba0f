using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signers;

/// <summary>A key and certificate in a PKCS#12 file (.p12, .pfx).</summary>
internal sealed class Pkcs12Signer : ISigner
{
    private readonly X509Certificate2 withKey;

    private Pkcs12Signer(X509Certificate2 withKey, SignerIdentity identity) => (this.withKey, Identity) = (withKey, identity);

    public SignerIdentity Identity { get; }

    public static Outcome<Pkcs12Signer> Open(byte[] file, string password)
    {
        try
        {
            var all = X509CertificateLoader.LoadPkcs12Collection(file, password, X509KeyStorageFlags.EphemeralKeySet);
            var holder = all.FirstOrDefault(c => c.HasPrivateKey);
            return holder is null
                ? Problem.Invalid("Tệp chứng thư số không có khóa riêng.")
                : new Pkcs12Signer(holder, SignerIdentity.From(holder, all.Where(c => c != holder)));
        }
        catch (CryptographicException)
        {
            return Problem.Invalid("Không mở được tệp chứng thư số. Kiểm tra lại mật khẩu và tệp.");
        }
    }

    public Task<Outcome<byte[]>> SignHashAsync(byte[] sha256, CancellationToken stop) => Task.FromResult(Sign(sha256));

    private Outcome<byte[]> Sign(byte[] sha256)
    {
        using var rsa = withKey.GetRSAPrivateKey();
        if (rsa is not null)
            return rsa.SignHash(sha256, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var ecdsa = withKey.GetECDsaPrivateKey();
        if (ecdsa is not null)
            return ecdsa.SignHash(sha256, DSASignatureFormat.Rfc3279DerSequence);
        return Problem.Invalid("Chứng thư số dùng loại khóa chưa hỗ trợ; cần RSA hoặc ECDSA.");
    }
}
