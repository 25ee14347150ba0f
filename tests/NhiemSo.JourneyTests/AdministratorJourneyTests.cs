using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NhiemSo.Platform.Rules;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>The administrator: a new colleague, a delegation, a doubtful fact confirmed, a decision read.</summary>
[Trait("long", "true")]
public sealed class AdministratorJourneyTests(Stage stage)
{
    [Fact]
    public async Task A_colleague_comes_a_delegation_goes_a_fact_is_confirmed_and_a_decision_read()
    {
        var admin = await stage.SignInAsync("quantri", 1440);
        await admin.GetByRole(AriaRole.Link, new() { Name = "Người và chức vụ" }).ClickAsync();
        await admin.GetByRole(AriaRole.Link, new() { Name = "Thêm người" }).ClickAsync();
        await admin.GetByLabel("Họ và tên").FillAsync("Nguyễn Hoàng Bảo Trân");
        await admin.GetByLabel("Đơn vị", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await admin.GetByLabel("Chức vụ", new() { Exact = true }).FillAsync("Chuyên viên");
        await admin.GetByLabel("Chuyên viên").CheckAsync();
        await admin.GetByLabel("Giữ chức vụ từ ngày").FillAsync(PaperForm.Today);
        await admin.GetByLabel("Căn cứ").FillAsync("Quyết định 21/QĐ-STTTT (minh họa)");
        await admin.GetByLabel("Tên đăng nhập").FillAsync("tran.nguyen");
        await admin.PictureAsync("quan-tri-them-nguoi");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Thêm người" }).ClickAsync();
        await Assertions.Expect(admin.GetByText("Mật khẩu dùng một lần, chỉ hiện lần này")).ToBeVisibleAsync();

        await admin.GotoAsync("/quan-tri/uy-quyen");
        await admin.GetByLabel("Người ủy quyền", new() { Exact = true }).SelectOptionAsync(await PersonAsync(admin, "Input.FromPersonId", "Đỗ Minh Quân"));
        await admin.GetByLabel("Người được ủy quyền").SelectOptionAsync(await PersonAsync(admin, "Input.ToPersonId", "Võ Thanh Tùng"));
        await admin.GetByLabel("Lãnh đạo đơn vị").CheckAsync();
        await admin.GetByLabel("Từ ngày").FillAsync(PaperForm.Today);
        await admin.GetByLabel("Đến hết ngày").FillAsync(PaperForm.Today);
        await admin.GetByLabel("Căn cứ").FillAsync("Văn bản 05/UQ-VP (minh họa)");
        await admin.PictureAsync("quan-tri-uy-quyen");
        await admin.GetByRole(AriaRole.Button, new() { Name = "Ghi ủy quyền" }).ClickAsync();
        await Assertions.Expect(admin.GetByText("Văn bản 05/UQ-VP (minh họa)").First).ToBeVisibleAsync();

        await admin.GetByRole(AriaRole.Link, new() { Name = "Quy tắc", Exact = true }).ClickAsync();
        await admin.PictureAsync("quan-tri-quy-tac", most: 640);

        await admin.GetByRole(AriaRole.Link, new() { Name = "Quyết định", Exact = true }).ClickAsync();
        var decision = await File.ReadAllBytesAsync(Path.Combine(stage.Services.GetRequiredService<RulesFolder>().Path, "mandates/qd-55-2024/decision.txt"));
        await admin.GetByLabel("Tệp của quyết định").SetInputFilesAsync(new FilePayload { Name = "qd-55.txt", MimeType = "text/plain", Buffer = decision });
        await admin.GetByRole(AriaRole.Button, new() { Name = "Đọc quyết định" }).ClickAsync();
        await Assertions.Expect(admin.GetByText("4 đơn vị, 117 nhiệm vụ")).ToBeVisibleAsync();
        await admin.PictureAsync("quan-tri-doc-quyet-dinh");
    }

    private static async Task<string> PersonAsync(IPage page, string select, string name) =>
        await page.Locator($"select[name='{select}'] option", new() { HasText = name }).First.GetAttributeAsync("value") ?? "";
}
