using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Host.Demo;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using OtpNet;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Identity;

public sealed class SignInTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Wrong_name_and_wrong_password_answer_alike(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/dang-nhap");
        await visitor.SubmitAsync(new() { ["UserName"] = "motcua", ["Password"] = "sai-mat-khau-roi" });
        var wrongPassword = visitor.Errors;
        wrongPassword.ShouldContain("Tên đăng nhập hoặc mật khẩu không đúng");
        await visitor.SubmitAsync(new() { ["UserName"] = "khong-ai", ["Password"] = "sai-mat-khau-roi" });
        visitor.Errors.ShouldBe(wrongPassword);
        visitor.Page.QuerySelector("[name=UserName]")!.GetAttribute("value").ShouldBe("khong-ai");
    }

    [Theory, BothEngines]
    public async Task With_the_authenticator_on_the_password_alone_is_not_enough(Engine engine)
    {
        // The authenticator counts on the machine's own clock.
        await using var house = await bed.FreshAsync(engine, realClock: true);
        using var staff = await house.SignInAsync("chuyenvien2");
        await staff.GetAsync("/tai-khoan");
        var key = Visitor.Clean(staff.Page.QuerySelector("code")!.TextContent).Replace(" ", "", StringComparison.Ordinal);
        await staff.SubmitAsync(new() { ["Code"] = "000000" }, "Bật mã xác thực");
        staff.Errors.ShouldContain("Mã không đúng");
        await staff.SubmitAsync(new() { ["Code"] = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp() }, "Bật mã xác thực");
        staff.Text.ShouldContain("Đã bật");
        var codes = staff.Page.QuerySelectorAll("code.one-time").Select(c => c.TextContent).ToList();
        codes.Distinct().Count().ShouldBe(10);
        (await staff.GetAsync("/tai-khoan")).Page.QuerySelectorAll("code.one-time").ShouldBeEmpty("shown once");

        using var again = await house.SignInAsync("chuyenvien2");
        again.Path.ShouldStartWith("/dang-nhap/ma-xac-thuc");
        (await again.GetAsync("/viec")).Path.ShouldStartWith("/dang-nhap");
        await again.GetAsync("/dang-nhap/ma-xac-thuc");
        await again.SubmitAsync(new() { ["Code"] = new Totp(Base32Encoding.ToBytes(key)).ComputeTotp() });
        again.Path.ShouldBe("/viec");

        using var withoutPhone = await house.SignInAsync("chuyenvien2");
        await withoutPhone.SubmitAsync(new() { ["Code"] = $" {codes[3].ToLowerInvariant()} " });
        withoutPhone.Path.ShouldBe("/viec");
        (await withoutPhone.GetAsync("/tai-khoan")).Text.ShouldContain("Còn 9 mã");
        using var twice = await house.SignInAsync("chuyenvien2");
        await twice.SubmitAsync(new() { ["Code"] = codes[3] });
        twice.Errors.ShouldContain("Mã dự phòng chỉ dùng được một lần");

        await withoutPhone.SubmitAsync(new() { ["CodesPassword"] = "không phải mật khẩu" }, "Tạo mã dự phòng mới");
        withoutPhone.Errors.ShouldContain("Mật khẩu đang dùng không đúng");
        await withoutPhone.SubmitAsync(new() { ["CodesPassword"] = DemoDepartment.Password }, "Tạo mã dự phòng mới");
        var anew = withoutPhone.Page.QuerySelectorAll("code.one-time").Select(c => c.TextContent).ToList();
        await twice.SubmitAsync(new() { ["Code"] = codes[4] });
        twice.Errors.ShouldContain("Mã không đúng", customMessage: "the old ones are worth nothing now");
        await twice.SubmitAsync(new() { ["Code"] = anew[0] });
        twice.Path.ShouldBe("/viec");
    }

    [Theory, BothEngines]
    public async Task A_foreign_address_is_never_gone_to_after_signing_in(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/dang-nhap?ve=https://ke-gian.example/");
        await visitor.SubmitAsync(new() { ["UserName"] = "motcua", ["Password"] = "minh-hoa-2026" });
        visitor.Path.ShouldBe("/viec");
    }
}
