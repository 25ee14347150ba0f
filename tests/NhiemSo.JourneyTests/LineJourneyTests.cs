using Microsoft.Playwright;
using Shouldly;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>The line as people walk it, on a wide screen, on a phone, and without JavaScript for the citizen: from the search to the sealed licence that a stranger verifies.</summary>
public sealed class LineJourneyTests(Stage stage)
{
    private static readonly (string Question, string Answer)[] Rated =
        [("thoi-gian", "dung"), ("so-co-quan", "mot"), ("so-lan", "hai"), ("thong-tin", "tot"), ("thai-do", "tot"), ("ket-qua", "dung"), ("truc-tuyen", "duoc")];

    [Theory]
    [InlineData(1440, true)]
    [InlineData(390, true)]
    [InlineData(390, false)]
    public async Task From_search_to_verified_licence(int width, bool script)
    {
        var shown = width == 390 && script;
        var citizen = await stage.OpenAsync(width, script);
        var code = await Citizen.ApplyAsync(citizen, shown);
        var desk = await stage.SignInAsync("motcua", width);
        var dossier = await AnyProcedure.FindAsync(desk, code);
        await AnyProcedure.ActAsync(desk, dossier, "Tiếp nhận hồ sơ", async p =>
        {
            await p.GetByLabel("Đơn đề nghị cấp giấy phép").First.CheckAsync();
            await p.GetByLabel("Bản thảo tài liệu").First.CheckAsync();
        });
        await Assertions.Expect(desk.GetByText("Đã xong: Tiếp nhận, hẹn trả")).ToBeVisibleAsync();
        await AnyProcedure.ActAsync(desk, dossier, "Chuyển phòng xử lý");

        var head = await stage.SignInAsync("truongphong", width);
        await AnyProcedure.ActAsync(head, dossier, "Phân công xử lý", p => p.GetByLabel("Người xử lý").SelectOptionAsync(new SelectOptionValue { Label = "Trần Thị Minh Hạnh" }));
        var officer = await stage.SignInAsync("chuyenvien", width);
        await officer.GetByRole(AriaRole.Link, new() { Name = "Cấp giấy phép xuất bản" }).First.ClickAsync();
        await citizen.GotoAsync("/ho-so-cua-toi");
        if (shown) await citizen.PictureAsync("nguoi-nop-theo-doi", most: 1000);
        await AnyProcedure.ActAsync(officer, dossier, "Ghi kết quả thẩm định", p => p.GetByLabel("Nội dung thẩm định").FillAsync("Đúng tôn chỉ, không thuộc điều cấm."));
        await AnyProcedure.ActAsync(officer, dossier, "Trình ký dự thảo");

        await AnyProcedure.IssueAsync(stage, width, dossier);
        await AnyProcedure.ActAsync(desk, dossier, "Trả kết quả", p => p.GetByLabel("Lý do trả kết quả khi chưa thu đủ phí").FillAsync("Người nộp xin nộp phí sau."));

        await citizen.GotoAsync("/ho-so-cua-toi");
        await Assertions.Expect(citizen.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Bạn đã nhận kết quả");
        await citizen.GetByRole(AriaRole.Link, new() { Name = "Kiểm tra kết quả có thật không" }).ClickAsync();
        await Assertions.Expect(citizen.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Giấy phép thật, còn hiệu lực");
        (await citizen.ContentAsync()).ShouldNotContain("0905");
        if (shown) await citizen.PictureAsync("nguoi-nop-kiem-tra");

        await citizen.GotoAsync("/ho-so-cua-toi");
        await citizen.GetByRole(AriaRole.Link, new() { Name = "Đánh giá", Exact = true }).ClickAsync();
        foreach (var (question, answer) in Rated) await citizen.Locator($"[name='{question}'][value='{answer}']").CheckAsync();
        if (shown) await citizen.PictureAsync("nguoi-nop-danh-gia", most: 1000);
        await citizen.GetByRole(AriaRole.Button, new() { Name = "Gửi phiếu đánh giá" }).ClickAsync();
        await Assertions.Expect(citizen.GetByText("Bạn đã gửi phiếu đánh giá")).ToBeVisibleAsync();
    }
}
