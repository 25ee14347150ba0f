using Microsoft.Playwright;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>The leader signs three drafts in one go, văn thư seals them, and the figures of the period are closed.</summary>
[Trait("long", "true")]
public sealed class LeaderJourneyTests(Stage stage)
{
    private static readonly string[] Applicants =
    [
        "Trung tâm Khuyến nông, Khuyến lâm và Khuyến ngư huyện Ninh Hải (minh họa)", "Hội Liên hiệp Phụ nữ phường Vĩnh Nguyên (minh họa)", "Trường Trung học phổ thông chuyên Lê Quý Đôn (minh họa)",
    ];

    [Fact]
    public async Task Three_are_signed_at_once_sealed_and_counted()
    {
        var line = new AnyProcedure(stage, "xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh", 1440);
        var desk = await stage.SignInAsync("motcua", 1440);
        var officer = await stage.SignInAsync("chuyenvien", 1440);
        var leader = await stage.SignInAsync("phogiamdoc", 1440);
        var dossiers = new List<string>();
        foreach (var applicant in Applicants)
        {
            var dossier = await line.AtTheCounterAsync(desk, change: PaperForm.Of(applicant));
            await AnyProcedure.AcceptAsync(desk, dossier);
            await line.AssignAsync(desk, dossier, "truongphong", PaperForm.Officer);
            await PaperForm.AppraiseAsync(officer, dossier);
            dossiers.Add(dossier);
        }

        await leader.GotoAsync("/viec");
        await leader.PictureAsync("lanh-dao-viec-cua-toi", "body", 620);
        await leader.GetByRole(AriaRole.Link, new() { Name = "Ký nhiều hồ sơ một lần" }).ClickAsync();
        foreach (var dossier in dossiers) await leader.Locator($"input[name='chon-{dossier.Split('/')[^1]}']").CheckAsync();
        await leader.GetByLabel("Mã PIN của khóa ký").FillAsync("minh-hoa-2026");
        await leader.PictureAsync("lanh-dao-ky-nhieu");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Đồng ý và ký các hồ sơ đã chọn" }).ClickAsync();
        await Assertions.Expect(leader.GetByText("Đã ký 3/3 hồ sơ")).ToBeVisibleAsync();
        var documents = await leader.Locator("td a[href^='/van-ban/']:not([href$='/tep'])").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");

        var clerk = await stage.SignInAsync("vanthu", 1440);
        await clerk.GetByRole(AriaRole.Link, new() { Name = "Văn bản đi" }).ClickAsync();
        await clerk.PictureAsync("van-thu-van-ban-di", most: 560);
        foreach (var document in documents.Take(Applicants.Length))
        {
            await clerk.GotoAsync(document);
            if (document == documents[0]) await clerk.PictureAsync("van-thu-dong-dau");
            await clerk.GetByRole(AriaRole.Button, new() { Name = "Đóng dấu và phát hành" }).ClickAsync();
            await Assertions.Expect(clerk.GetByRole(AriaRole.Heading, new() { Name = "Đã phát hành" })).ToBeVisibleAsync();
        }

        await leader.GetByRole(AriaRole.Link, new() { Name = "Số liệu một cửa" }).ClickAsync();
        await leader.PictureAsync("lanh-dao-so-lieu");
        await leader.GetByRole(AriaRole.Link, new() { Name = "Biểu II.06a" }).ClickAsync();
        await leader.GetByLabel("Ghi chú").FillAsync("Số liệu gửi Văn phòng UBND tỉnh");
        await leader.PictureAsync("lanh-dao-bieu-ii-06a", most: 1000);
        await leader.GetByRole(AriaRole.Button, new() { Name = "Chốt số liệu" }).ClickAsync();
        await Assertions.Expect(leader.GetByText("Phan Thị Thu Hương, Phó Giám đốc")).ToBeVisibleAsync();
    }
}
