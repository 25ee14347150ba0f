using Microsoft.Playwright;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>The four ways beside the department's own decision, as people walk them in the browser.</summary>
public sealed class ProcessJourneyTests(Stage stage)
{
    private const string Officer = "Trần Thị Minh Hạnh", ItOfficer = "Phạm Thị Ngọc Lan";

    [Fact]
    public async Task The_province_decides_on_a_bulletin_and_its_paper_comes_back()
    {
        var leader = await stage.SignInAsync("giamdoc", 1440);
        await leader.GotoAsync("/quan-tri/phan-cap");
        await leader.GetByLabel("Thủ tục", new() { Exact = true }).SelectOptionAsync("bao-chi-cap-giay-phep-ban-tin");
        await leader.GetByLabel("UBND tỉnh quyết định, Sở trình").CheckAsync();
        await leader.GetByLabel("Áp dụng từ ngày").FillAsync(Today);
        await leader.GetByLabel("Căn cứ").FillAsync("Quyết định số 00/QĐ-UBND (minh họa)");
        await leader.PictureAsync("lanh-dao-phan-cap");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Lưu" }).ClickAsync();

        var line = new AnyProcedure(stage, "bao-chi-cap-giay-phep-ban-tin", 1440);
        var dossier = await line.ToOfficerAsync(await line.ApplyAsync(), "truongphong", Officer);
        var officer = await stage.SignInAsync("chuyenvien", 1440);
        await AnyProcedure.ActAsync(officer, dossier, "Ghi kết quả thẩm định", async p =>
        {
            await p.GetByLabel("Nội dung thẩm định").FillAsync("Đủ điều kiện.");
            await p.Locator("[name=ngay_het_han_giay_phep]").FillAsync("01/10/2030");
        });
        await AnyProcedure.ActAsync(officer, dossier, "Trình ký tờ trình", p => p.GetByLabel("Nội dung trình").FillAsync("Sở đề nghị UBND tỉnh cấp giấy phép."));
        await line.IssueAsync(dossier);
        await AnyProcedure.ActAsync(officer, dossier, "Ghi nhận UBND tỉnh đồng ý", async p =>
        {
            await PaperAsync(p, "UBND tỉnh Khánh Hòa", "125/GP-UBND");
            await p.PictureAsync("chuyen-vien-ghi-nhan-ubnd");
        });
        var desk = await stage.SignInAsync("motcua", 1440);
        await AnyProcedure.ActAsync(desk, dossier, "Trả kết quả");
        await Assertions.Expect(desk.GetByText("Đã trả kết quả").First).ToBeVisibleAsync();
        await officer.GotoAsync("/van-ban/den");
        await Assertions.Expect(officer.GetByRole(AriaRole.Link, new() { Name = "125/GP-UBND" })).ToBeVisibleAsync();
        await officer.PictureAsync("van-thu-van-ban-den", most: 500);
    }

