using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Clients;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Clients;

/// <summary>What a connected program gets with its secret, and what it does not.</summary>
public sealed class TokenTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Registers = "/api/v1/registers";
    private const string Evidence = "/api/v1/mandates/current/evidence";
    private const string Duties = "/api/v1/mandates/current/duties";

    [Theory, BothEngines]
    public async Task A_token_opens_what_its_scope_names_and_public_answers_need_none(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var reader = await ConnectedProgram.ConnectAsync(house, "registers.read");
        using var counter = await ConnectedProgram.ConnectAsync(house, "mandate.read");
        var (token, other) = (await reader.TokenAsync("registers.read"), await counter.TokenAsync());
        (await reader.GetAsync(Registers, token)).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync(Evidence, token)).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await counter.GetAsync(Registers, other)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var counts = JsonDocument.Parse((await counter.GetAsync(Evidence, other)).Body);
        counts.RootElement.GetArrayLength().ShouldBe(117);
        foreach (var path in (string[])[Registers, Evidence])
        {
            (await reader.GetAsync(path, null)).Status.ShouldBe(HttpStatusCode.Unauthorized, path);
            (await reader.GetAsync(path, token[..^4] + "AAAA")).Status.ShouldBe(HttpStatusCode.Unauthorized, path);
        }

        (await reader.GetAsync(Duties, null)).Status.ShouldBe(HttpStatusCode.OK);
        (await reader.GetAsync(Duties, token)).Status.ShouldBe(HttpStatusCode.OK);
        // A token is for the API: no page takes it for a member of staff.
        (await reader.GetAsync("/quan-tri/ung-dung", token)).Body.ShouldContain("Mật khẩu");
    }

    [Theory, BothEngines]
    public async Task Staff_read_the_same_answers_when_signed_in(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync(Registers)).Status.ShouldBe(HttpStatusCode.OK);
        (await officer.GetAsync("/api/v1/registers/khong-co/entries")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task A_wrong_secret_a_scope_not_given_and_another_grant_are_refused(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        (await program.AskAsync(withSecret: program.Secret[..^1] + "~")).ShouldBe((HttpStatusCode.Unauthorized, null, "invalid_client"));
        (await program.AskAsync("khong.co")).ShouldBe((HttpStatusCode.BadRequest, null, "invalid_scope"));
        (await program.AskAsync("mandate.read")).ShouldBe((HttpStatusCode.BadRequest, null, "invalid_request"));
        (await program.AskAsync(grant: "password")).ShouldBe((HttpStatusCode.BadRequest, null, "unsupported_grant_type"));
        using var unknown = new ConnectedProgram(house.Address, "ud-khongcobaogio", program.Secret);
        (await unknown.AskAsync()).ShouldBe((HttpStatusCode.Unauthorized, null, "invalid_client"));
        (await house.AskAsync((DepartmentDb db) => db.Set<MachineClient>().SingleAsync(c => c.ClientId == program.ClientId))).LastUsedAt.ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task A_token_ends_after_an_hour(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        var token = await program.TokenAsync();
        house.Time.Advance(TimeSpan.FromMinutes(58));
        (await program.GetAsync(Registers, token)).Status.ShouldBe(HttpStatusCode.OK);
        house.Time.Advance(TimeSpan.FromMinutes(10));
        (await program.GetAsync(Registers, token)).Status.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory, BothEngines]
    public async Task The_keys_are_in_the_data_folder_for_the_programs_account_only(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        await program.TokenAsync();
        foreach (var key in (string[])["token-signing.pem", "token-encryption.key"])
        {
            var path = Path.Combine(house.Settings.DataFolder, "keys", key);
            File.Exists(path).ShouldBeTrue(path);
            if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory, BothEngines]
    public async Task The_api_document_says_how_to_get_a_token_and_which_scope_is_needed(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/api/v1/openapi.json");
        using var json = JsonDocument.Parse(visitor.Bytes);
        var flow = json.RootElement.GetProperty("components").GetProperty("securitySchemes").GetProperty("oauth2").GetProperty("flows").GetProperty("clientCredentials");
        flow.GetProperty("tokenUrl").GetString().ShouldBe("/connect/token");
        flow.GetProperty("scopes").EnumerateObject().Select(s => s.Name).Order().ShouldBe(["dossiers.read", "dossiers.submit", "mandate.read", "registers.read"]);
        var paths = json.RootElement.GetProperty("paths");
        paths.GetProperty(Registers).GetProperty("get").GetProperty("security")[0].GetProperty("oauth2")[0].GetString().ShouldBe("registers.read");
        paths.GetProperty(Duties).GetProperty("get").TryGetProperty("security", out _).ShouldBeFalse();
    }
}
