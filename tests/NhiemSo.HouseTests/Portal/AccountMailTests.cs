using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Account;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Identity;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Notifications;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>The e-mail address of an applicant's account: confirmed by a link, and a way back after a forgotten password.</summary>
public sealed class AccountMailTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Home = "/nguoi-nop", SignIn = "/nguoi-nop/dang-nhap", Settings = "/nguoi-nop/tai-khoan", Forgot = "/nguoi-nop/quen-mat-khau",
        Phone = "0935 111 222", Mailbox = "nguoinop@vidu.example", Other = "cầu gỗ Phú Kiểng";

    [Theory, BothEngines]
    public async Task An_address_counts_once_its_link_came_back_and_goes_when_it_is_taken_away(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var owner = await AccountAsync(house, Phone);
        await SaveAsync(owner, Mailbox, "không phải mật khẩu");
        owner.Errors.ShouldContain("Mật khẩu đang dùng không đúng");
        owner.Page.QuerySelector("[name=Email]")!.GetAttribute("value").ShouldBe(Mailbox);
        await SaveAsync(owner, "khong-phai-thu", Newcomer.Sentence);
        owner.Errors.ShouldContain("có dấu @");
        await SaveAsync(owner, Mailbox, Newcomer.Sentence);
        owner.Text.ShouldContain("Đã gửi liên kết xác nhận");
        var link = Post.Link(await new Post(house).ToAsync(Mailbox));
        (await EmailAsync(house)).ShouldBeNull("an address that nobody proved to read");
        (await house.AskAsync((DepartmentDb db) => db.Set<Mail>().AsNoTracking().SingleAsync())).Text.ShouldBe("");

        using var telephone = house.Visit();
        (await telephone.GetAsync(link)).Text.ShouldContain("n•••@vidu.example");
        (await EmailAsync(house)).ShouldBeNull("a program that looks through mail opens links, too");
        await telephone.SubmitAsync(button: "Xác nhận");
        telephone.Text.ShouldContain("Đã xác nhận");
        (await EmailAsync(house)).ShouldBe(Mailbox);
        (await telephone.GetAsync(link)).Status.ShouldBe(HttpStatusCode.Conflict);

        await SaveAsync(owner, "khac@vidu.example", Newcomer.Sentence);
        var late = Post.Link(await new Post(house).ToAsync("khac@vidu.example"));
        house.Time.Advance(TimeSpan.FromMinutes(31));
        (await telephone.GetAsync(late)).Status.ShouldBe(HttpStatusCode.Conflict);
        (await EmailAsync(house)).ShouldBe(Mailbox);
        await SaveAsync(owner, "", Newcomer.Sentence);
        owner.Text.ShouldContain("Đã bỏ thư điện tử");
        (await EmailAsync(house)).ShouldBeNull();
    }

    [Theory, BothEngines]
    public async Task A_link_to_it_sets_a_forgotten_password_once_and_answers_tell_nothing(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var owner = await AccountAsync(house, Phone);
        await SaveAsync(owner, Mailbox, Newcomer.Sentence);
        await owner.GetAsync(Post.Link(await new Post(house).ToAsync(Mailbox)));
        await owner.SubmitAsync(button: "Xác nhận");
        using var without = await AccountAsync(house, "0912 345 678");

        using var visitor = house.Visit();
        await visitor.GetAsync(SignIn);
        await visitor.GetAsync(visitor.Page.QuerySelector($"a[href='{Forgot}']")!.GetAttribute("href")!);
        await visitor.SubmitAsync(new() { ["Phone"] = "12" });
        visitor.Errors.ShouldContain("Nhập số di động");
        await AskAsync(visitor, Phone);
        var answer = (visitor.Status, visitor.Text);
        foreach (var number in (string[])["0912 345 678", "0912 000 482"])
        {
            await AskAsync(visitor, number);
            (visitor.Status, visitor.Text).ShouldBe(answer);
        }

        var link = Post.Link(await new Post(house).ToAsync(Mailbox, 2));
        await visitor.GetAsync(link);
        await visitor.SubmitAsync(new() { ["Password"] = "matkhau12345", ["Again"] = "matkhau12345" });
        visitor.Errors.ShouldContain("dễ đoán");
        await visitor.SubmitAsync(new() { ["Password"] = Other, ["Again"] = Other });
        visitor.Path.ShouldStartWith(SignIn);
        visitor.Text.ShouldContain("Đã đặt mật khẩu mới");
        (await owner.GetAsync(Home)).Path.ShouldBe(SignIn, "every sign-in ended");
        (await without.GetAsync(Home)).Path.ShouldBe(Home);
        await visitor.SubmitAsync(new() { ["Phone"] = Phone, ["Password"] = Newcomer.Sentence });
        visitor.Errors.ShouldContain("không đúng");
        await visitor.SubmitAsync(new() { ["Phone"] = Phone, ["Password"] = Other });
        visitor.Path.ShouldBe(Home);
        (await new Post(house).ToAsync(Mailbox, 3)).TextBody!.ShouldContain("vừa được đặt lại");
        (await visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.Conflict);
        visitor.Text.ShouldContain("Xin liên kết mới");

        // Three an hour, of any number: the address's own link and the first reset count for this one.
        await AskAsync(visitor, Phone);
        await AskAsync(visitor, Phone);
        visitor.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        await AskAsync(visitor, "0912 000 482");
        await AskAsync(visitor, "0912 000 482");
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        await AskAsync(visitor, "0912 000 482");
        visitor.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        var old = Post.Link(await new Post(house).ToAsync(Mailbox, 4));
        house.Time.Advance(TimeSpan.FromMinutes(31));
        (await visitor.GetAsync(old)).Status.ShouldBe(HttpStatusCode.Conflict);
    }

    private static async Task<Visitor> AccountAsync(WebHouse house, string phone)
    {
        var owner = house.Visit();
        await owner.GetAsync("/nguoi-nop/dang-ky");
        await owner.SubmitAsync(new() { ["Phone"] = phone, ["Password"] = Newcomer.Sentence, ["Again"] = Newcomer.Sentence });
        await owner.GetAsync(SignIn);
        await owner.SubmitAsync(new() { ["Phone"] = phone, ["Password"] = Newcomer.Sentence });
        owner.Path.ShouldBe(Home);
        return owner;
    }

    private static async Task SaveAsync(Visitor owner, string email, string password)
    {
        await owner.GetAsync(Settings);
        await owner.SubmitAsync(new() { ["Email"] = email, ["MailPassword"] = password }, "Lưu thư điện tử");
    }

    private static async Task AskAsync(Visitor visitor, string phone)
    {
        await visitor.GetAsync(Forgot);
        await visitor.SubmitAsync(new() { ["Phone"] = phone });
    }

    private static Task<string?> EmailAsync(WebHouse house) => house.AskAsync((DepartmentDb db) => db.Set<ApplicantAccount>().Where(a => a.Phone == "0935111222").Select(a => a.Email).SingleAsync());
}
