using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Rating;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>The survey of Nghị định 61/2018/NĐ-CP, Điều 31: asked when a dossier ended, shown only as sums of many.</summary>
public sealed class RatingTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Page = "/ho-so-cua-toi/danh-gia", Report = "/bao-cao/hai-long";

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["thoi-gian"] = "dung", ["so-co-quan"] = "mot", ["so-lan"] = "hai", ["thong-tin"] = "tot", ["thai-do"] = "tot", ["ket-qua"] = "dung", ["truc-tuyen"] = "duoc",
    };

    [Theory, BothEngines]
    public async Task Who_was_served_rates_once_and_nobody_is_known_by_the_answer(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        using var _ = citizen;
        (await citizen.GetAsync(Page)).Status.ShouldBe(HttpStatusCode.Conflict);
        citizen.Errors.ShouldContain("Hồ sơ chưa kết thúc nên chưa đánh giá được");
        await WithdrawAsync(citizen);
        await citizen.GetAsync(citizen.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Đánh giá").GetAttribute("href")!);
        citizen.Page.QuerySelector("[name=giai-trinh]").ShouldBeNull("nobody complained");
        await citizen.SubmitAsync(new() { ["y-kien"] = "Cô ở quầy rất nhiệt tình" });
        citizen.Status.ShouldBe(HttpStatusCode.BadRequest);
        citizen.Page.QuerySelectorAll(".faults a").Length.ShouldBe(7);
        citizen.Page.QuerySelector("[name=y-kien]")!.TextContent.ShouldContain("nhiệt tình", Case.Sensitive, "what was typed stays");
        await citizen.SubmitAsync(new(Answers));
        citizen.Text.ShouldContain("Bạn đã gửi phiếu đánh giá lúc 09:12");
        await citizen.GetAsync(Page);
        await citizen.SubmitAsync(new() { ["thai-do"] = "kem" });
        var (ratings, manner) = await house.AskAsync(async (DepartmentDb db) => (await db.Set<DossierRating>().CountAsync(), await db.Set<RatingAnswer>().Where(a => a.Question == "thai-do").Select(a => a.Answer).SingleAsync()));
        (ratings, manner).ShouldBe((1, "kem"));

        using var leader = await house.SignInAsync("giamdoc");
        (await leader.GetAsync(Report)).Text.ShouldContain("Chưa đủ phiếu");
        leader.Text.ShouldNotContain("nhiệt tình");
        for (var i = 0; i < 4; i++)
        {
            var (other, _) = await line.SubmitAsync();
            await WithdrawAsync(other);
            await other.GetAsync(Page);
            await other.SubmitAsync(new(Answers));
            other.Dispose();
        }

        (await leader.GetAsync(Report)).Text.ShouldContain("5 phiếu trong quý 4/2026");
        var manners = leader.Page.QuerySelectorAll(".sheet").Single(s => s.TextContent.Contains("đ) Thái độ ứng xử", StringComparison.Ordinal));
        manners.QuerySelectorAll("tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => c.TextContent))).ShouldBe(["Hài lòng|4|80 %", "Bình thường|0|0 %", "Không hài lòng|1|20 %"]);
        leader.Text.ShouldContain("Cô ở quầy rất nhiệt tình");
        (await leader.GetAsync(Report + "?Quy=2026-3")).Text.ShouldContain("Chưa đủ phiếu để xem kết quả quý 3/2026");
        using var head = await house.SignInAsync("truongphong");
        (await head.GetAsync(Report)).Text.ShouldContain("5 phiếu");
        using var otherHead = await house.SignInAsync("phongcntt");
        (await otherHead.GetAsync(Report + "?DonVi=TTBC")).Text.ShouldContain("Chưa đủ phiếu", Case.Sensitive, "a unit of somebody else's");
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync(Report)).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync($"/mot-cua/{await TheLine.FindAsync(desk, code)}");
        desk.Text.ShouldNotContain("đánh giá", Case.Insensitive, "whoever dealt with it doesn't know");

        house.Time.Advance(TimeSpan.FromDays(16));
        using var late = house.Visit();
        await late.GetAsync("/tra-cuu");
        await late.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        // No page offers the form any more; the token is another form's.
        await late.GetAsync("/tra-cuu");
        await late.PostAsync(Page, new(Answers));
        late.Status.ShouldBe(HttpStatusCode.Conflict);
        late.Errors.ShouldContain("Phiếu đánh giá chỉ sửa được đến ngày 25/11/2026");
    }

    private static async Task WithdrawAsync(Visitor citizen)
    {
        await citizen.GetAsync("/ho-so-cua-toi/rut");
        await citizen.SubmitAsync(new() { ["Reason"] = "Không in nữa" }, "Rút hồ sơ");
    }
}
