using System.Security.Cryptography.X509Certificates;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Pades.TimeStamps;
using NhiemSo.Documents.Signers;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Pades;

public sealed class DemoCertificatesTests
{
    [Fact]
    public async Task The_folder_holds_everything_to_sign_seal_and_stamp_and_says_it_is_invented()
    {
        using var folder = new TemporaryFolder();
        await SigningDesk.Demo.WriteAsync(folder.Path, [new DemoPerson("giam-doc", "Nguyễn Văn Đường", "Giám đốc")], "mat-khau", default);

        var person = Open("ca-nhan/giam-doc.p12");
        var organ = Open("co-quan.p12");
        using var stamping = X509CertificateLoader.LoadPkcs12FromFile(Path.Combine(folder.Path, "dau-thoi-gian.p12"), "mat-khau");
        using var root = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(folder.Path, "ca.pem"));
        var signed = await SigningDesk.SignAsync(await SigningDesk.SignAsync(SigningDesk.SkiaPdf(), person), organ);

        PadesVerifier.Verify(signed, [root], SigningDesk.Now).Verdict.ShouldBe(PadesVerdict.Valid);
        SigningDesk.Stamp(new byte[32], new LocalTimeStampAuthority(stamping, [root], TimeProvider.System)).ShouldNotBeEmpty();
        person.Identity.Certificate.Subject.ShouldContain("Giám đốc");
        foreach (var certificate in new[] { person.Identity.Certificate, organ.Identity.Certificate, stamping, root })
            certificate.Subject.ShouldContain("minh họa");
        stamping.Subject.ShouldContain("thử nghiệm, không có giá trị pháp lý");

        Pkcs12Signer Open(string name) => Pkcs12Signer.Open(File.ReadAllBytes(Path.Combine(folder.Path, name)), "mat-khau").Must();
    }

    [Fact]
    public void A_wrong_password_is_said_in_words() =>
        Pkcs12Signer.Open(SigningDesk.Demo.Export(SigningDesk.Demo.Organ(), "đúng"), "sai").Problem!.Message.ShouldContain("mật khẩu");
}
