using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.Shell.Components;
using Shouldly;
using Xunit;

namespace NhiemSo.UnitTests.Shell;

public sealed class ComponentTests
{
    [Fact]
    public void The_error_summary_is_not_there_without_faults() =>
        Drawn.Html(new ErrorSummaryTagHelper { View = Drawn.View() }).InnerHtml.ShouldBeEmpty();

    [Fact]
    public void The_error_summary_counts_links_and_takes_the_focus()
    {
        var view = Drawn.View(state: s =>
        {
            s.AddModelError("Input.Copies", "Số bản in: nhập một số");
            s.AddModelError("", "Chọn ít nhất một tệp");
        });

        var box = Drawn.Html(new ErrorSummaryTagHelper { View = view }).QuerySelector("[role=alert][tabindex='-1']")!;

        box.QuerySelector("h2")!.TextContent.ShouldBe("Cần sửa 2 chỗ");
        box.QuerySelectorAll("li").Length.ShouldBe(2);
        box.QuerySelector("a")!.GetAttribute("href").ShouldBe("#Input_Copies");
    }

    [Fact]
    public void A_problem_of_the_whole_page_is_said_and_the_title_begins_with_error()
    {
        var view = Drawn.View();
        view.ViewData["Title"] = "Trình ký";
        view.ViewData["Office"] = "Sở Thông tin và Truyền thông";
        view.FullTitle().ShouldBe("Trình ký – Sở Thông tin và Truyền thông");

        view.ViewData.Problem(Problem.WrongState("Dự thảo đã được ký."));

        view.FullTitle().ShouldBe("Lỗi: Trình ký – Sở Thông tin và Truyền thông");
        Drawn.Html(new ErrorSummaryTagHelper { View = view }).TextContent.ShouldContain("Dự thảo đã được ký.");
    }

    [Fact]
    public void The_pager_keeps_the_filters_and_replaces_the_cursor()
    {
        var links = Drawn.Html(new PagerTagHelper { Next = "b&c", View = Drawn.View("/viec?han=qua&sau=a") }).QuerySelectorAll("a");

        links.Select(l => l.GetAttribute("href")).ShouldBe(["/viec?han=qua", "/viec?han=qua&sau=b%26c"]);
    }

    [Fact]
    public void One_page_needs_no_pager() =>
        Drawn.Html(new PagerTagHelper { View = Drawn.View("/viec?han=qua") }).InnerHtml.ShouldBeEmpty();

    [Fact]
    public void A_confirmed_rule_shows_no_flag_an_unconfirmed_one_its_source()
    {
        Drawn.Html(new LawFlagTagHelper { Source = "Điều 9", Confirmed = true }).InnerHtml.ShouldBeEmpty();

        var flag = Drawn.Html(new LawFlagTagHelper { Source = "Điều 9" });
        flag.QuerySelector("details > summary")!.TextContent.ShouldBe("cần đối chiếu");
        flag.TextContent.ShouldContain("Nguồn: Điều 9");
    }

    [Fact]
    public void Each_cell_of_the_mandate_map_says_its_duty_and_state()
    {
        var map = Drawn.Html(new DutyMapTagHelper { Cells = [new("4.3.2.a", "/a", DutyState.Late, Here: true), new("4.3.2.b", "/b", DutyState.Unbound)] });

        map.QuerySelectorAll("a").Select(a => a.TextContent).ShouldBe(["4.3.2.a: có việc quá hạn", "4.3.2.b: chưa gắn quy tắc"]);
        map.QuerySelectorAll("[aria-current]").Length.ShouldBe(1);
    }

    [Fact]
    public void A_count_of_nothing_does_not_shout()
    {
        var tiles = Drawn.Html(new TilesTagHelper { Items = [new("Quá hạn", 0, "/", TileTone.Late), new("Quá hạn", 1200, "/", TileTone.Late)] }).QuerySelectorAll("a");

        tiles.Select(t => t.ClassName).ShouldBe(["tile", "tile late"]);
        tiles[1].TextContent.ShouldBe("1.200 Quá hạn");
    }

    [Fact]
    public void A_clock_has_a_word_beside_its_colour_and_the_date_outside_the_chip()
    {
        var clock = Drawn.Html(new ClockTagHelper { State = "late", Text = "Quá 2 ngày", Date = "23/11/2026" });

        clock.QuerySelector(".clock.late")!.TextContent.ShouldBe("Quá 2 ngày");
        clock.QuerySelector(".sub")!.TextContent.ShouldBe("23/11/2026");
    }
}
