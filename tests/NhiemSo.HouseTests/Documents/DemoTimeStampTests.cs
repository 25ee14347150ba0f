using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Documents;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Signers;
using NhiemSo.Documents.Signing;
using NhiemSo.Host.Serve;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Documents;

/// <summary>The demo department's time-stamp authority, asked over HTTP by the line and by strangers' programs.</summary>
public sealed class DemoTimeStampTests(WebBed bed, Databases databases) : IClassFixture<WebBed>
{
    private const string Authority = "Dịch vụ dấu thời gian – thử nghiệm, không có giá trị pháp lý";

    [Theory, BothEngines]
    public async Task Both_signatures_of_the_lines_licence_carry_a_time_stamp_that_openssl_verifies(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var (id, address) = await ApprovedAsync(line);
        await line.SignAsync(address);
        house.Time.Advance(TimeSpan.FromMinutes(3));
        using var clerk = await line.SealAsync(address);
        clerk.Text.ShouldContain($"Do “{Authority}” cấp");
        await clerk.GetAsync(address + "/tep");

        var folder = house.Settings.DataFolder;
        var file = Path.Combine(folder, "licence.pdf");
        await File.WriteAllBytesAsync(file, clerk.Bytes);
        (await Tools.RunAsync("pdfsig", "-nocert", file)).Split("Signature is Valid.").Length.ShouldBe(3);
        var stamps = EmbeddedStamp.Of(clerk.Bytes);
        stamps.Count.ShouldBe(2);
        (stamps[1].Time - stamps[0].Time).ShouldBe(TimeSpan.FromMinutes(3));
        var roots = Path.Combine(folder, "signing", "ca.pem");
        foreach (var stamp in stamps)
        {
            (await stamp.OpensslAsync(folder, roots, stamp.SignatureHash)).ShouldContain("Verification: OK");
            (await stamp.OpensslAsync(folder, roots, new byte[32])).ShouldContain("Verification: FAILED");
        }

        var token = (await house.AskAsync((IDocumentOffice o) => o.OfMatterAsync(id, CancellationToken.None))).Single().Token;
        using var stranger = house.Visit();
        await stranger.GetAsync("/xac-minh/" + token);
        stranger.Page.QuerySelectorAll("ul.rows > li").Count(s => s.TextContent.Contains($"có dấu thời gian do “{Authority}” cấp", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Theory, BothEngines]
    public async Task While_the_authority_is_silent_the_document_waits_where_it_is_and_goes_on_from_the_same_number(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var (id, address) = await ApprovedAsync(line);
        var settings = house.Services.GetRequiredService<IConfiguration>();
        var authority = settings[SigningKeys.TimeStampUrl];
        var silent = "http://127.0.0.1:9/"; // discard: nobody listens
        var symbol = (await StoredAsync(house, id)).Symbol;

        settings[SigningKeys.TimeStampUrl] = silent;
        using var leader = await house.SignInAsync("phogiamdoc");
        await leader.GetAsync(address);
        await leader.SubmitAsync(new() { ["Pin"] = DemoSigning.Pin });
        leader.Status.ShouldBe(HttpStatusCode.Conflict);
        leader.Errors.ShouldContain("Chưa kết nối được máy chủ cấp dấu thời gian");
        leader.Text.ShouldContain("Việc cần làm: ký số");
        (await StoredAsync(house, id)).ShouldSatisfyAllConditions(d => d.State.ShouldBe(SigningState.AwaitingPerson), d => d.FileId.ShouldBeNull());

        settings[SigningKeys.TimeStampUrl] = authority;
        await line.SignAsync(address);
        (await StoredAsync(house, id)).State.ShouldBe(SigningState.PersonSigned);

        settings[SigningKeys.TimeStampUrl] = silent;
        using (var clerk = await line.SealAsync(address))
        {
            clerk.Status.ShouldBe(HttpStatusCode.Conflict);
            clerk.Text.ShouldContain("Việc cần làm: đóng dấu, phát hành");
        }

        (await StoredAsync(house, id)).State.ShouldBe(SigningState.AwaitingOrgan);
        settings[SigningKeys.TimeStampUrl] = authority;
        (await line.SealAsync(address)).Dispose();
        (await StoredAsync(house, id)).ShouldSatisfyAllConditions(d => d.State.ShouldBe(SigningState.Issued), d => d.Symbol.ShouldBe(symbol));
    }

    [Theory, BothEngines]
    public async Task A_query_of_openssl_is_answered_even_while_an_act_holds_the_way_to_the_database(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var folder = house.Settings.DataFolder;
        var (data, query, reply) = (Path.Combine(folder, "data"), Path.Combine(folder, "query.tsq"), Path.Combine(folder, "reply.tsr"));
        await File.WriteAllTextAsync(data, "Giấy phép");
        await Tools.RunAsync("openssl", "ts", "-query", "-data", data, "-sha256", "-cert", "-out", query);
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(20) };
        using var answer = await house.AskAsync((Work work) => work.ActAsync<HttpResponseMessage>(
            async ct => await http.PostAsync(new Uri(house.Address, DemoTimeStamps.Path), Query(await File.ReadAllBytesAsync(query, ct)), ct), CancellationToken.None)) is { Ok: true } done ? done.Value : throw new InvalidOperationException();

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/timestamp-reply");
        await File.WriteAllBytesAsync(reply, await answer.Content.ReadAsByteArrayAsync());
        (await Tools.RunAsync("openssl", "ts", "-verify", "-queryfile", query, "-in", reply, "-CAfile", Path.Combine(folder, "signing", "ca.pem"))).ShouldContain("Verification: OK");
        (await Tools.RunAsync("openssl", "ts", "-reply", "-in", reply, "-text")).ShouldContain("Status: Granted.");
    }

    [Theory, BothEngines]
    public async Task It_answers_on_loopback_only_and_only_with_demo_certificates(Engine engine)
    {
        var settings = await databases.NewAsync(engine);
        var office = OfficeSettings.From(null, settings.DataFolder, null) with { Database = settings };
        await using (var app = WebOffice.Build(office, "http://127.0.0.1:0", b => b.WebHost.UseTestServer()))
        {
            await app.StartAsync();
            var server = app.GetTestServer();
            (await AskAsync(server, "127.0.0.1")).ShouldBe(404, "no demo department here");
            using var certificates = new DemoCertificates("Sở thử", DateTimeOffset.UtcNow.AddDays(-1));
            var keys = app.Services.GetRequiredService<SigningKeys>();
            await certificates.WriteAsync(keys.Folder, [], DemoSigning.Pin, default);
            await File.WriteAllTextAsync(Path.Combine(keys.Folder, "pin"), DemoSigning.Pin);

            (await AskAsync(server, "127.0.0.1")).ShouldBe(200);
            (await AskAsync(server, "::1")).ShouldBe(200);
            (await AskAsync(server, "192.0.2.7")).ShouldBe(403);
            (await AskAsync(server, null)).ShouldBe(403);
            (await AskAsync(server, "127.0.0.1", "text/plain")).ShouldBe(400);
            (await AskAsync(server, "127.0.0.1", length: 100_000)).ShouldBe(400);
        }

        await databases.DropAsync(settings);
    }

    private static async Task<int> AskAsync(TestServer server, string? from, string type = "application/timestamp-query", int length = 60) =>
        (await server.SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = from is null ? null : IPAddress.Parse(from);
            (http.Request.Method, http.Request.Path, http.Request.ContentType, http.Request.ContentLength) = ("POST", DemoTimeStamps.Path, type, length);
            http.Request.Body = new MemoryStream(new byte[length]);
        })).Response.StatusCode;

    private static ByteArrayContent Query(byte[] bytes) => new(bytes) { Headers = { ContentType = new MediaTypeHeaderValue("application/timestamp-query") } };

    private static async Task<(Guid Id, string Address)> ApprovedAsync(TheLine line)
    {
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        var id = await line.ToOfficerAsync(code);
        return (id, await line.ToApprovedAsync(id));
    }

    private static Task<Document> StoredAsync(WebHouse house, Guid matter) => house.AskAsync((DepartmentDb db) => db.Set<Document>().AsNoTracking().SingleAsync(d => d.MatterId == matter));
}
