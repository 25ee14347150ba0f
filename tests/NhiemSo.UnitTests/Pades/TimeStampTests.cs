using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NhiemSo.Documents.Pades.TimeStamps;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Pades;

public sealed class TimeStampTests
{
    [Fact]
    public void Openssl_accepts_the_tokens_of_the_local_authority()
    {
        using var folder = new TemporaryFolder();
        var hash = SHA256.HashData("Quyết định"u8);
        var token = SigningDesk.Stamp(hash);
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

    [Fact]
    public async Task Over_HTTP_a_token_comes_back_and_faults_are_said_in_words()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/tsa", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            return Results.Bytes(SigningDesk.TimeStamps.Respond(body.ToArray()), "application/timestamp-reply");
        });
        app.MapPost("/stale", () => Results.Bytes(SigningDesk.TimeStamps.Respond(new TimeStampExchange(new byte[32]).Request)));
        app.MapPost("/nonsense", () => "xin chào");
        await app.StartAsync();
        using var http = new HttpClient();
        var hash = SHA256.HashData("Quyết định"u8);

        (await StampAsync("tsa")).Ok.ShouldBeTrue();
        (await StampAsync("stale")).Problem!.Message.ShouldContain("trả lời sai");
        (await StampAsync("nonsense")).Problem!.Message.ShouldContain("trả lời sai");
        (await StampAsync("missing")).Problem!.Message.ShouldContain("404");
        var closed = app.Urls.Single();
        await app.StopAsync();
        (await new HttpTimeStampAuthority(http, new Uri(closed)).StampAsync(hash, default)).Problem!.Message.ShouldContain("kết nối");

        Task<NhiemSo.Platform.Outcomes.Outcome<byte[]>> StampAsync(string path) =>
            new HttpTimeStampAuthority(http, new Uri(new Uri(app.Urls.Single()), path)).StampAsync(hash, default);
    }
}
