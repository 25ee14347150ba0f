using System.Net;
using NhiemSo.Host.Demo;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Identity;

/// <summary>Sessions end by time and by hand, on the server; guessing slows the guesser and nobody else.</summary>
public sealed class SessionTests(WebBed bed, Databases databases) : IClassFixture<WebBed>
{
    private const string Mine = "/tai-khoan/phien-dang-nhap";

    [Theory, BothEngines]
    public async Task A_session_ends_when_nothing_is_done_and_after_a_working_day(Engine engine)
    {
        var settings = await databases.NewDemoAsync(engine);
        await File.WriteAllTextAsync(Path.Combine(settings.DataFolder, "nhiemso.json"), """{ "SignIn": { "IdleMinutes": 30, "Hours": 10 } }""");
        await using var house = await WebHouse.OpenAsync(settings, afterwards: () => databases.DropAsync(settings));
        using var staff = await house.SignInAsync("chuyenvien");
        for (var i = 0; i < 2; i++)
        {
            house.Time.Advance(TimeSpan.FromMinutes(29));
            (await staff.GetAsync("/viec")).Path.ShouldBe("/viec", "each request counts as doing something");
        }

        house.Time.Advance(TimeSpan.FromMinutes(30));
        (await staff.GetAsync("/viec?loc=qua-han")).Path.ShouldStartWith("/dang-nhap");
        staff.Text.ShouldContain("Đã lâu không làm gì nên phiên đăng nhập tự kết thúc");
        await staff.SubmitAsync(new() { ["UserName"] = "chuyenvien", ["Password"] = DemoDepartment.Password });
        staff.Path.ShouldBe("/viec?loc=qua-han", "back to where one wanted to go");

        for (var i = 0; i < 20; i++)
        {
            house.Time.Advance(TimeSpan.FromMinutes(29));
            (await staff.GetAsync("/viec")).Path.ShouldBe("/viec");
        }

        house.Time.Advance(TimeSpan.FromMinutes(20));
        (await staff.GetAsync("/viec")).Path.ShouldStartWith("/dang-nhap");
        staff.Text.ShouldContain("Phiên đăng nhập đã dài một ngày làm việc");
    }

    [Theory, BothEngines]
    public async Task One_sees_where_the_account_is_open_and_ends_it_there(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var here = await house.SignInAsync("chuyenvien2");
        using var there = await house.SignInAsync("chuyenvien2");
        using var third = await house.SignInAsync("chuyenvien2");
        using var somebody = await house.SignInAsync("chuyenvien");
        await here.GetAsync(Mine);
        here.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(3);
        here.Text.ShouldContain("Phiên này");
        var other = here.Page.QuerySelector("tbody input[name=id]")!.GetAttribute("value")!;

        await somebody.GetAsync(Mine);
        await somebody.PostAsync(Mine + "?handler=End", new() { ["id"] = other });
        (somebody.Status, somebody.Errors).ShouldBe((HttpStatusCode.Conflict, somebody.Errors), "one's own only");
        somebody.Errors.ShouldContain("Phiên này đã kết thúc từ trước");

        await here.SubmitAsync(button: "Kết thúc");
        here.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        await here.SubmitAsync(button: "Kết thúc mọi phiên khác");
        here.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        foreach (var ended in (Visitor[])[there, third])
        {
            (await ended.GetAsync("/viec")).Path.ShouldStartWith("/dang-nhap");
            ended.Text.ShouldContain("Phiên đăng nhập này đã được kết thúc");
        }

        await here.PostAsync(Mine + "?handler=Others", []);
        (here.Status, here.Heading).ShouldBe((HttpStatusCode.Conflict, "Phiên đăng nhập"));
        here.Errors.ShouldContain("Không còn phiên nào khác");
        (await somebody.GetAsync("/viec")).Path.ShouldBe("/viec");
    }

    [Theory, BothEngines]
    public async Task Guessing_locks_out_the_guesser_and_not_the_owner(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var owner = await house.SignInAsync("vanthu");
        await owner.GetAsync("/dang-xuat");
        await owner.SubmitAsync(button: "Đăng xuất");
        (await owner.GetAsync("/viec")).Path.ShouldStartWith("/dang-nhap");

        using var guesser = house.Visit();
        await guesser.GetAsync("/dang-nhap");
        for (var i = 0; i < 10; i++)
        {
            await guesser.SubmitAsync(new() { ["UserName"] = "VanThu", ["Password"] = $"doan-mo-lan-{i}" });
            guesser.Status.ShouldBe(HttpStatusCode.BadRequest);
        }

        await guesser.SubmitAsync(new() { ["UserName"] = "vanthu", ["Password"] = DemoDepartment.Password });
        guesser.Status.ShouldBe(HttpStatusCode.TooManyRequests, "even the right one is not looked at any more");
        guesser.Text.ShouldContain("đăng nhập trên máy bạn vẫn dùng");
        await guesser.GetAsync("/dang-nhap");
        for (var i = 0; i < 11; i++) await guesser.SubmitAsync(new() { ["UserName"] = "khong-ai", ["Password"] = $"doan-mo-lan-{i}" });
        guesser.Status.ShouldBe(HttpStatusCode.TooManyRequests, "a name that nobody has is counted alike");

        await owner.GetAsync("/dang-nhap");
        await owner.SubmitAsync(new() { ["UserName"] = "vanthu", ["Password"] = DemoDepartment.Password });
        owner.Path.ShouldBe("/viec");

        house.Time.Advance(TimeSpan.FromHours(1));
        await guesser.GetAsync("/dang-nhap");
        await guesser.SubmitAsync(new() { ["UserName"] = "vanthu", ["Password"] = DemoDepartment.Password });
        guesser.Path.ShouldBe("/viec");
    }
}