    [Fact]
    public async Task A_boats_radio_is_passed_on_and_followed_until_the_permit_comes()
    {
        var line = new AnyProcedure(stage, "tan-so-tiep-nhan-phuong-tien-nghe-ca", 1440);
        await line.ConfirmAsync();
        var dossier = await line.ToOfficerAsync(await line.ApplyAsync(), "phongcntt", ItOfficer);
        var officer = await stage.SignInAsync("chuyenviencntt", 1440);
        await AnyProcedure.ActAsync(officer, dossier, "Ghi kết quả thẩm định", p => p.GetByLabel("Nội dung thẩm định").FillAsync("Đủ giấy tờ."));
        await AnyProcedure.ActAsync(officer, dossier, "Trình ký văn bản chuyển hồ sơ", async p =>
        {
            await p.GetByLabel("Cơ quan nhận hồ sơ").FillAsync("Trung tâm Tần số vô tuyến điện khu vực VII");
            await p.GetByLabel("Nội dung chuyển").FillAsync("Hồ sơ đủ giấy tờ theo quy định.");
        });
        await line.IssueAsync(dossier);
        await AnyProcedure.ActAsync(officer, dossier, "Ghi nhận cơ quan cấp phép đã nhận", async p =>
        {
            await p.GetByLabel("Ngày cơ quan nhận").FillAsync(Today);
            await p.GetByLabel("Cách gửi").FillAsync("Bưu chính, số bưu gửi RE123456789VN");
        });
        await AnyProcedure.ActAsync(officer, dossier, "Ghi nhận kết quả của cơ quan cấp phép", p => PaperAsync(p, "Cục Tần số vô tuyến điện", "271828/GP"));
        await Assertions.Expect(officer.GetByText("271828/GP").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_press_conference_is_noted_on_a_telephone()
    {
        var line = new AnyProcedure(stage, "bao-chi-hop-bao-trong-nuoc", 390);
        var dossier = await line.ToOfficerAsync(await line.ApplyAsync(), "truongphong", Officer);
        var officer = await stage.SignInAsync("chuyenvien", 390);
        await AnyProcedure.ActAsync(officer, dossier, "Ghi nhận thông báo");
        await Assertions.Expect(officer.GetByText("Đã ghi nhận").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_licence_is_withdrawn_by_the_department_after_its_holder_was_heard()
    {
        var line = new AnyProcedure(stage, "in-cap-giay-phep-hoat-dong-in", 1440);
        await new AnyProcedure(stage, "in-thu-hoi-giay-phep-hoat-dong-in", 1440).ConfirmAsync();
        var granted = await line.ToOfficerAsync(await line.ApplyAsync(), "truongphong", Officer);
        var officer = await stage.SignInAsync("chuyenvien", 1440);
        await AnyProcedure.ActAsync(officer, granted, "Ghi kết quả thẩm định", p => p.GetByLabel("Nội dung thẩm định").FillAsync("Đủ điều kiện."));
        await AnyProcedure.ActAsync(officer, granted, "Trình ký dự thảo");
        await line.IssueAsync(granted);

        await officer.GotoAsync("/so-bo/giay-phep-hoat-dong-in");
        await officer.Locator("table a").First.ClickAsync();
        var entry = new Uri(officer.Url).AbsolutePath;
        await officer.GetByRole(AriaRole.Link, new() { Name = "Thu hồi giấy phép hoạt động in…" }).ClickAsync();
        await officer.Locator("[name=hinh_thuc]").First.CheckAsync();
        await officer.Locator("[name=can_cu][value=can-cu-2]").CheckAsync();
        await officer.GetByLabel("Sự việc").FillAsync("Cơ sở đóng cửa từ tháng 8/2025.");
        await officer.PictureAsync("chuyen-vien-thu-hoi");
        await officer.GetByRole(AriaRole.Button, new() { Name = "Mở hồ sơ" }).ClickAsync();
        var dossier = new Uri(officer.Url).AbsolutePath;
        await AnyProcedure.ActAsync(officer, dossier, "Trình ký thông báo cho chủ giấy phép", async p =>
        {
            await p.GetByLabel("Nội dung thông báo").FillAsync("Cơ sở không hoạt động trên 12 tháng.");
            await p.GetByLabel("Hạn giải trình").FillAsync("31/12/2030");
        });
        await line.IssueAsync(dossier);
        await AnyProcedure.ActAsync(officer, dossier, "Ghi nhận giải trình", async p =>
        {
            await p.GetByLabel("Ngày nhận giải trình").FillAsync(Today);
            await p.GetByLabel("Nội dung giải trình").FillAsync("Cơ sở đã bán hết máy.");
        });
        await AnyProcedure.ActAsync(officer, dossier, "Trình ký quyết định", p => p.GetByLabel("Nội dung xem xét và kết luận").FillAsync("Cơ sở thừa nhận đã ngừng hoạt động."));
        await line.IssueAsync(dossier);
        await officer.GotoAsync(entry);
        await Assertions.Expect(officer.GetByText("Bị thu hồi").First).ToBeVisibleAsync();
    }

    private static string Today => PaperForm.Today;

    private static async Task PaperAsync(IPage page, string issuer, string symbol)
    {
        await page.GetByLabel("Cơ quan ban hành").FillAsync(issuer);
        await page.GetByLabel("Số, ký hiệu").FillAsync(symbol);
        await page.GetByLabel("Ngày văn bản").FillAsync(Today);
        await page.GetByLabel("Trích yếu").FillAsync("Giấy phép");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "van-ban.pdf", MimeType = "application/pdf", Buffer = Citizen.Manuscript });
    }
}
