using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Identity.Reset;
using NhiemSo.Platform.Notifications;
using OtpNet;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Identity;

/// <summary>A forgotten password of the staff: by a link that is mailed, by a code that an administrator hands over.</summary>
public sealed class ResetTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Forgot = "/dang-nhap/quen-mat-khau", Set = "/dang-nhap/dat-lai-mat-khau", Other = "cầu gỗ Phú Kiểng", Mailbox = "lananh@vidu.example";

    [Theory, BothEngines]
    public async Task A_link_by_mail_sets_a_new_password_once_and_ends_every_session(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var person = await Newcomer.SettledAsync(house, "Phạm Thị Lan Anh", "lananh", Mailbox);
        using var open = await person.SignInAsync(house);
        open.Path.ShouldBe("/viec");

        using var visitor = house.Visit();
        await visitor.GetAsync("/dang-nhap");
        await visitor.GetAsync(visitor.Page.QuerySelector($"a[href='{Forgot}']")!.GetAttribute("href")!);
        await visitor.SubmitAsync(new() { ["UserName"] = " " });
        visitor.Errors.ShouldContain("Nhập tên đăng nhập");
        await AskAsync(visitor, "LanAnh");
        var answer = (visitor.Status, visitor.Text);
        answer.Text.ShouldContain("Nếu tài khoản này có thư điện tử");
        foreach (var other in (string[])["khong-ai", "vanthu"])
        {
            await AskAsync(visitor, other);
            (visitor.Status, visitor.Text).ShouldBe(answer, "nobody's, and one without an e-mail address, answer alike");
        }

        var mail = await new Post(house).ToAsync(Mailbox);
        mail.TextBody!.ShouldContain("tài khoản lananh");
        var link = Post.Link(mail);
        var secret = link[(link.IndexOf('=', StringComparison.Ordinal) + 1)..];
        (await house.AskAsync((DepartmentDb db) => db.Set<OneTimeSecret>().AsNoTracking().SingleAsync())).Hash.ShouldNotContain(secret);
        var kept = await house.AskAsync((DepartmentDb db) => db.Set<Mail>().AsNoTracking().SingleAsync());
        (kept.Sealed, kept.Text).ShouldBe((true, ""), "sent, it says nothing any more");

        (await visitor.GetAsync(link)).Heading.ShouldBe("Đặt lại mật khẩu");
        visitor.Page.QuerySelector("[name=UserName]").ShouldBeNull();
        foreach (var (password, again, fault) in new[] { ("ngắn", "ngắn", "từ 12 ký tự"), ("matkhau12345", "matkhau12345", "dễ đoán"), ("Lan Anh Phạm 90", "Lan Anh Phạm 90", "Mật khẩu lấy từ họ tên"), (Other, "khác", "không giống nhau") })
        {
            await visitor.SubmitAsync(new() { ["Password"] = password, ["Again"] = again });
            (visitor.Status, visitor.Errors).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.BadRequest), x => x.Errors.ShouldContain(fault));
        }

        await visitor.SubmitAsync(new() { ["Password"] = Other, ["Again"] = Other });
        visitor.Path.ShouldBe("/dang-nhap?moi=true", "nobody is signed in by a link");
        visitor.Text.ShouldContain("Đã đặt mật khẩu mới");
        (await open.GetAsync("/viec")).Path.ShouldStartWith("/dang-nhap");
        open.Text.ShouldContain("Phiên đăng nhập này đã được kết thúc");
        using var old = await person.SignInAsync(house);
        old.Errors.ShouldContain("không đúng");
        using var anew = await person.SignInAsync(house, Other);
        anew.Path.ShouldBe("/viec");

        (await visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.Conflict);
        visitor.Text.ShouldContain("Xin liên kết mới");
        await visitor.GetAsync("/dang-nhap");
        await visitor.PostAsync(link, new() { ["Password"] = "một câu dễ nhớ", ["Again"] = "một câu dễ nhớ" });
        (visitor.Status, visitor.Errors).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.Conflict), x => x.Errors.ShouldContain("đã dùng rồi"));

        var told = await new Post(house).ToAsync(Mailbox, 2);
        told.TextBody!.ShouldContain("vừa được đặt lại bằng liên kết");
        (await ActsAsync(house, "lananh")).ShouldBe(["them-nguoi", "doi-mat-khau", "gui-lien-ket-dat-lai", "dat-lai-mat-khau"]);
        house.Warnings.Lines.ShouldNotContain(w => w.Contains(secret, StringComparison.Ordinal));
    }

    [Theory, BothEngines]
    public async Task A_link_is_good_for_half_an_hour_and_asking_is_counted(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        await Newcomer.SettledAsync(house, "Phạm Thị Lan Anh", "lananh", Mailbox);
        using var visitor = house.Visit();
        await AskAsync(visitor, "lananh");
        var link = Post.Link(await new Post(house).ToAsync(Mailbox));
        house.Time.Advance(TimeSpan.FromMinutes(29));
        (await visitor.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        house.Time.Advance(TimeSpan.FromMinutes(2));
        await visitor.SubmitAsync(new() { ["Password"] = Other, ["Again"] = Other });
        (visitor.Status, visitor.Errors).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.Conflict), x => x.Errors.ShouldContain("quá 30 phút"));
        (await visitor.GetAsync(link[..^3])).Status.ShouldBe(HttpStatusCode.Conflict, "a link that nobody sent");

        house.Time.Advance(TimeSpan.FromHours(1));
        foreach (var name in (string[])["lananh", "khong-ai"])
        {
            for (var i = 0; i < ResetLinks.OfAName; i++) (await AskAsync(visitor, name)).Status.ShouldBe(HttpStatusCode.OK);
            (await AskAsync(visitor, name)).Status.ShouldBe(HttpStatusCode.TooManyRequests);
            visitor.Text.ShouldContain("nhờ quản trị viên của Sở cấp mã");
        }

        await new Post(house).ToAsync(Mailbox, 1 + ResetLinks.OfAName);
        (await house.AskAsync((DepartmentDb db) => db.Set<Mail>().CountAsync())).ShouldBe(1 + ResetLinks.OfAName);
    }

    [Theory, BothEngines]
    public async Task A_code_from_the_administrator_is_shown_once_and_sets_a_new_password_once(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var person = await Newcomer.AddAsync(house, "Phạm Thị Lan Anh", "lananh", Mailbox);
        var colleague = await Newcomer.SettledAsync(house, "Cao Văn Bình", "caobinh");
        using var admin = await house.SignInAsync("quantri");
        var (first, code, foreign) = (await CodeAsync(admin, person.Id), await CodeAsync(admin, person.Id), await CodeAsync(admin, colleague.Id));
        admin.Text.ShouldContain("Đưa tận tay");
        (await admin.GetAsync($"/quan-tri/nguoi/{person.Id}")).Text.ShouldNotContain(code);
        admin.Text.ShouldContain("Cấp mã đặt lại mật khẩu, dùng một lần trong 24 giờ");
        (await house.AskAsync((DepartmentDb db) => db.Set<OneTimeSecret>().Select(s => s.Hash).ToListAsync())).ShouldAllBe(h => !h.Contains(code, StringComparison.OrdinalIgnoreCase));
        using (var still = await person.SignInAsync(house)) still.Path.ShouldStartWith("/doi-mat-khau", Case.Sensitive, "what was there holds until then");

        using var visitor = house.Visit();
        await visitor.GetAsync(Set);
        foreach (var (name, typed) in new[] { ("lananh", first), ("lananh", foreign), ("lananh", "aaaa-bbbb-cccc-dddd"), ("khong-ai", code), ("caobinh", code) })
        {
            await visitor.SubmitAsync(new() { ["UserName"] = name, ["Code"] = typed, ["Password"] = Other, ["Again"] = Other });
            (visitor.Status, visitor.Errors).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.BadRequest), x => x.Errors.ShouldContain("Tên đăng nhập hoặc mã không đúng", customMessage: $"{name} {typed}"));
        }

        await visitor.SubmitAsync(new() { ["UserName"] = "lananh", ["Code"] = code, ["Password"] = "Lan Anh Phạm 90", ["Again"] = "Lan Anh Phạm 90" });
        visitor.Errors.ShouldContain("Mật khẩu lấy từ họ tên");
        visitor.Page.QuerySelector("[name=Code]")!.GetAttribute("value").ShouldBe(code, "what was typed stays, and the code is still good");
        await visitor.SubmitAsync(new() { ["Code"] = code.ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal), ["Password"] = Other, ["Again"] = Other });
        visitor.Path.ShouldBe("/dang-nhap?moi=true", visitor.Errors);
        using var anew = await person.SignInAsync(house, Other);
        anew.Path.ShouldBe("/viec", "the password is their own");
        (await new Post(house).ToAsync(Mailbox)).TextBody!.ShouldContain("bằng mã do quản trị viên cấp");

        await visitor.GetAsync(Set);
        await visitor.SubmitAsync(new() { ["UserName"] = "lananh", ["Code"] = code, ["Password"] = "một câu dễ nhớ", ["Again"] = "một câu dễ nhớ" });
        visitor.Errors.ShouldContain("mã đã dùng rồi");
        (await ActsAsync(house, "lananh")).ShouldBe(["them-nguoi", "cap-ma-dat-lai", "cap-ma-dat-lai", "dat-lai-mat-khau"]);

        house.Time.Advance(TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1));
        await visitor.SubmitAsync(new() { ["UserName"] = "caobinh", ["Code"] = foreign, ["Password"] = Other, ["Again"] = Other });
        visitor.Errors.ShouldContain("quá 24 giờ");
        using var boss = await house.SignInAsync("giamdoc");
        await boss.GetAsync("/doi-mat-khau");
        await boss.PostAsync($"/quan-tri/nguoi/{person.Id}?handler=Code", []);
        boss.Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task An_account_in_others_hands_is_locked_at_once_and_its_address_set_right(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var person = await Newcomer.SettledAsync(house, "Phạm Thị Lan Anh", "lananh", "cu@vidu.example");
        using var visitor = house.Visit();
        await AskAsync(visitor, "lananh");
        var old = Post.Link(await new Post(house).ToAsync("cu@vidu.example"));
        using var open = await person.SignInAsync(house);
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync($"/quan-tri/nguoi/{person.Id}");
        await admin.SubmitAsync(new() { ["Email"] = "không phải địa chỉ" }, "Ghi thư điện tử");
        admin.Errors.ShouldContain("Nhập địa chỉ thư điện tử có dấu @");
        admin.Page.QuerySelector("[name=Email]")!.GetAttribute("value").ShouldBe("không phải địa chỉ");
        await admin.SubmitAsync(new() { ["Email"] = Mailbox }, "Ghi thư điện tử");
        (await visitor.GetAsync(old)).Status.ShouldBe(HttpStatusCode.Conflict, "what is on its way to the old address is void");

        await admin.SubmitAsync(new() { ["LockNow"] = "true" }, "Cấp mã đặt lại mật khẩu");
        var code = Visitor.Clean(admin.Page.QuerySelector("code.one-time")!.TextContent);
        admin.Text.ShouldContain("Mật khẩu cũ đã khóa");
        (await open.GetAsync("/viec")).Path.ShouldStartWith("/dang-nhap");
        using (var thief = await person.SignInAsync(house)) thief.Errors.ShouldContain("không đúng");
        await visitor.GetAsync(Set);
        await visitor.SubmitAsync(new() { ["UserName"] = "lananh", ["Code"] = code, ["Password"] = Other, ["Again"] = Other });
        visitor.Path.ShouldBe("/dang-nhap?moi=true", visitor.Errors);
        (await new Post(house).ToAsync(Mailbox)).TextBody!.ShouldContain("bằng mã do quản trị viên cấp");
        (await ActsAsync(house, "lananh")).ShouldBe(["them-nguoi", "doi-mat-khau", "gui-lien-ket-dat-lai", "sua-thu-dien-tu", "cap-ma-dat-lai", "dat-lai-mat-khau"]);
    }

    [Theory, BothEngines]
    public async Task Guessing_a_code_is_stopped_after_ten_tries_whoever_has_the_name(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var person = await Newcomer.AddAsync(house, "Phạm Thị Lan Anh", "lananh");
        using var admin = await house.SignInAsync("quantri");
        var code = await CodeAsync(admin, person.Id);
        using var guesser = house.Visit();
        await guesser.GetAsync(Set);
        foreach (var name in (string[])["lananh", "khong-ai"])
        {
            for (var i = 0; i < 10; i++) (await guesser.SubmitAsync(new() { ["UserName"] = name, ["Code"] = $"aaaa-{i}", ["Password"] = Other, ["Again"] = Other })).Status.ShouldBe(HttpStatusCode.BadRequest);
            await guesser.PostAsync(Set, new() { ["UserName"] = name, ["Code"] = code, ["Password"] = Other, ["Again"] = Other });
            guesser.Status.ShouldBe(HttpStatusCode.TooManyRequests, "even the right one is not looked at any more");
            await guesser.GetAsync(Set);
        }

        house.Time.Advance(TimeSpan.FromHours(1));
        await guesser.SubmitAsync(new() { ["UserName"] = "lananh", ["Code"] = code, ["Password"] = Other, ["Again"] = Other });
        guesser.Path.ShouldBe("/dang-nhap?moi=true");
    }

    [Theory, BothEngines]
    public async Task The_authenticator_is_still_asked_after_a_reset(Engine engine)
    {
        // The authenticator counts on the machine's own clock.
        await using var house = await bed.FreshAsync(engine, realClock: true);
        var person = await Newcomer.SettledAsync(house, "Phạm Thị Lan Anh", "lananh");
        using var staff = await person.SignInAsync(house);
        await staff.GetAsync("/tai-khoan");
        var key = Visitor.Clean(staff.Page.QuerySelector("code")!.TextContent).Replace(" ", "", StringComparison.Ordinal);
        await staff.SubmitAsync(new() { ["Code"] = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp() }, "Bật mã xác thực");
        using var admin = await house.SignInAsync("quantri");
        var code = await CodeAsync(admin, person.Id);
        using var visitor = house.Visit();
        await visitor.GetAsync(Set);
        await visitor.SubmitAsync(new() { ["UserName"] = "lananh", ["Code"] = code, ["Password"] = Other, ["Again"] = Other });
        using var anew = await person.SignInAsync(house, Other);
        anew.Path.ShouldStartWith("/dang-nhap/ma-xac-thuc");
        await anew.SubmitAsync(new() { ["Code"] = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp() });
        anew.Path.ShouldBe("/viec");
    }

    private static async Task<Visitor> AskAsync(Visitor visitor, string userName)
    {
        await visitor.GetAsync(Forgot);
        return await visitor.SubmitAsync(new() { ["UserName"] = userName });
    }

    private static async Task<string> CodeAsync(Visitor admin, Guid person)
    {
        await admin.GetAsync($"/quan-tri/nguoi/{person}");
        await admin.SubmitAsync(button: "Cấp mã đặt lại mật khẩu");
        return Visitor.Clean(admin.Page.QuerySelector("code.one-time")!.TextContent);
    }

    private static async Task<List<string>> ActsAsync(WebHouse house, string userName)
    {
        var account = await house.AskAsync((DepartmentDb db) => db.Set<Account>().FirstAsync(a => a.UserName == userName));
        return await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.SubjectId == account.Id).OrderBy(e => e.Position).Select(e => e.Act).ToListAsync());
    }
}
