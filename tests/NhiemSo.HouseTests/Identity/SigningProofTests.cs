using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Signing;
using NhiemSo.Host.Demo;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity.Sessions;
using OtpNet;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Identity;

/// <summary>Whoever signs or seals shows who they are once more when that was long ago; the form asks, and nothing in it is lost.</summary>
public sealed class SigningProofTests(WebBed bed, Databases databases) : IClassFixture<WebBed>
{
    private const string List = "/mot-cua/cho-ky";

    [Theory, BothEngines]
    public async Task Signing_and_sealing_ask_the_password_once_more_after_a_quarter_of_an_hour(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        var line = new TheLine(house);
        using var leader = await house.SignInAsync("phogiamdoc");
        using var clerk = await house.SignInAsync("vanthu");
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        var page = await line.ToApprovedAsync(await line.ToOfficerAsync(code));
        await leader.GetAsync(page);
        leader.Page.QuerySelector("[name=Proof]").ShouldBeNull("who has just signed in isn't asked");

        // The page was opened in time; the press comes too late.
        house.Time.Advance(TimeSpan.FromMinutes(16));
        await leader.SubmitAsync(new() { ["Pin"] = DemoSigning.Pin });
        (leader.Status, leader.Errors).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.BadRequest), x => x.Errors.ShouldContain("Đã quá 15 phút"));
        leader.Page.QuerySelector("label[for=Proof]")!.TextContent.ShouldBe("Mật khẩu đăng nhập");
        await leader.SubmitAsync(new() { ["Pin"] = DemoSigning.Pin, ["Proof"] = "không phải mật khẩu" });
        leader.Errors.ShouldContain("Mật khẩu đang dùng không đúng");
        (await StateAsync(house)).ShouldBe(SigningState.Reserved, "nothing was signed");

        // The wrong PIN doesn't ask for the password a second time.
        await leader.SubmitAsync(new() { ["Pin"] = "sai", ["Proof"] = DemoDepartment.Password });
        leader.Errors.ShouldContain("Mã PIN không đúng");
        leader.Page.QuerySelector("[name=Proof]").ShouldBeNull();
        await leader.SubmitAsync(new() { ["Pin"] = DemoSigning.Pin });
        (await StateAsync(house)).ShouldBe(SigningState.PersonSigned);

        await clerk.GetAsync(page);
        clerk.Page.QuerySelector("[name=Proof]").ShouldNotBeNull("one's own session, one's own proof");
        await clerk.SubmitAsync(button: "Đóng dấu và phát hành");
        clerk.Errors.ShouldContain("Nhập lại mật khẩu đăng nhập");
        for (var i = 0; i < 10; i++) (await clerk.SubmitAsync(new() { ["Proof"] = $"đoán mò {i}" }, "Đóng dấu và phát hành")).Status.ShouldBe(HttpStatusCode.BadRequest);
        await clerk.SubmitAsync(new() { ["Proof"] = DemoDepartment.Password }, "Đóng dấu và phát hành");
        clerk.Status.ShouldBe(HttpStatusCode.TooManyRequests, "guesses at a desk left open are counted");
        (await StateAsync(house)).ShouldBe(SigningState.PersonSigned);

        using var again = await house.SignInAsync("vanthu");
        await again.GetAsync(page);
        await again.SubmitAsync(button: "Đóng dấu và phát hành");
        (await StateAsync(house)).ShouldBe(SigningState.Issued);

        // Who may not is told that, and asked nothing.
        await leader.GetAsync("/doi-mat-khau");
        await leader.PostAsync(page + "?handler=Seal", []);
        leader.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task The_list_of_many_keeps_what_was_ticked_while_it_asks(Engine engine)
    {
        await using var house = await OpenAsync(engine);
        var line = new TheLine(house);
        using var officer = await house.SignInAsync("chuyenvien");
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        await TheLine.ActAsync(officer, id, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đúng tôn chỉ.", ["so_trang_quy_chuan"] = "86" });
        await TheLine.ActAsync(officer, id, "trinh-du-thao");
        using var leader = await house.SignInAsync("phogiamdoc");
        await leader.GetAsync(List);
        house.Time.Advance(TimeSpan.FromMinutes(15));
        await leader.SubmitAsync(new() { [$"chon-{id}"] = "1", ["Pin"] = DemoSigning.Pin });
        leader.Errors.ShouldContain("Đã quá 15 phút");
        leader.Page.QuerySelector($"input[name=chon-{id}]")!.HasAttribute("checked").ShouldBeTrue();
        (await house.AskAsync((DepartmentDb db) => db.Set<Document>().AnyAsync())).ShouldBeFalse("nothing was agreed to");
        await leader.SubmitAsync(new() { ["Pin"] = DemoSigning.Pin, ["Proof"] = DemoDepartment.Password });
        leader.Text.ShouldContain("Đã ký 1/1 hồ sơ");

        await officer.GetAsync("/doi-mat-khau");
        await officer.PostAsync(List, new() { [$"chon-{id}"] = "1" });
        officer.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task The_authenticators_code_does_as_well(Engine engine)
    {
        // The authenticator counts on the machine's own clock; the proof is made old by hand.
        await using var house = await bed.FreshAsync(engine, realClock: true);
        using var clerk = await house.SignInAsync("vanthu");
        await clerk.GetAsync("/tai-khoan");
        var key = Visitor.Clean(clerk.Page.QuerySelector("code")!.TextContent).Replace(" ", "", StringComparison.Ordinal);
        string Code() => new Totp(Base32Encoding.ToBytes(key)).ComputeTotp();
        await clerk.SubmitAsync(new() { ["Code"] = Code() }, "Bật mã xác thực");
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        var page = await line.ToApprovedAsync(await line.ToOfficerAsync(code));
        await line.SignAsync(page);
        await house.AskAsync((DepartmentDb db) => db.Set<Session>().ExecuteUpdateAsync(s => s.SetProperty(x => x.ProvedAt, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc))));
        await clerk.GetAsync(page);
        clerk.Page.QuerySelector("label[for=Proof]")!.TextContent.ShouldBe("Mật khẩu đăng nhập, hoặc mã xác thực 6 chữ số");
        await clerk.SubmitAsync(new() { ["Proof"] = "000000" }, "Đóng dấu và phát hành");
        clerk.Errors.ShouldContain("Mật khẩu hoặc mã xác thực không đúng");
        await clerk.SubmitAsync(new() { ["Proof"] = Code() }, "Đóng dấu và phát hành");
        (await StateAsync(house)).ShouldBe(SigningState.Issued);
    }

    private async Task<WebHouse> OpenAsync(Engine engine)
    {
        var settings = await databases.NewDemoAsync(engine);
        await File.WriteAllTextAsync(Path.Combine(settings.DataFolder, "nhiemso.json"), """{ "SignIn": { "SigningMinutes": 15 } }""");
        return await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings));
    }

    private static Task<SigningState> StateAsync(WebHouse house) => house.AskAsync((DepartmentDb db) => db.Set<Document>().Select(d => d.State).SingleAsync());
}
