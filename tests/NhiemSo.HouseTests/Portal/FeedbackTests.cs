using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Notifications;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>What people outside say to the department, and its answers.</summary>
public sealed class FeedbackTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Comment = "/thu-tuc/" + TheLine.Procedure + "/gop-y", List = "/mot-cua/phan-anh", Complain = "/ho-so-cua-toi/phan-anh";

    [Theory, BothEngines]
    public async Task A_comment_is_answered_by_name_and_read_by_its_code(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await citizen.GetAsync(citizen.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Góp ý về thủ tục này").GetAttribute("href")!);
        await citizen.SubmitAsync(new() { ["Email"] = "không phải thư", ["Text"] = "Bỏ bản giấy đi." });
        citizen.Page.QuerySelector("#Email-error").ShouldNotBeNull();
        citizen.Page.QuerySelector("[name=Text]")!.TextContent.ShouldContain("Bỏ bản giấy đi.");
        await citizen.SubmitAsync(new() { ["Email"] = "gopy@vidu.example" });
        citizen.Heading.ShouldBe("Chúng tôi đã nhận góp ý của bạn");
        citizen.Text.ShouldContain("Trả lời chậm nhất");
        var code = Visitor.Clean(citizen.Page.QuerySelector(".lookup-code")!.TextContent);

        using var stranger = await house.SignInAsync("phongcntt");
        (await stranger.GetAsync(List)).Text.ShouldContain("Không có phản ánh nào chờ bạn trả lời.");
        using var head = await house.SignInAsync("truongphong");
        await head.GetAsync(List);
        var page = head.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        (await stranger.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);
        await head.GetAsync(page);
        head.Text.ShouldNotContain("gopy@vidu.example");
        await head.SubmitAsync(button: "Gửi trả lời");
        head.Errors.ShouldContain("Ghi câu trả lời");
        await head.SubmitAsync(new() { ["Text"] = "Nộp trực tuyến thì không cần bản giấy.\nCảm ơn bạn." });
        head.Text.ShouldContain("Đã trả lời");
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync(List + "?loc=da-tra-loi");
        desk.Text.ShouldContain("Bỏ bản giấy đi.");
        await desk.GetAsync("/tra-cuu");
        await desk.PostAsync(page, new() { ["Text"] = "Lần nữa." });
        desk.Status.ShouldBe(HttpStatusCode.Conflict);
        desk.Errors.ShouldContain("Nguyễn Quốc Việt");

        await citizen.GetAsync("/gop-y?ma=" + code.ToLowerInvariant());
        var answer = citizen.Page.QuerySelectorAll(".sheet").Single(s => s.QuerySelector("h2")!.TextContent == "Trả lời").QuerySelectorAll("p").Select(p => Visitor.Clean(p.TextContent)).ToList();
        answer[..2].ShouldBe(["Nộp trực tuyến thì không cần bản giấy.", "Cảm ơn bạn."]);
        answer[2].ShouldStartWith("Nguyễn Quốc Việt, Trưởng phòng");
        var mail = await house.AskAsync((DepartmentDb db) => db.Set<Mail>().SingleAsync(m => m.To == "gopy@vidu.example"));
        mail.Text.ShouldContain("Nộp trực tuyến thì không cần bản giấy.");
        mail.Text.ShouldContain("/gop-y?ma=" + code);
        (await citizen.GetAsync("/gop-y?ma=GY-AAAA-AAAA")).Errors.ShouldContain("Không thấy góp ý nào có mã này");

        for (var i = 0; i < 4; i++)
        {
            await citizen.GetAsync(Comment);
            await citizen.SubmitAsync(new() { ["Text"] = $"Góp ý {i}" });
            citizen.Status.ShouldBe(HttpStatusCode.OK);
        }

        await citizen.GetAsync(Comment);
        await citizen.SubmitAsync(new() { ["Text"] = "Thêm nữa" });
        citizen.Status.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Theory, BothEngines]
    public async Task A_late_dossier_is_complained_of_once_and_its_head_answers(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        var id = await line.ToOfficerAsync(code);
        (await citizen.GetAsync(Complain)).Status.ShouldBe(HttpStatusCode.Conflict);
        citizen.Errors.ShouldContain("Hồ sơ chưa quá hạn");
        citizen.Dispose();
        house.Time.Advance(TimeSpan.FromDays(16));
        using var late = house.Visit();
        await late.GetAsync("/tra-cuu");
        await late.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        await late.GetAsync(late.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Phản ánh hồ sơ chậm").GetAttribute("href")!);
        await late.SubmitAsync(new() { ["Text"] = "Lớp tập huấn khai mạc tuần sau." });
        late.Text.ShouldContain("Chúng tôi sẽ trả lời chậm nhất");
        await late.GetAsync(Complain);
        await late.SubmitAsync(new() { ["Text"] = "Lần nữa." });
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Errors.ShouldContain("đang chờ trả lời");

        using var officer = await house.SignInAsync("chuyenvien");
        await officer.GetAsync($"/mot-cua/{id}");
        officer.Text.ShouldContain("Người nộp phản ánh hồ sơ giải quyết chậm", Case.Sensitive, "the trail tells");
        officer.Page.QuerySelector($"a[href^='{List}/']").ShouldBeNull("an officer doesn't answer");
        using var head = await house.SignInAsync("truongphong");
        await head.GetAsync($"/mot-cua/{id}");
        await head.GetAsync(head.Page.QuerySelector($"main a[href^='{List}/']")!.GetAttribute("href")!);
        head.Page.QuerySelector("dd a[href='/nhiem-vu/4.3.2.a']").ShouldNotBeNull("it keeps the dossier's duty");
        await head.SubmitAsync(new() { ["Text"] = "Sở trả kết quả vào thứ Sáu." });
        await late.GetAsync("/ho-so-cua-toi");
        late.Text.ShouldContain("Sở trả kết quả vào thứ Sáu.");
        late.Text.ShouldContain("Nguyễn Quốc Việt, Trưởng phòng");
        (await new Post(house).LastAsync(id)).TextBody!.ShouldContain("Sở trả kết quả vào thứ Sáu.");

        (await IndicatorAsync(house)).ShouldBe("2,0", "answered in time");
        using var other = house.Visit();
        await other.GetAsync(Comment);
        await other.SubmitAsync(new() { ["Text"] = "Bỏ bản giấy đi." });
        (await IndicatorAsync(house)).ShouldBe("2,0", "its day hasn't come");
        house.Time.Advance(TimeSpan.FromDays(16));
        (await IndicatorAsync(house)).ShouldBe("0,0", "one of two is overdue");
    }

    /// <summary>Points of this quarter's indicator 8, how what people say is answered (Thông tư 01/2018/TT-VPCP Điều 13).</summary>
    private static async Task<string> IndicatorAsync(WebHouse house)
    {
        using var leader = await house.SignInAsync("giamdoc");
        await leader.GetAsync("/bao-cao/mot-cua/danh-gia");
        return Visitor.Clean(leader.Page.QuerySelector("table tbody tr:nth-child(8) td:nth-child(4)")!.TextContent);
    }
}
