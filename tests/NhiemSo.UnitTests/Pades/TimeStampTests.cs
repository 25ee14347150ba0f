using System.Security.Cryptography;
using System.Text;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Pades;

public sealed class TimeStampTests
{
    [Fact]
    public async Task Openssl_accepts_the_tokens_of_the_local_authority()
    {
        using var folder = new TemporaryFolder();
        var hash = SHA256.HashData("Quyết định"u8);
        var token = (await SigningDesk.TimeStamps.StampAsync(hash, default)).Must();
        var roots = folder.Write("ca.pem", Encoding.ASCII.GetBytes(SigningDesk.Demo.Root.ExportCertificatePem()));

        var (code, text) = SigningDesk.Run("openssl", "openssl", "ts", "-verify", "-token_in", "-in", folder.Write("token.tst", token), "-digest", Convert.ToHexString(hash), "-CAfile", roots);

        code.ShouldBe(0, text);
        text.ShouldContain("Verification: OK");
    }

    [Fact]
    public void A_request_that_openssl_wrote_is_answered()
    {
        using var folder = new TemporaryFolder();
        var data = folder.Write("data", "Giấy phép"u8.ToArray());
        var query = Path.Combine(folder.Path, "query.tsq");
        SigningDesk.Run("openssl", "openssl", "ts", "-query", "-data", data, "-sha512", "-cert", "-out", query).Code.ShouldBe(0);
        var answer = folder.Write("answer.tsr", SigningDesk.TimeStamps.Respond(File.ReadAllBytes(query)));
        var roots = folder.Write("ca.pem", Encoding.ASCII.GetBytes(SigningDesk.Demo.Root.ExportCertificatePem()));

        SigningDesk.Run("openssl", "openssl", "ts", "-verify", "-queryfile", query, "-in", answer, "-CAfile", roots).Text.ShouldContain("Verification: OK");
    }

    [Fact]
    public void Nonsense_is_refused_in_the_words_of_the_protocol()
    {
        using var folder = new TemporaryFolder();
        var answer = folder.Write("answer.tsr", SigningDesk.TimeStamps.Respond("không phải yêu cầu"u8.ToArray()));

        SigningDesk.Run("openssl", "openssl", "ts", "-reply", "-in", answer, "-text").Text.ShouldContain("Status: Rejected.");
    }
}
