using Microsoft.Playwright;

namespace NhiemSo.JourneyTests;

/// <summary>What a citizen does: asks in everyday words, fills in one page after another, uploads, reviews, hands in.</summary>
internal static class Citizen
{
    /// <summary>A small PDF, complete with its trailer.</summary>
    public static readonly byte[] Manuscript = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\nxref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n0000000052 00000 n \n0000000101 00000 n \ntrailer<</Size 4/Root 1 0 R>>\nstartxref\n164\n%%EOF\n"u8.ToArray();

    /// <summary>Answers the look-up code of the acknowledgement.</summary>
    /// <param name="shown">Whether this is the walk that the user guide shows.</param>
    public static async Task<string> ApplyAsync(IPage page, bool shown = false)
    {
        Task ShowAsync(string name) => shown ? page.PictureAsync(name) : Task.CompletedTask;
        await page.GotoAsync("/");
        await ShowAsync("nguoi-nop-trang-chu");
        await page.GetByLabel("Nói bằng lời của bạn").FillAsync("in tài liệu tập huấn để phát, không bán");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tìm thủ tục" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Cấp giấy phép xuất bản tài liệu không kinh doanh" }).First.ClickAsync();
        await ShowAsync("nguoi-nop-thu-tuc");
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp trực tuyến" }).ClickAsync();

        await page.GetByLabel("Cho cơ quan, tổ chức").CheckAsync();
        await NextAsync(page, ("Họ và tên người nộp", "Phạm Văn Lộc"), ("Chức vụ trong tổ chức", "Giám đốc"));
        await NextAsync(page, ("Tên tổ chức bằng tiếng Việt", "Trung tâm Khuyến nông Ninh Hải (minh họa)"));
        await page.GetByLabel("Quyết định thành lập").CheckAsync();
        await ShowAsync("nguoi-nop-don");
        await NextAsync(page, ("Số giấy tờ pháp lý", "12/QĐ-UBND"), ("Ngày cấp giấy tờ pháp lý", "01/02/2020"), ("Cơ quan cấp giấy tờ pháp lý", "UBND tỉnh Khánh Hòa"));
        await NextAsync(page, ("Địa chỉ trụ sở chính", "12 Trần Phú, Nha Trang"), ("Điện thoại", "0905 123 482"), ("Thư điện tử", "khuyennong@ninhhai.example"));
        await page.Locator("[name=loai_tai_lieu_theo_dieu_12_nghi_dinh_195]").SelectOptionAsync("huong-dan");
        await NextAsync(page, ("Tên tài liệu", "Kỹ thuật ươm giống rong nho"), ("Ngôn ngữ xuất bản", "tiếng Việt"));
        await page.GetByLabel("Sách", new() { Exact = true }).CheckAsync();
        await NextAsync(page, ("Số trang hoặc dung lượng", "86 trang"), ("Khuôn khổ, định dạng", "14,5 x 20,5"), ("Số lượng in", "500"));
        await NextAsync(page, ("Tên cơ sở in", "Công ty TNHH In Bình Minh (minh họa)"), ("Địa chỉ cơ sở in", "5 Lê Lợi, Nha Trang"), ("Mục đích xuất bản", "Phát cho học viên lớp tập huấn"), ("Phạm vi phát hành", "Các xã ven biển"));
        await NextAsync(page, ("Nội dung tóm tắt của tài liệu", "Hướng dẫn ươm giống rong nho."));
        await page.GetByLabel("Đồng ý").CheckAsync();
        await NextAsync(page, ("Nơi lập đơn", "Nha Trang"), ("Ngày lập đơn", "09/11/2026"), ("Người ký đơn", "Phạm Văn Lộc"));

        await page.Locator("input[type=file]").First.SetInputFilesAsync(new FilePayload { Name = "ban-thao.pdf", MimeType = "application/pdf", Buffer = Manuscript });
        await ShowAsync("nguoi-nop-giay-to");
        await NextAsync(page);
        await page.GetByLabel("Trực tuyến").CheckAsync();
        await NextAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Bạn đã nộp hồ sơ");
        await ShowAsync("nguoi-nop-da-nop");
        return (await page.Locator(".lookup-code").InnerTextAsync()).Trim();
    }

    private static async Task NextAsync(IPage page, params (string Label, string Text)[] answers)
    {
        foreach (var (label, text) in answers) await page.GetByLabel(label).First.FillAsync(text);
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
    }
}
