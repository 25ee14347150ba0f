using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using NhiemSo.Documents.Pades.TimeStamps;
using NhiemSo.Documents.Signers;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Signing;

/// <summary>
/// Where signing keys come from, section <c>Signing</c> of the settings: the organ's key as PKCS#12 (<c>Organ</c>, <c>OrganPin</c>) or on a
/// token (<c>OrganLibrary</c>, <c>OrganToken</c>, <c>OrganPin</c>), a time-stamp authority (<c>TimeStampUrl</c>), trusted roots (<c>Roots</c>).
/// Without settings: the folder <c>signing</c> beside the data, as the demo department makes it; see also <see cref="Signing.DemoTimeStamps"/>.
/// </summary>
internal sealed class SigningKeys(IConfiguration settings, DatabaseSettings database, TimeProvider time)
{
    /// <summary>Name of the setting, with its section.</summary>
    public const string TimeStampUrl = "Signing:TimeStampUrl";

    // Connections are renewed so that a change of the authority's address is noticed.
    private static readonly HttpClient Http = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(20) };

    private readonly IConfigurationSection section = settings.GetSection("Signing");

    public string Folder => Path.Combine(database.DataFolder, "signing");

    /// <summary>A person's PKCS#12 kept on this server, for demo and tests; null when the person signs at their own PC.</summary>
    public string? PersonFile(Guid personId)
    {
        var path = Path.Combine(Folder, "ca-nhan", $"{personId:N}.p12");
        return File.Exists(path) ? path : null;
    }

    public Outcome<ISigner> Person(Guid personId, string pin)
    {
        if (PersonFile(personId) is not { } path) return Problem.WrongState("Máy chủ không giữ khóa ký của bạn. Ký bằng thiết bị trên máy của bạn.");
        var signer = Pkcs12Signer.Open(File.ReadAllBytes(path), pin);
        return signer.Ok ? Outcome.Of<ISigner>(signer.Value) : Problem.Field("Pin", "Mã PIN không đúng. Nhập lại mã PIN của khóa ký.");
    }

    public bool OrganOnToken => section["OrganLibrary"] is not null;

    public Outcome<ISigner> Organ()
    {
        if (section["OrganLibrary"] is { } library)
        {
            var token = Pkcs11Signer.Open(library, section["OrganToken"] ?? "", section["OrganPin"] ?? "", section["OrganKey"]);
            return token.Ok ? Outcome.Of<ISigner>(token.Value) : token.Problem;
        }

        var path = section["Organ"] ?? Path.Combine(Folder, "co-quan.p12");
        if (!File.Exists(path)) return Problem.WrongState("Chưa cấu hình chữ ký số của cơ quan. Quản trị viên đặt mục Signing trong tệp cấu hình.");
        var signer = Pkcs12Signer.Open(File.ReadAllBytes(path), section["OrganPin"] ?? DemoPin());
        return signer.Ok ? Outcome.Of<ISigner>(signer.Value) : signer.Problem;
    }

    /// <summary>Null when none is configured: then the signature carries no time stamp and the page says so.</summary>
    public HttpTimeStampAuthority? TimeStamps() => settings[TimeStampUrl] is { } url ? new HttpTimeStampAuthority(Http, new Uri(url)) : null;

    public bool HasDemoTimeStamps => File.Exists(DemoStampFile);

    /// <summary>The demo department's own authority; null in any other.</summary>
    public LocalTimeStampAuthority? DemoTimeStamps()
    {
        if (!HasDemoTimeStamps) return null;
        var certificates = X509CertificateLoader.LoadPkcs12CollectionFromFile(DemoStampFile, DemoPin());
        return new LocalTimeStampAuthority(certificates.First(c => c.HasPrivateKey), certificates.Where(c => !c.HasPrivateKey), time);
    }

    public IReadOnlyList<X509Certificate2> Roots()
    {
        var path = section["Roots"] ?? Path.Combine(Folder, "ca.pem");
        if (!File.Exists(path)) return [];
        var roots = new X509Certificate2Collection();
        roots.ImportFromPemFile(path);
        return [.. roots];
    }

    private string DemoStampFile => Path.Combine(Folder, "dau-thoi-gian.p12");

    private string DemoPin() => File.Exists(Path.Combine(Folder, "pin")) ? File.ReadAllText(Path.Combine(Folder, "pin")).Trim() : "";
}
