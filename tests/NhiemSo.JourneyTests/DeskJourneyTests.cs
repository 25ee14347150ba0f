using System.Text;
using Microsoft.Playwright;
using Xunit;

namespace NhiemSo.JourneyTests;

/// <summary>A day at the desk: paper taken in, scanned and handed back as a licence; a transfer found in the bank's statement; the day closed and looked at by the head of the office.</summary>
[Trait("long", "true")]
public sealed class DeskJourneyTests(Stage stage)
{
    private const string Procedure = "xuat-ban-cap-giay-phep-tai-lieu-khong-kinh-doanh";

    [Fact]
    public async Task Paper_from_the_counter_to_the_licence_in_the_hand()
    {
        var line = new AnyProcedure(stage, Procedure, 1440);
        var desk = await stage.SignInAsync("motcua", 1440);
        var scanning = await line.AtTheCounterAsync(desk, "Lưu và số hóa giấy tờ", PaperForm.Of("Trung tâm Khuyến nông Ninh Hải (minh họa)"), p => p.PictureAsync("mot-cua-tai-quay"));
        var papers = await desk.Locator("input[type=file]").AllAsync();
        foreach (var file in papers) await file.SetInputFilesAsync(PaperForm.Scan);
        foreach (var box in await desk.Locator("input[type=checkbox][name^=doi-chieu-]").AllAsync()) await box.CheckAsync();
        await desk.PictureAsync("mot-cua-so-hoa");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Lưu bản số hóa" }).ClickAsync();
        await Assertions.Expect(desk.GetByText($"Đã số hóa và đối chiếu {papers.Count}/{papers.Count} giấy tờ.")).ToBeVisibleAsync();

        var dossier = scanning[..scanning.LastIndexOf('/')];
        await AnyProcedure.AcceptAsync(desk, dossier, p => p.PictureAsync("mot-cua-tiep-nhan"));
        await Assertions.Expect(desk.GetByText("Đã xong: Tiếp nhận, hẹn trả")).ToBeVisibleAsync();
        await desk.PictureAsync("mot-cua-da-tiep-nhan");
        await line.AssignAsync(desk, dossier, "truongphong", PaperForm.Officer);
        await PaperForm.AppraiseAsync(await stage.SignInAsync("chuyenvien", 1440), dossier);
        await line.IssueAsync(dossier);

        await desk.GotoAsync(dossier + "/phi");
        await desk.GetByLabel("Ký hiệu biên lai").FillAsync("AB/26P");
        await desk.GetByLabel("Số biên lai").FillAsync("0000123");
        await desk.PictureAsync("mot-cua-thu-phi");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Ghi đã thu 1.290.000 ₫" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Đã nộp đủ 1.290.000 ₫.")).ToBeVisibleAsync();
        await AnyProcedure.ActAsync(desk, dossier, "Trả kết quả", async p =>
        {
            await p.GetByLabel("Người nhận kết quả").FillAsync("Phạm Văn Lộc");
            await p.GetByLabel("Giấy tờ người nhận xuất trình").FillAsync("Giấy hẹn và căn cước công dân");
            await p.PictureAsync("mot-cua-tra-ket-qua");
        });
        await Assertions.Expect(desk.GetByText("Đã trả kết quả").First).ToBeVisibleAsync();
        await desk.GotoAsync("/mot-cua?loc=tat-ca");
        await desk.PictureAsync("mot-cua-danh-sach", "body", 700);
    }

    [Fact]
    public async Task A_transfer_is_matched_the_day_closed_and_reconciled()
    {
        var citizen = await stage.OpenAsync(390);
        var line = new AnyProcedure(stage, Procedure, 1440);
        var dossier = await line.ToOfficerAsync(await Citizen.ApplyAsync(citizen), "truongphong", PaperForm.Officer);
        await PaperForm.AppraiseAsync(await stage.SignInAsync("chuyenvien", 1440), dossier);
        await citizen.GotoAsync("/ho-so-cua-toi");
        await citizen.PictureAsync("nguoi-nop-phi", "#phi", 1000);
        var reference = (await citizen.Locator("#phi dd strong").InnerTextAsync()).Trim();

        var desk = await stage.SignInAsync("motcua", 1440);
        await desk.GotoAsync("/thu-phi/sao-ke");
        await desk.GetByLabel("Tệp sao kê").SetInputFilesAsync(new FilePayload { Name = "sao-ke.csv", MimeType = "text/csv", Buffer = Statement(reference) });
        await desk.GetByRole(AriaRole.Button, new() { Name = "Đọc tệp và xem đối chiếu" }).ClickAsync();
        await Assertions.Expect(desk.GetByRole(AriaRole.Heading, new() { Name = "Xem đối chiếu rồi xác nhận" })).ToBeVisibleAsync();
        await desk.PictureAsync("mot-cua-sao-ke");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Xác nhận sao kê" }).ClickAsync();
        await desk.GotoAsync("/thu-phi/sao-ke");
        await desk.GetByRole(AriaRole.Link, new() { Name = "LAI TIEN GUI" }).ClickAsync();
        await desk.GetByText("Không phải phí, lệ phí").ClickAsync();
        await desk.GetByLabel("Lý do", new() { Exact = true }).FillAsync("Lãi tiền gửi");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Đưa khỏi danh sách" }).ClickAsync();
        await citizen.ReloadAsync();
        await Assertions.Expect(citizen.GetByText("Đã nộp 1.290.000 ₫ bằng chuyển khoản")).ToBeVisibleAsync();

        await desk.GotoAsync("/mot-cua/chot-ngay");
        await desk.GetByLabel("Ghi chú").FillAsync("Bàn giao: hồ sơ nhận sau 15 giờ chuyển đầu giờ sáng mai.");
        await desk.PictureAsync("mot-cua-chot-ngay");
        await desk.GetByRole(AriaRole.Button, new() { Name = "Chốt ngày" }).ClickAsync();
        await Assertions.Expect(desk.GetByText("Lê Thu Hà đã chốt lúc")).ToBeVisibleAsync();

        var head = await stage.SignInAsync("chanhvanphong", 1440);
        await head.GetByRole(AriaRole.Link, new() { Name = "Đối soát thu phí" }).ClickAsync();
        await Assertions.Expect(head.GetByText("Sao kê và khoản chuyển khoản của ngày khớp nhau")).ToBeVisibleAsync();
        await head.PictureAsync("chanh-van-phong-doi-soat");
    }

    /// <summary>As a bank hands it out: one transfer of the dossier, and one line that is no fee.</summary>
    private static byte[] Statement(string reference)
    {
        var day = PaperForm.Today;
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"Ngày giao dịch;Số tham chiếu;Nội dung;Ghi nợ;Ghi có;Số dư\r\n{day};FT001;MBVCB.123 {reference} nop phi;;1,290,000;9,000,000\r\n{day};FT002;LAI TIEN GUI;;12,345;9,012,345\r\n")];
    }
}
