using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Model;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Notifications;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Notifications.Sms;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>The number of an applicant's account proved by a code that goes to it, through a gateway that listens on a real port.</summary>
public sealed partial class ProvedAccountTests(Databases databases)
{
    private const string Home = "/nguoi-nop", SignIn = "/nguoi-nop/dang-nhap", Confirm = "/nguoi-nop/xac-nhan", Phone = "0905 123 482", Password = "ruộng muối Hòn Khói", Other = "cầu gỗ Phú Kiểng";

    [Theory, BothEngines]
    public async Task A_code_proves_the_number_and_brings_its_dossiers_without_their_codes(Engine engine)
    {
        await using var gateway = await RecordingGateway.OpenAsync();
        await using var house = await gateway.HouseAsync(databases, engine);
        var line = new TheLine(house);
        var (first, mine) = await line.SubmitAsync();
        first.Dispose();
        var (second, others) = await line.SubmitAsync(new Dictionary<string, string> { ["dien_thoai"] = "0912 345 678" });
        second.Dispose();
        using var citizen = house.Visit();
        await AskAsync(citizen, Phone, Password);
        citizen.Path.ShouldStartWith(Confirm);
        citizen.Text.ShouldContain("đến số ••• ••• •482");
        var code = await CodeAsync(gateway, 1);
        var sent = Text(gateway);
        sent.ShouldStartWith("So Thong tin va Truyen thong");
        SmsText.Measure(sent).Segments.ShouldBe(1);
        (await house.AskAsync((DepartmentDb db) => db.Set<ApplicantAccount>().AnyAsync())).ShouldBeFalse("nothing is made before the code is back");
        var kept = await house.AskAsync((DepartmentDb db) => db.Set<PhoneProof>().AsNoTracking().SingleAsync());
        kept.CodeHash.ShouldNotContain(code);
        (await house.AskAsync((DepartmentDb db) => db.Set<SmsMessage>().AsNoTracking().SingleAsync())).Text.ShouldNotContain(code);

        var asked = citizen.Path;
        await citizen.SubmitAsync(new() { ["Code"] = "12" });
        citizen.Errors.ShouldContain("Nhập sáu chữ số");
        await citizen.SubmitAsync(new() { ["Code"] = Wrong(code) });
        citizen.Errors.ShouldContain("còn 4 lần nhập");
        await citizen.SubmitAsync(new() { ["Code"] = code[..3] + " " + code[3..] });
        citizen.Path.ShouldStartWith(Home + "?xong=tao");
        citizen.Text.ShouldContain("Số điện thoại đã xác nhận bằng tin nhắn ngày 10/11/2026.");
        citizen.Text.ShouldContain(mine);
        citizen.Text.ShouldNotContain(others);

        await citizen.SubmitAsync(button: "Thêm hồ sơ đã chọn");
        citizen.Errors.ShouldContain("Chọn ít nhất một hồ sơ");
        using var desk = await house.SignInAsync("motcua");
        var (own, foreign) = (await TheLine.FindAsync(desk, mine), await TheLine.FindAsync(desk, others));
        await citizen.PostAsync(Home + "?handler=AddOwn", new() { ["Dossiers"] = $"{foreign}" });
        (await house.AskAsync((DepartmentDb db) => db.Set<AccountDossier>().AnyAsync())).ShouldBeFalse("it states another number");
        await citizen.GetAsync(Home);
        await citizen.SubmitAsync(new() { ["Dossiers"] = $"{own}" }, "Thêm hồ sơ đã chọn");
        citizen.Page.QuerySelector($"a[href='{Home}/ho-so/{own}']").ShouldNotBeNull();
        citizen.Text.ShouldContain("thêm theo số điện thoại đã xác nhận");
        citizen.Text.ShouldNotContain("Hồ sơ khai số điện thoại này");
        (await citizen.GetAsync($"{Home}/ho-so/{own}")).Path.ShouldBe("/ho-so-cua-toi");

        // Staff see what brought it there and how the number was proved; used up, the code opens nothing more.
        await desk.GetAsync($"/mot-cua/{own}");
        desk.Text.ShouldContain("Hồ sơ thêm theo số điện thoại đã xác nhận. Số điện thoại đã xác nhận bằng tin nhắn ngày 10/11/2026.");
        (await desk.GetAsync($"/mot-cua/{foreign}")).Text.ShouldNotContain("Tài khoản người nộp");
        (await citizen.GetAsync(asked)).Status.ShouldBe(HttpStatusCode.Conflict);
        citizen.Text.ShouldContain("Xin mã mới");
    }

