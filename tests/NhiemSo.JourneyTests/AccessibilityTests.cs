using Microsoft.Playwright;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>axe on each kind of page, wide and on a phone: nothing serious or critical.</summary>
public sealed class AccessibilityTests(Stage stage)
{
    private const string Procedure = "/thu-tuc/xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh";

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Public_pages_have_no_serious_fault(int width)
    {
        var page = await stage.OpenAsync(width);
        foreach (var path in new[] { "/", "/thu-tuc?q=in+tai+lieu", Procedure, "/tra-cuu", Procedure + "/gop-y", "/gop-y", "/nguoi-nop/dang-ky", "/nguoi-nop/dang-nhap", "/co-cau", "/co-cau/bang", "/co-cau/TTBC", "/nhiem-vu/4.3.2.a", "/dang-nhap", "/xac-minh", "/khong-co-trang-nay" })
            await CheckAsync(page, path);
        await page.GotoAsync(Procedure);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp trực tuyến" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await Pictures.NoFaultAsync(page, "the first step with its fault");
    }

    [Theory]
    [InlineData(1440)]
    [InlineData(390)]
    public async Task Staff_pages_have_no_serious_fault(int width)
    {
        var citizen = await stage.OpenAsync(1440);
        var code = await Citizen.ApplyAsync(citizen);
        var page = await stage.SignInAsync("motcua", width);
        foreach (var path in new[] { "/viec", "/viec?loc=qua-han", "/mot-cua", "/mot-cua/phan-anh", "/mot-cua/tai-khoan-nguoi-nop", "/mot-cua?loc=cho-tra", "/van-ban", "/van-ban/den", "/tai-khoan" }) await CheckAsync(page, path);
        await page.GotoAsync("/mot-cua?loc=tat-ca&Q=" + code);
        await page.Locator("table a").First.ClickAsync();
        await Pictures.NoFaultAsync(page, "the dossier");
        await page.GetByRole(AriaRole.Link, new() { Name = "Tiếp nhận hồ sơ", Exact = true }).ClickAsync();
        await Pictures.NoFaultAsync(page, "the act page");
        foreach (var box in await page.Locator("input[type=checkbox][name^=check-]").AllAsync()) await box.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp nhận hồ sơ", Exact = true }).ClickAsync();
        foreach (var path in new[] { new Uri(page.Url).AbsolutePath + "/phi", "/thu-phi", "/thu-phi/sao-ke", "/thu-phi/doi-soat" }) await CheckAsync(page, path);
        await CheckAsync(await stage.SignInAsync("giamdoc", width), "/quan-tri/phan-cap");
    }

    internal static async Task CheckAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await Pictures.NoFaultAsync(page, path);
    }
}
