using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signers;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Pades;

/// <summary>A software token (SoftHSM) in a folder of its own, reached over PKCS#11 like a token of a person.</summary>
public sealed class TokenTests : IDisposable
{
    private const string Pin = "123456";
    private const string Package = "softhsm2";
    private readonly TemporaryFolder folder = new();
    private readonly string library;

    public TokenTests()
    {
        library = new[] { "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so" }.FirstOrDefault(File.Exists)
            ?? throw new ShouldAssertException($"libsofthsm2.so is missing: apt install {Package}");
        Directory.CreateDirectory(Path.Combine(folder.Path, "tokens"));
        var settings = folder.Write("softhsm2.conf", Encoding.UTF8.GetBytes($"directories.tokendir = {folder.Path}/tokens\nobjectstore.backend = file\nlog.level = ERROR\n"));
        // The library reads the C environment, child processes get .NET's copy: both are told.
        Environment.SetEnvironmentVariable("SOFTHSM2_CONF", settings);
        setenv([.. "SOFTHSM2_CONF"u8, 0], [.. Encoding.UTF8.GetBytes(settings), 0], 1).ShouldBe(0);
        Util("--init-token", "--free", "--label", "Thử ký", "--pin", Pin, "--so-pin", "12345678");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_token_signs_with_RSA_and_with_an_elliptic_key(bool ellipticCurve)
    {
        using var certificate = SigningDesk.Demo.Person("Lê Thị Bưởi", "Chánh Văn phòng", ellipticCurve);
        Import(certificate, "khoa-1");
        using var signer = Pkcs11Signer.Open(library, "Thử ký", Pin, "khoa-1").Must();

        signer.Identity.Name.ShouldBe("Lê Thị Bưởi (minh họa)");
        var signed = await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), signer);

        SigningDesk.PdfSig(signed).ShouldContain("Signature is Valid.");
        SigningDesk.Check(signed).Verdict.ShouldBe(PadesVerdict.Valid);
    }

    [Fact]
    public void What_is_wrong_is_said_in_words()
    {
        Pkcs11Signer.Open(library, "Thử ký", "000000").Problem!.Message.ShouldContain("Mã PIN không đúng");
        Pkcs11Signer.Open(library, "Không có", Pin).Problem!.Message.ShouldContain("Cắm thiết bị");
        Pkcs11Signer.Open(library, "Thử ký", Pin).Problem!.Message.ShouldContain("không có khóa");
        Pkcs11Signer.Open("/khong/co.so", "Thử ký", Pin).Problem!.Message.ShouldContain("Không nạp được thư viện");
    }

    public void Dispose() => folder.Dispose();

    private void Import(X509Certificate2 certificate, string label)
    {
        using var rsa = certificate.GetRSAPrivateKey();
        using var ecdsa = certificate.GetECDsaPrivateKey();
        var key = folder.Write("key.pem", Encoding.ASCII.GetBytes(rsa?.ExportPkcs8PrivateKeyPem() ?? ecdsa!.ExportPkcs8PrivateKeyPem()));
        Util("--import", key, "--token", "Thử ký", "--label", label, "--id", "01", "--pin", Pin);

        using var module = Pkcs11Signer.Load(library);
        var slot = module.GetSlotList(SlotsType.WithTokenPresent).Single(s => s.GetTokenInfo().Label.Trim() == "Thử ký");
        using var session = slot.OpenSession(SessionType.ReadWrite);
        session.Login(CKU.CKU_USER, Pin);
        var attribute = new Pkcs11InteropFactories().ObjectAttributeFactory;
        session.CreateObject(
        [
            attribute.Create(CKA.CKA_CLASS, CKO.CKO_CERTIFICATE),
            attribute.Create(CKA.CKA_CERTIFICATE_TYPE, CKC.CKC_X_509),
            attribute.Create(CKA.CKA_TOKEN, true),
            attribute.Create(CKA.CKA_LABEL, label),
            attribute.Create(CKA.CKA_ID, new byte[] { 1 }),
            attribute.Create(CKA.CKA_SUBJECT, certificate.SubjectName.RawData),
            attribute.Create(CKA.CKA_VALUE, certificate.RawData),
        ]);
    }

    private static void Util(params string[] arguments)
    {
        var (code, text) = SigningDesk.Run("softhsm2-util", Package, arguments);
        code.ShouldBe(0, text);
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int setenv(byte[] name, byte[] value, int overwrite);
}