    [Theory, BothEngines]
    public async Task Neither_answer_nor_message_tells_who_has_an_account_and_a_code_sets_a_forgotten_password(Engine engine)
    {
        await using var gateway = await RecordingGateway.OpenAsync();
        await using var house = await gateway.HouseAsync(databases, engine);
        using var owner = house.Visit();
        await AskAsync(owner, Phone, Password);
        await owner.SubmitAsync(new() { ["Code"] = await CodeAsync(gateway, 1) });
        owner.Path.ShouldStartWith(Home);

        using var guess = house.Visit();
        await AskAsync(guess, "0912 000 482", Other);
        var fresh = (guess.Status, guess.Heading, guess.Text);
        var strange = Without(await CodeAsync(gateway, 2), gateway);
        await AskAsync(guess, Phone, Other);
        (guess.Status, guess.Heading, guess.Text).ShouldBe(fresh, "a number with an account answers alike");
        var code = await CodeAsync(gateway, 3);
        Without(code, gateway).ShouldBe(strange);

        // Five guesses, sent at once or not; the sixth isn't looked at, even when it is right.
        for (var i = 0; i < PhoneProofs.TriesOfACode; i++) await guess.SubmitAsync(new() { ["Code"] = Wrong(code) });
        guess.Errors.ShouldContain("đã hết năm lần nhập");
        await guess.SubmitAsync(new() { ["Code"] = code });
        guess.Status.ShouldBe(HttpStatusCode.TooManyRequests);

        // The third code of this number within the hour is too late when ten minutes are over, the fourth isn't sent, and neither tells more of one number than of another.
        await AskAsync(guess, Phone, Other);
        var late = await CodeAsync(gateway, 4);
        house.Time.Advance(PhoneProofs.Lasting + TimeSpan.FromSeconds(1));
        await guess.SubmitAsync(new() { ["Code"] = late });
        (guess.Status, guess.Text).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.Conflict), x => x.Text.ShouldContain("đã quá mười phút"));
        await AskAsync(guess, Phone, Other);
        guess.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        gateway.Requests.Count.ShouldBe(4);
        (await owner.GetAsync(Home)).Path.ShouldBe(Home, "nothing of this touched the account");

        // Forgotten: the same code sets the password anew and ends the sign-ins elsewhere.
        house.Time.Advance(TimeSpan.FromHours(1));
        using var phone = house.Visit();
        await phone.GetAsync(SignIn);
        await phone.GetAsync(phone.Page.QuerySelector("a[href='/nguoi-nop/dang-ky?quen=true']")!.GetAttribute("href")!);
        phone.Heading.ShouldBe("Đặt lại mật khẩu");
        await phone.SubmitAsync(new() { ["Phone"] = "0258 312 3456", ["Password"] = Other, ["Again"] = Other });
        phone.Errors.ShouldContain("không đến được số máy bàn");
        await phone.SubmitAsync(new() { ["Phone"] = Phone, ["Password"] = Other, ["Again"] = Other });
        await phone.SubmitAsync(new() { ["Code"] = await CodeAsync(gateway, 5) });
        phone.Text.ShouldContain("mật khẩu mới đã đặt");
        (await owner.GetAsync(Home)).Path.ShouldBe(SignIn);
        await SignInAsync(owner, Phone, Password);
        owner.Errors.ShouldContain("không đúng");
        await SignInAsync(owner, Phone, Other);
        owner.Path.ShouldBe(Home);
        (await house.AskAsync((DepartmentDb db) => db.Set<ApplicantAccount>().CountAsync())).ShouldBe(1);
        house.Warnings.Lines.ShouldNotContain(w => w.Contains("0905123482", StringComparison.Ordinal) || w.Contains(code, StringComparison.Ordinal), "neither number nor code in the log");
    }

    [Theory, BothEngines]
    public async Task A_number_nobody_proved_is_proved_by_who_signed_in_or_its_account_gives_way_to_who_holds_it(Engine engine)
    {
        await using var gateway = await RecordingGateway.OpenAsync();
        await using var house = await gateway.HouseAsync(databases, engine);
        var (first, others) = await new TheLine(house).SubmitAsync(new Dictionary<string, string> { ["dien_thoai"] = "0912 345 678" });
        first.Dispose();
        using var early = house.Visit();
        await AskAsync(early, Phone, Password);
        await early.SubmitAsync(new() { ["Code"] = await CodeAsync(gateway, 1) });
        await UnprovedAsync(house);
        await early.GetAsync(Home);
        early.Text.ShouldContain("Số điện thoại chưa xác nhận bằng tin nhắn");
        await early.SubmitAsync(new() { ["Code"] = others, ["LastFour"] = "5678" }, "Thêm vào tài khoản");
        early.Text.ShouldContain("thêm bằng mã hồ sơ");
        await early.GetAsync(Home + "/tai-khoan");
        await early.SubmitAsync(button: "Nhắn mã cho tôi");
        await early.SubmitAsync(new() { ["Code"] = await CodeAsync(gateway, 2) });
        early.Text.ShouldContain("Đã xác nhận số điện thoại.");
        early.Text.ShouldContain(others, Case.Sensitive, "who knows the password keeps what is in the account");

        // Somebody who never proved the number gathered a dossier there: the number's owner doesn't get to see it.
        await UnprovedAsync(house);
        using var holder = house.Visit();
        await AskAsync(holder, Phone, Other);
        await holder.SubmitAsync(new() { ["Code"] = await CodeAsync(gateway, 3) });
        holder.Text.ShouldContain("đã được thay bằng tài khoản này");
        holder.Text.ShouldNotContain(others);
        (await early.GetAsync(Home)).Path.ShouldBe(SignIn);
        (await house.AskAsync((DepartmentDb db) => db.Set<Dossier>().CountAsync())).ShouldBe(1, "no dossier goes");

        // No message reaches a landline: as without a gateway.
        using var landline = house.Visit();
        await AskAsync(landline, "0258 312 3456", Password);
        landline.Path.ShouldBe(SignIn + "?moi=true");
        await SignInAsync(landline, "0258 312 3456", Password);
        landline.Text.ShouldContain("Số điện thoại chưa xác nhận bằng tin nhắn");
        gateway.Requests.Count.ShouldBe(3);
    }

    [Theory, BothEngines]
    public async Task Without_a_gateway_nothing_is_proved_and_nothing_offered(Engine engine)
    {
        var settings = await databases.NewDemoAsync(engine);
        await using var house = await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings));
        using var citizen = house.Visit();
        await AskAsync(citizen, Phone, Password);
        citizen.Path.ShouldBe(SignIn + "?moi=true");
        citizen.Page.QuerySelector("a[href*='quen=true']").ShouldBeNull();
        (await citizen.GetAsync("/nguoi-nop/dang-ky?quen=true")).Path.ShouldBe(SignIn);
        await SignInAsync(citizen, Phone, Password);
        citizen.Text.ShouldContain("Số điện thoại chưa xác nhận bằng tin nhắn");
        await citizen.GetAsync(Home + "/tai-khoan");
        citizen.Text.ShouldNotContain("Nhắn mã cho tôi");
        (await citizen.PostAsync(Home + "/tai-khoan?handler=Prove", [])).Status.ShouldBe(HttpStatusCode.Conflict);
        await citizen.GetAsync(Home);
        (await citizen.PostAsync(Home + "?handler=AddOwn", new() { ["Dossiers"] = $"{Guid.NewGuid()}" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await house.AskAsync((DepartmentDb db) => db.Set<SmsMessage>().AnyAsync())).ShouldBeFalse();
    }

    /// <summary>As an account was that was made before there was a gateway.</summary>
    private static Task<int> UnprovedAsync(WebHouse house) => house.AskAsync((DepartmentDb db) => db.Set<ApplicantAccount>().ExecuteUpdateAsync(s => s.SetProperty(a => a.ProvedAt, (DateTime?)null)));

    private static async Task AskAsync(Visitor visitor, string phone, string password)
    {
        await visitor.GetAsync("/nguoi-nop/dang-ky");
        await visitor.SubmitAsync(new() { ["Phone"] = phone, ["Password"] = password, ["Again"] = password });
    }

    private static async Task SignInAsync(Visitor visitor, string phone, string password)
    {
        await visitor.GetAsync(SignIn);
        await visitor.SubmitAsync(new() { ["Phone"] = phone, ["Password"] = password });
    }

    private static string Text(RecordingGateway gateway) => JsonDocument.Parse(gateway.Requests.Last().Body).RootElement.GetProperty("text").GetString()!;

    private static string Without(string code, RecordingGateway gateway) => Hour().Replace(Text(gateway).Replace(code, "", StringComparison.Ordinal), "");

    /// <summary>The six digits of the gateway's n-th message.</summary>
    private static async Task<string> CodeAsync(RecordingGateway gateway, int message)
    {
        for (var i = 0; i < 600 && gateway.Requests.Count < message; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
        gateway.Requests.Count.ShouldBe(message);
        return Six().Match(Text(gateway)).Value;
    }

    private static string Wrong(string code) => ((int.Parse(code, CultureInfo.InvariantCulture) + 1) % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\b\d{6}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Six();

    [GeneratedRegex(@"\d{2}:\d{2}", RegexOptions.NonBacktracking)]
    private static partial Regex Hour();
}
