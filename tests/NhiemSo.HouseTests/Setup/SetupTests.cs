using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Setup;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Setup;

public sealed class SetupTests(WebBed bed) : IClassFixture<WebBed>
{
    private static Dictionary<string, string> Typed(string code, string password = "một câu dễ nhớ") => new()
    {
        ["Code"] = code, ["FullName"] = "Nguyễn Thị Quản", ["UserName"] = "quan.nguyen", ["Password"] = password, ["Again"] = password,
    };

    [Theory, BothEngines]
    public async Task The_first_administrator_comes_in_with_the_code_and_the_page_is_gone(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine, demo: false);
        var code = house.Services.GetRequiredService<SetupCode>();
        using var first = house.Visit();
        await first.GetAsync("/thiet-lap");
        await first.SubmitAsync(Typed(code.Code));
        first.Path.ShouldBe("/quan-tri/nguoi");
        first.Text.ShouldContain("Nguyễn Thị Quản");
        (await house.AskAsync((DepartmentDb db) => db.Set<Unit>().CountAsync())).ShouldBe(5);
        (await house.AskAsync((DepartmentDb db) => db.Set<Account>().AnyAsync(a => a.Demo))).ShouldBeFalse();

        await first.GetAsync("/tim?q=" + Uri.EscapeDataString("ai cấp giấy phép xuất bản tài liệu không kinh doanh"));
        first.Page.QuerySelector("main a[href='/nhiem-vu/4.3.2.a']").ShouldNotBeNull("the mandate is found as soon as it is in force");
        code.Fits(code.Code).ShouldBeFalse();
        using var second = house.Visit();
        (await second.GetAsync("/thiet-lap")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var again = house.Visit();
        await again.GetAsync("/dang-nhap");
        await again.SubmitAsync(new() { ["UserName"] = "quan.nguyen", ["Password"] = "một câu dễ nhớ" });
        again.Path.ShouldBe("/viec");
    }

    [Theory, BothEngines]
    public async Task A_wrong_code_or_a_short_password_keeps_what_was_typed_and_changes_nothing(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine, demo: false);
        using var visitor = house.Visit();
        await visitor.GetAsync("/thiet-lap");
        await visitor.SubmitAsync(Typed("ABCDABCDABCD", "ngắn"));
        visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Errors.ShouldContain("Mã không đúng");
        visitor.Errors.ShouldContain("12 ký tự");
        visitor.Page.QuerySelector("[name=FullName]")!.GetAttribute("value").ShouldBe("Nguyễn Thị Quản");
        (await house.AskAsync((DepartmentDb db) => db.Set<Unit>().CountAsync())).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task In_an_office_with_accounts_there_is_no_set_up(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        (await visitor.GetAsync("/thiet-lap")).Status.ShouldBe(HttpStatusCode.NotFound);
        await visitor.GetAsync("/dang-nhap");
        (await visitor.PostAsync("/thiet-lap", Typed(house.Services.GetRequiredService<SetupCode>().Code))).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
