using Microsoft.Playwright;
using Xunit;

namespace NhiemSo.JourneyTests;

public sealed class ZzPictures(Stage stage)
{
    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Take(int width)
    {
        var page = await stage.OpenAsync(width);
        var n = 0;
        async Task Shot(string name) => await page.ScreenshotAsync(new() { Path = $"/tmp/shots/{width}-{n++:00}-{name}.png", FullPage = true });
        const string P = "/thu-tuc/xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh";
        await page.GotoAsync("/"); await Shot("home");
        await page.GotoAsync("/thu-tuc?q=k%E1%BB%B7+y%E1%BA%BFu"); await Shot("find");
        await page.GotoAsync("/thu-tuc?q=k%E1%BA%BFt+h%C3%B4n"); await Shot("none");
        await page.GotoAsync(P); await Shot("procedure");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp trực tuyến" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync(); await Shot("fault");
        var start = page.Url[..page.Url.LastIndexOf('/')];
        await page.GotoAsync(start + "/3"); await Shot("contact");
        await page.GotoAsync(start + "/4"); await Shot("document");
        await page.GotoAsync(start + "/9");
        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "ban-thao.xlsx", MimeType = "application/pdf", Buffer = "abc"u8.ToArray() });
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync(); await Shot("papers-fault");
        await page.GotoAsync(start + "/10"); await Shot("return");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lưu và làm" }).ClickAsync(); await Shot("saved");
        await page.GotoAsync(start + "/11"); await Shot("review-faults");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }).ClickAsync(); await Shot("review-refused");
        var code = await Citizen.ApplyAsync(page); await Shot("ack");
        await page.GotoAsync("/tra-cuu"); await Shot("lookup");
        await page.GotoAsync("/ho-so-cua-toi"); await Shot("status");
        var desk = await stage.SignInAsync("motcua", 1440);
        await desk.GotoAsync("/mot-cua?loc=tat-ca&Q=" + code);
        await desk.Locator("table a").First.ClickAsync();
        await desk.GetByRole(AriaRole.Link, new() { Name = "Yêu cầu hoàn thiện" }).ClickAsync();
        await desk.Locator("[name=reason]").FillAsync("Bản thảo chưa có dấu của cơ quan ở trang cuối.");
        await desk.Locator("form button.primary, form button.danger").Last.ClickAsync();
        await page.GotoAsync("/ho-so-cua-toi"); await Shot("asked");
        await page.GotoAsync("/ho-so-cua-toi/rut"); await Shot("withdraw");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ" }).ClickAsync(); await Shot("withdraw-fault");
        await page.Locator("[name=Reason]").FillAsync("Không in nữa");
        await page.GetByRole(AriaRole.Button, new() { Name = "Rút hồ sơ" }).ClickAsync(); await Shot("withdrawn");
    }
}
