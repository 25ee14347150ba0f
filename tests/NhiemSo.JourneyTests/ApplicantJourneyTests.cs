using Microsoft.Playwright;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>An applicant with an account, on a telephone: gathers dossiers, leaves one half written, comments on a procedure.</summary>
[Trait("long", "true")]
public sealed class ApplicantJourneyTests(Stage stage)
{
    private const string Phone = "0935 111 222", Password = "ruộng muối Hòn Khói";

    [Fact]
    public async Task An_account_gathers_what_was_handed_in_and_what_is_half_written()
    {
        var page = await stage.OpenAsync(390);
        var before = await Citizen.ApplyAsync(page);
        await page.GotoAsync("/nguoi-nop/dang-ky");
        await page.GetByLabel("Số điện thoại").FillAsync(Phone);
        await page.GetByLabel("Mật khẩu", new() { Exact = true }).FillAsync(Password);
        await page.GetByLabel("Nhập lại mật khẩu").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tạo tài khoản" }).ClickAsync();
        await page.GetByLabel("Số điện thoại").FillAsync(Phone);
        await page.GetByLabel("Mật khẩu").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.WaitForURLAsync("**/nguoi-nop");

        await page.GetByLabel("Mã tra cứu hoặc mã hồ sơ").FillAsync(before);
        await page.GetByLabel("Bốn số cuối điện thoại").FillAsync("3482");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm vào tài khoản" }).ClickAsync();
        await Assertions.Expect(page.GetByText(before)).ToBeVisibleAsync();
        await page.GotoAsync("/thu-tuc/in-cap-giay-phep-hoat-dong-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp trực tuyến" }).ClickAsync();
        await page.GotoAsync("/nguoi-nop");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Đang viết" })).ToBeVisibleAsync();
        await page.PictureAsync("nguoi-nop-tai-khoan", most: 1000);

        await page.GotoAsync("/thu-tuc/in-cap-giay-phep-hoat-dong-in");
        await page.GetByRole(AriaRole.Link, new() { Name = "Góp ý về thủ tục này" }).ClickAsync();
        await page.GetByLabel("Góp ý của bạn").FillAsync("Mẫu đơn nên có ô ghi số máy in.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Gửi góp ý" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Chúng tôi đã nhận góp ý của bạn");
        await Pictures.NoFaultAsync(page, "a comment taken in");
    }
}
