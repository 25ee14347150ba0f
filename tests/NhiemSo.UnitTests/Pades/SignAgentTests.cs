using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signers;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Pades;

public sealed class SignAgentTests : IAsyncLifetime
{
    private const string Ticket = "phieu-0123456789abcdef";
    private readonly PadesDraft draft = PadesWriter.Prepare(SigningDesk.SkiaPdf(1), new PadesRequest(SigningDesk.Director.Identity, SigningDesk.Now)).Must();
    private readonly List<string> askedAtServer = [];
    private readonly List<string> shown = [];
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private bool answer = true;
    private byte[]? received;
    private WebApplication server = null!;
    private WebApplication agent = null!;
    private string serverOrigin = "";

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        server.MapPost("/ky-so/phieu/{ticket}", (string ticket) =>
        {
            var first = !askedAtServer.Contains(ticket);
            askedAtServer.Add(ticket);
            return first && ticket == Ticket
                ? Results.Ok(new TicketContent(draft.State.DigestToSign, "Quyết định 41/QĐ-STTTT", SHA256.HashData(draft.State.Certificates[0])))
                : Results.StatusCode(StatusCodes.Status410Gone);
        });
        server.MapPost("/ky-so/phieu/{ticket}/chu-ky", (string ticket, AgentSignature signature) =>
        {
            received = signature.Value;
            return Results.NoContent();
        });
        await server.StartAsync();
        serverOrigin = server.Urls.Single();
        agent = Build(new SignAgentOptions(new IPEndPoint(IPAddress.Loopback, 0), new Uri(serverOrigin))).Must();
        await agent.StartAsync();
    }

    [Fact]
    public async Task A_ticket_is_redeemed_confirmed_signed_and_handed_back()
    {
        var offered = await (await SendAsync(HttpMethod.Get, "/certificate")).Content.ReadFromJsonAsync<AgentCertificate>();
        var answered = await SignAsync(new AgentSignRequest(Ticket, draft.State.DigestToSign));

        offered!.Certificates[0].ShouldBe(draft.State.Certificates[0]);
        answered.StatusCode.ShouldBe(HttpStatusCode.OK);
        answered.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([serverOrigin]);
        shown.ShouldBe(["Quyết định 41/QĐ-STTTT"]);
        SigningDesk.Check(PadesWriter.Complete(draft, received!).Must()).Verdict.ShouldBe(PadesVerdict.Valid);
    }

    [Fact]
    public async Task A_ticket_signs_once()
    {
        await SignAsync(new AgentSignRequest(Ticket));
        received = null;

        var again = await SignAsync(new AgentSignRequest(Ticket));

        again.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await again.Content.ReadAsStringAsync()).ShouldContain("409");
        askedAtServer.ShouldBe([Ticket]);
        received.ShouldBeNull();
    }

    [Fact]
    public async Task A_ticket_that_the_server_does_not_know_signs_nothing()
    {
        (await SignAsync(new AgentSignRequest("phieu-la-0123456789"))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await SendAsync(HttpMethod.Post, "/sign", new StringContent("{", null, "application/json"), serverOrigin)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SignAsync(new AgentSignRequest("../../chu-ky/0123456789"))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        shown.ShouldBeEmpty();
        received.ShouldBeNull();
    }

    [Fact]
    public async Task A_page_cannot_slip_in_another_hash()
    {
        (await SignAsync(new AgentSignRequest(Ticket, SHA256.HashData("khác"u8)))).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        shown.ShouldBeEmpty();
        received.ShouldBeNull();
    }

    [Fact]
    public async Task A_no_at_the_desk_signs_nothing()
    {
        answer = false;

        (await SignAsync(new AgentSignRequest(Ticket))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        received.ShouldBeNull();
    }

    [Theory]
    [InlineData("https://ke-xau.example", null)]
    [InlineData("null", null)]
    [InlineData(null, null)]
    [InlineData("ours", "ke-xau.example")]
    public async Task Foreign_pages_are_turned_away(string? origin, string? host)
    {
        origin = origin == "ours" ? serverOrigin : origin;
        (await SendAsync(HttpMethod.Get, "/certificate", null, origin, host)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(HttpMethod.Post, "/sign", JsonContent.Create(new AgentSignRequest(Ticket)), origin, host)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SendAsync(HttpMethod.Options, "/sign", null, origin, host)).Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
        askedAtServer.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_JavaScript_a_form_signs_and_leads_back_to_the_server()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("ticket", Ticket)]);

        var answered = await SendAsync(HttpMethod.Post, "/sign", form, serverOrigin);

        answered.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        answered.Headers.Location!.AbsoluteUri.ShouldBe($"{serverOrigin}/ky-so/phieu/{Ticket}");
        received.ShouldNotBeNull();
    }

    [Fact]
    public void It_does_not_start_on_the_network_or_for_a_server_in_the_clear()
    {
        var loopback = new IPEndPoint(IPAddress.Loopback, 0);
        Build(new SignAgentOptions(new IPEndPoint(IPAddress.Any, 5081), new Uri("https://a.example"))).Problem!.Message.ShouldContain("trên chính máy này");
        Build(new SignAgentOptions(loopback, new Uri("http://a.example"))).Problem!.Message.ShouldContain("https://");
        Build(new SignAgentOptions(loopback, new Uri("https://a.example"))).Ok.ShouldBeTrue();
    }

    public async ValueTask DisposeAsync()
    {
        await agent.DisposeAsync();
        await server.DisposeAsync();
        http.Dispose();
    }

    private NhiemSo.Platform.Outcomes.Outcome<WebApplication> Build(SignAgentOptions options) =>
        SignAgent.Build(options, SigningDesk.Director, http, (description, _) =>
        {
            shown.Add(description);
            return Task.FromResult(answer);
        });

    private Task<HttpResponseMessage> SignAsync(AgentSignRequest request) => SendAsync(HttpMethod.Post, "/sign", JsonContent.Create(request), serverOrigin);

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, string path) => SendAsync(method, path, null, serverOrigin);

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content, string? origin, string? host = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(new Uri(agent.Urls.Single()), path)) { Content = content };
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        request.Headers.Host = host;
        return await http.SendAsync(request);
    }
}
