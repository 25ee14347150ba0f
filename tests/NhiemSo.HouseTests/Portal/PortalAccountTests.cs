using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Model;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>The applicants' own account: a telephone and a password, apart from the staff's sign-in.</summary>
public sealed class PortalAccountTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Home = "/nguoi-nop", SignIn = "/nguoi-nop/dang-nhap", Phone = "0935 111 222", Password = "ruộng muối Hòn Khói", Other = "cầu gỗ Phú Kiểng";

    [Theory, BothEngines]
    public async Task An_account_gathers_dossiers_and_drafts_and_enters_no_page_of_the_staff(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var (before, code) = await line.SubmitAsync();
        before.Dispose();
        using var citizen = house.Visit();
        await SignUpAsync(citizen, Phone, "ngắn", "ngắn");
        citizen.Errors.ShouldContain("Mật khẩu cần từ 12 ký tự trở lên");
        citizen.Page.QuerySelector("[name=Phone]")!.GetAttribute("value").ShouldBe(Phone);
        await SignUpAsync(citizen, Phone, Password, Password);
        await SignInAsync(citizen, "+84 935 111 222", Password);
        citizen.Path.ShouldBe(Home);
        citizen.Text.ShouldContain("Chưa có hồ sơ nào trong tài khoản.");
        foreach (var page in (string[])["/viec", "/mot-cua", "/tai-khoan", "/doi-mat-khau"])
            (await citizen.GetAsync(page)).Path.ShouldStartWith("/dang-nhap?ve=", Case.Sensitive, page);

        await citizen.GetAsync(Home);
        await citizen.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "0000" }, "Thêm vào tài khoản");
        citizen.Errors.ShouldContain("Không thấy hồ sơ nào khớp");
        await citizen.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" }, "Thêm vào tài khoản");
        citizen.Text.ShouldContain(code);
        var link = citizen.Page.QuerySelector($"a[href^='{Home}/ho-so/']")!.GetAttribute("href")!;

        // A draft begun while signed in is listed, continued from the list, and its dossier belongs to the account.
        await citizen.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await citizen.SubmitAsync(button: "Nộp trực tuyến");
        await citizen.GetAsync(Home);
        var draft = citizen.Page.QuerySelector("a[href^='/nop-ho-so/']")!.GetAttribute("href")!;
        (await citizen.GetAsync(draft)).Heading.ShouldBe("Người nộp hồ sơ");
        await line.ToReviewAsync(citizen);
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        var second = Visitor.Clean(citizen.Page.QuerySelector(".lookup-code")!.TextContent);
        await citizen.GetAsync(Home);
        citizen.Text.ShouldContain(second);
        citizen.Page.QuerySelectorAll($"a[href^='{Home}/ho-so/']").Length.ShouldBe(2);
        await citizen.GetAsync(link);
        (citizen.Path, citizen.Text).ShouldSatisfyAllConditions(x => x.Path.ShouldBe("/ho-so-cua-toi"), x => x.Text.ShouldContain(code));

        using var stranger = house.Visit();
        await SignUpAsync(stranger, "0935 333 444", Password, Password);
        await SignInAsync(stranger, "0935 333 444", Password);
        (await stranger.GetAsync(link)).Status.ShouldBe(HttpStatusCode.NotFound);
        stranger.Text.ShouldNotContain(code);

        // Another password ends the sign-ins elsewhere, here it goes on.
        using var phone = house.Visit();
        await SignInAsync(phone, Phone, Password);
        await citizen.GetAsync(Home + "/tai-khoan");
        await citizen.SubmitAsync(new() { ["Current"] = "sai hẳn rồi nhé", ["Password"] = Other, ["Again"] = Other }, "Đổi mật khẩu");
        citizen.Errors.ShouldContain("Mật khẩu đang dùng không đúng");
        await citizen.SubmitAsync(new() { ["Current"] = Password, ["Password"] = Other, ["Again"] = Other }, "Đổi mật khẩu");
        citizen.Text.ShouldContain("Đã đổi mật khẩu");
        (await phone.GetAsync(Home)).Path.ShouldBe(SignIn);
        await SignInAsync(phone, Phone, Other);
        await citizen.GetAsync(Home + "/tai-khoan");
        await citizen.SubmitAsync(button: "Đăng xuất mọi nơi khác");
        (await phone.GetAsync(Home)).Path.ShouldBe(SignIn);

        await citizen.GetAsync(Home + "/tai-khoan");
        await citizen.SubmitAsync(new() { ["Delete"] = Other }, "Xóa tài khoản");
        (await citizen.GetAsync(Home)).Path.ShouldBe(SignIn);
        (await house.AskAsync((DepartmentDb db) => db.Set<Dossier>().CountAsync())).ShouldBe(2, "dossiers stay");
        (await house.AskAsync((DepartmentDb db) => db.Set<AccountDossier>().CountAsync())).ShouldBe(0);
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = second, ["LastFour"] = "3482" });
        citizen.Path.ShouldBe("/ho-so-cua-toi");
    }

    [Theory, BothEngines]
    public async Task Nobody_learns_from_the_answers_who_has_an_account_and_the_desk_frees_a_number(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var owner = house.Visit();
        await SignUpAsync(owner, Phone, Password, Password);
        using var guess = house.Visit();
        await SignUpAsync(guess, "0935 999 888", Other, Other);
        var fresh = guess.Path + guess.Text;
        await SignUpAsync(guess, Phone, Other, Other);
        (guess.Path + guess.Text).ShouldBe(fresh, "signing up a number that has an account answers alike");
        await SignInAsync(guess, Phone, Other);
        var wrong = guess.Status + guess.Errors;
        await SignInAsync(guess, "0935 000 000", Other);
        (guess.Status + guess.Errors).ShouldBe(wrong);
        for (var i = 0; i < Accounts.TriesAnHour; i++) await SignInAsync(guess, Phone, $"mật khẩu đoán mò {i}");
        guess.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        house.Time.Advance(TimeSpan.FromHours(1));
        await SignInAsync(owner, Phone, Password);
        owner.Path.ShouldBe(Home);

        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync("/mot-cua/tai-khoan-nguoi-nop")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/mot-cua/tai-khoan-nguoi-nop");
        await desk.SubmitAsync(new() { ["Phone"] = "0935 123 123", ["Reason"] = "Đã xem căn cước" });
        desk.Errors.ShouldContain("Số này không có tài khoản người nộp");
        await desk.SubmitAsync(new() { ["Phone"] = Phone, ["Reason"] = "Quên mật khẩu, đã xem căn cước" });
        desk.Text.ShouldContain("Đã gỡ.");
        (await owner.GetAsync(Home)).Path.ShouldBe(SignIn);
        var entry = await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().SingleAsync(e => e.Act == "go-tai-khoan"));
        (entry.ActorName, entry.Reason).ShouldBe(("Lê Thu Hà", "Quên mật khẩu, đã xem căn cước"));
        await SignUpAsync(owner, Phone, Other, Other);
        await SignInAsync(owner, Phone, Other);
        owner.Path.ShouldBe(Home);
    }

    [Theory, BothEngines]
    public async Task A_paper_the_department_accepted_is_proposed_and_referred_to_instead_of_asked_for_again(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        using var citizen = house.Visit();
        await SignUpAsync(citizen, Phone, Password, Password);
        await SignInAsync(citizen, Phone, Password);
        await line.ToReviewAsync(citizen);
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        var first = Visitor.Clean(citizen.Page.QuerySelector(".lookup-code")!.TextContent);
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, first);

        await BeginAsync(citizen, line);
        citizen.Text.ShouldNotContain("Dùng giấy đã có", Case.Sensitive, "nobody accepted it yet");
        await TheLine.ActAsync(desk, id, "tiep-nhan", TheLine.AllPapers);
        await citizen.GetAsync(citizen.Path);
        citizen.Text.ShouldContain("Dùng giấy Sở đã có: ban-thao.pdf");
        await citizen.SubmitAsync(new() { ["dung-lai.ban-thao"] = "1" }, "Tiếp tục");
        await citizen.SubmitAsync(new() { ["nhan-ket-qua"] = "desk" }, "Tiếp tục");
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        var second = Visitor.Clean(citizen.Page.QuerySelector(".lookup-code")!.TextContent);
        var again = await TheLine.FindAsync(desk, second);
        await desk.GetAsync($"/mot-cua/{again}");
        desk.Text.ShouldContain("Giấy tờ Sở đã có");
        desk.Page.QuerySelector($".sheet a[href='/mot-cua/{id}']")!.TextContent.ShouldContain("tiếp nhận 10/11/2026");
        var refs = await house.AskAsync((DepartmentDb db) => db.Set<FileRef>().Where(f => f.Purpose == "component:ban-thao").ToListAsync());
        refs.Select(f => f.MatterId).ShouldBe([id, again], ignoreOrder: true);
        refs.Select(f => f.Hash).Distinct().Count().ShouldBe(1);
        (await desk.GetAsync($"/mot-cua/{again}/tep/{refs.Single(f => f.MatterId == again).Id}")).Status.ShouldBe(HttpStatusCode.OK);

        // Somebody else's account, and nobody's, are offered nothing; a forged choice is passed over.
        using var stranger = house.Visit();
        await BeginAsync(stranger, line);
        stranger.Text.ShouldNotContain("Dùng giấy Sở đã có");
        await stranger.SubmitAsync(new() { ["dung-lai.ban-thao"] = "1" }, "Tiếp tục");
        stranger.Errors.ShouldContain("Tải lên: Bản thảo tài liệu");
    }

    /// <summary>Filled in up to the papers, without the upload.</summary>
    private static async Task BeginAsync(Visitor visitor, TheLine line)
    {
        await visitor.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await visitor.SubmitAsync(button: "Nộp trực tuyến");
        for (var step = 0; step < 9; step++)
        {
            var asked = visitor.Page.QuerySelectorAll("main [name]").Select(e => e.GetAttribute("name")!).ToHashSet(StringComparer.Ordinal);
            await visitor.SubmitAsync(TheLine.Answers.Where(a => asked.Contains(a.Key)).ToDictionary(a => a.Key, a => a.Value), "Tiếp tục");
        }

        visitor.Heading.ShouldBe("Giấy tờ nộp kèm");
    }

    private static async Task SignUpAsync(Visitor visitor, string phone, string password, string again)
    {
        await visitor.GetAsync("/nguoi-nop/dang-ky");
        await visitor.SubmitAsync(new() { ["Phone"] = phone, ["Password"] = password, ["Again"] = again });
    }

    private static async Task SignInAsync(Visitor visitor, string phone, string password)
    {
        await visitor.GetAsync(SignIn);
        await visitor.SubmitAsync(new() { ["Phone"] = phone, ["Password"] = password });
    }
}
