using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Search;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Search;

public sealed class SearchPageTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task A_question_is_answered_with_the_duty_and_its_unit_first_then_the_procedure(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        foreach (var question in (string[])[
            "ai cấp giấy phép xuất bản tài liệu không kinh doanh?", "ai cap giay phep xuat ban tai lieu khong kinh doanh", "GP xuất bản tài liệu không kinh doanh", "sách phát không",
            "in tài liệu tập huấn để phát, không bán"])
        {
            await citizen.GetAsync("/tim?q=" + Uri.EscapeDataString(question));
            var sections = citizen.Page.QuerySelectorAll("main section").ToList();
            Visitor.Clean(sections[0].QuerySelector("h2")!.TextContent).ShouldBe("Nhiệm vụ", question);
            var first = sections[0].QuerySelector("li")!;
            first.QuerySelector("a")!.GetAttribute("href").ShouldBe("/nhiem-vu/4.3.2.a", question);
            first.TextContent.ShouldContain("Phòng Thông tin - Báo chí - Xuất bản");
            first.QuerySelectorAll("mark").ShouldNotBeEmpty();
            sections.SelectMany(s => s.QuerySelectorAll("a")).ShouldContain(a => a.GetAttribute("href") == "/thu-tuc/" + TheLine.Procedure, question);
        }
    }

    [Theory, BothEngines]
    public async Task A_dossier_is_found_at_once_by_who_may_see_it_and_by_nobody_else(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var desk = await house.SignInAsync("motcua");
        foreach (var typed in (string[])[code, "uom giong rong nho", "khuyến nông ninh hải"])
        {
            await desk.GetAsync("/tim?q=" + Uri.EscapeDataString(typed));
            desk.Page.QuerySelectorAll("main section a").ShouldContain(a => a.GetAttribute("href")!.StartsWith("/mot-cua/", StringComparison.Ordinal), typed);
            using var stranger = house.Visit();
            await stranger.GetAsync("/tim?q=" + Uri.EscapeDataString(typed));
            stranger.Page.QuerySelectorAll("main a").ShouldNotContain(a => a.GetAttribute("href")!.StartsWith("/mot-cua/", StringComparison.Ordinal), typed);
            using var otherUnit = await house.SignInAsync("phongcntt");
            await otherUnit.GetAsync("/tim?q=" + Uri.EscapeDataString(typed));
            otherUnit.Page.QuerySelectorAll("main a").ShouldNotContain(a => a.GetAttribute("href")!.StartsWith("/mot-cua/", StringComparison.Ordinal), typed);
        }

        // The telephone number is not a way to find people.
        await desk.GetAsync("/tim?q=0905123482");
        desk.Text.ShouldContain("Không tìm thấy gì");
        citizen.Dispose();
    }

    [Theory, BothEngines]
    public async Task An_index_that_was_lost_is_written_anew_and_one_that_is_right_is_left_alone(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        (await house.AskAsync((SearchRebuild r) => r.RunAsync(all: false, CancellationToken.None))).ShouldBe(0);
        (await house.AskAsync((SearchRebuild r) => r.RunAsync(all: true, CancellationToken.None))).ShouldBeGreaterThanOrEqualTo(122);
        (await house.AskAsync((SearchRebuild r) => r.RunAsync(all: false, CancellationToken.None))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task Nothing_found_says_what_to_do_next_and_shows_what_was_typed_as_text(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/tim?q=" + Uri.EscapeDataString("<script>qqqqqq</script>"));
        visitor.Page.QuerySelector(".empty")!.TextContent.ShouldContain("<script>qqqqqq</script>");
        visitor.Page.QuerySelectorAll(".empty a[href='/co-cau']").ShouldNotBeEmpty();
        await visitor.GetAsync("/tim");
        visitor.Text.ShouldContain("Gõ điều bạn cần tìm");
    }
}
