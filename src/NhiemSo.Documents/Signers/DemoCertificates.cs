using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NhiemSo.Documents.Signers;

/// <summary>A person of the demo; <paramref name="File"/> is the name of the PKCS#12 file without ending.</summary>
internal sealed record DemoPerson(string File, string Name, string Title);

/// <summary>
/// An invented certificate authority with certificates for persons, the organ (its digital seal) and a time-stamp
/// authority, for demonstration and tests. Every subject says "minh họa": nobody may take one for real.
/// </summary>
internal sealed class DemoCertificates : IDisposable
{
    private const string Mark = "minh họa";
    private readonly string organ;
    private readonly DateTimeOffset from;
    private readonly DateTimeOffset until;

    /// <param name="organ">Name of the department.</param>
    /// <param name="from">First instant of validity.</param>
    /// <param name="years">Of validity, for all certificates.</param>
    public DemoCertificates(string organ, DateTimeOffset from, int years = 5)
    {
        (this.organ, this.from, until) = (organ, from, from.AddYears(years));
        using var key = RSA.Create(3072);
        var request = new CertificateRequest(Name($"CA {Mark}", null), key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        Root = request.CreateSelfSigned(from, until);
    }

    /// <summary>The invented authority, with its key.</summary>
    public X509Certificate2 Root { get; }

    /// <summary>A certificate for a person, with key: RSA 2048, or ECDSA P-256.</summary>
    public X509Certificate2 Person(string name, string title, bool ellipticCurve = false) =>
        Issue(Name($"{name} ({Mark})", title), X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, ellipticCurve);

    /// <summary>The organ's own certificate: its digital seal.</summary>
    public X509Certificate2 Organ() =>
        Issue(Name($"{organ} ({Mark})", null), X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation);

    /// <summary>For a time-stamp authority: extended key usage timeStamping alone, critical (RFC 3161, 2.3).</summary>
    public X509Certificate2 TimeStamping() =>
        Issue(Name("Dịch vụ dấu thời gian – thử nghiệm, không có giá trị pháp lý", null), X509KeyUsageFlags.DigitalSignature, extension: new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.8")], critical: true));

    /// <summary>PKCS#12 with the key and the chain.</summary>
    public byte[] Export(X509Certificate2 certificate, string password) =>
        new X509Certificate2Collection { certificate, X509CertificateLoader.LoadCertificate(Root.RawData) }
            .ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, password);

    /// <summary>
    /// Writes <c>ca.pem</c>, <c>co-quan.p12</c>, <c>dau-thoi-gian.p12</c> and <c>ca-nhan/{file}.p12</c> into
    /// <paramref name="folder"/>, all under one password.
    /// </summary>
    public async Task WriteAsync(string folder, IEnumerable<DemoPerson> persons, string password, CancellationToken stop)
    {
        var ofPersons = Directory.CreateDirectory(Path.Combine(folder, "ca-nhan")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "ca.pem"), Root.ExportCertificatePem(), stop);
        await WriteAsync(Path.Combine(folder, "co-quan.p12"), Organ());
        await WriteAsync(Path.Combine(folder, "dau-thoi-gian.p12"), TimeStamping());
        foreach (var person in persons)
            await WriteAsync(Path.Combine(ofPersons, person.File + ".p12"), Person(person.Name, person.Title));

        async Task WriteAsync(string path, X509Certificate2 certificate)
        {
            using (certificate)
                await File.WriteAllBytesAsync(path, Export(certificate, password), stop);
        }
    }

    public void Dispose() => Root.Dispose();

    private X500DistinguishedName Name(string commonName, string? title)
    {
        var name = new X500DistinguishedNameBuilder();
        name.AddCommonName(commonName);
        if (title is not null)
            name.Add("2.5.4.12", title);
        name.AddOrganizationName($"{organ} ({Mark})");
        name.AddCountryOrRegion("VN");
        return name.Build();
    }

    private X509Certificate2 Issue(X500DistinguishedName name, X509KeyUsageFlags usage, bool ellipticCurve = false, X509Extension? extension = null)
    {
        using var rsa = ellipticCurve ? null : RSA.Create(2048);
        using var ecdsa = ellipticCurve ? ECDsa.Create(ECCurve.NamedCurves.nistP256) : null;
        var request = rsa is not null
            ? new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(name, ecdsa!, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(usage, true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Root, true, false));
        if (extension is not null)
            request.CertificateExtensions.Add(extension);
        var serial = RandomNumberGenerator.GetBytes(16);
        serial[0] = (byte)((serial[0] & 0x3F) | 0x40); // positive, and never a leading zero
        // The authority signs with RSA also for a holder with an elliptic key, so the generator is named.
        using var authorityKey = Root.GetRSAPrivateKey()!;
        var generator = X509SignatureGenerator.CreateForRSA(authorityKey, RSASignaturePadding.Pkcs1);
        using var bare = request.Create(Root.SubjectName, generator, from, until, serial);
        return rsa is not null ? bare.CopyWithPrivateKey(rsa) : bare.CopyWithPrivateKey(ecdsa!);
    }
}
