using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Fees.Transfer;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Fees;

/// <summary>Transfers: told by QR, matched from the bank's statement, the day closed.</summary>
public sealed class BankStatementTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task A_transfer_is_matched_from_the_statement_and_the_day_is_closed(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var (citizen, id) = await FeesLine.AppraisedAsync(house);
        using var _ = citizen;
        await citizen.GetAsync("/ho-so-cua-toi");
        var sheet = await house.AskAsync((DepartmentDb db) => db.Set<FeeSheet>().AsNoTracking().SingleAsync(s => s.DossierId == id));
        var qr = citizen.Page.QuerySelector("svg.qr")!;
        qr.GetAttribute("data-content")!.ShouldBe(new VietQr("999999", "0000000000", FeesLine.Due, sheet.Reference).Payload());
        var panel = Visitor.Clean(citizen.Page.QuerySelector("#phi")!.TextContent);
        panel.ShouldContain("Còn phải nộp 1.290.000 ₫");
        panel.ShouldContain("Tài khoản minh họa");
        panel.ShouldContain(sheet.Reference);
        citizen.Text.ShouldContain("đang giữ hồ sơ. Còn phí chưa nộp: xem phần “Phí, lệ phí” dưới đây.");

        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync("/thu-phi/sao-ke")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await officer.GetAsync("/thu-phi/doi-soat")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var desk = await house.SignInAsync("motcua");
        var split = string.Join(' ', sheet.Reference.ToLowerInvariant().Chunk(4).Select(c => new string(c)));
        var bank = Statements.Xlsx(
            ["SAO KÊ TÀI KHOẢN"],
            ["Ngày giao dịch", "Số tham chiếu", "Nội dung", "Ghi nợ", "Ghi có", "Số dư"],
            ["10/11/2026", "FT001", $"MBVCB.123 {split} nop phi", "", "1,290,000", "9,000,000"],
            ["10/11/2026", "FT002", "LAI TIEN GUI", "", "12,345", "9,012,345"],
            ["10/11/2026", "FT003", $"NHAM {sheet.Reference}", "", "5,000", "9,017,345"],
            ["10/11/2026", "FT004", "PHI QUAN LY", "11,000", "", "9,006,345"],
            ["", "", "Tổng", "11,000", "1,307,345", ""]);
        await UploadAsync(desk, "sao-ke.xlsx", bank);
        desk.Heading.ShouldBe("Xem đối chiếu rồi xác nhận");
        desk.Text.ShouldContain("1 dòng khớp, tổng 1.290.000 ₫");
        desk.Text.ShouldContain("Không thấy mã nộp tiền");
        desk.Text.ShouldContain("Hồ sơ không còn khoản phải nộp");
        desk.Text.ShouldNotContain("PHI QUAN LY");
        var statement = desk.Path;
        (await citizen.GetAsync("/ho-so-cua-toi")).Text.ShouldNotContain("Đã nộp 1.290.000", customMessage: "nothing is recorded before a person confirms");
        await desk.SubmitAsync(button: "Xác nhận sao kê");
        desk.Heading.ShouldBe("Sao kê đã xác nhận");
        await desk.GetAsync("/doi-mat-khau");
        (await desk.PostAsync(statement + "?handler=Confirm", [])).Status.ShouldBe(HttpStatusCode.Conflict);
        (await citizen.GetAsync("/ho-so-cua-toi")).Text.ShouldContain("Đã nộp 1.290.000 ₫ bằng chuyển khoản, ngày 10/11/2026");
        citizen.Page.QuerySelector("svg.qr").ShouldBeNull();

        // The same statement again, also in another form, takes nothing in twice; what a sheet program would run is plain text here.
        await UploadAsync(desk, "sao-ke.xlsx", bank);
        desk.Errors.ShouldContain("Cả 3 dòng tiền vào của sao kê này đã được nhập trước đó");
        var csv = "\uFEFFNgày giao dịch;Số tham chiếu;Nội dung;Ghi nợ;Ghi có\r\n10/11/2026;FT002;LAI TIEN GUI;;12.345\r\n10/11/2026;FT009;\"=HYPERLINK(\"\"http://x\"\")<script>alert(1)</script>\";;7.000\r\n32/11/2026;FT010;sai;;1.000\r\n";
        await UploadAsync(desk, "sao-ke.csv", System.Text.Encoding.UTF8.GetBytes(csv));
        desk.Text.ShouldContain("Bỏ qua 1 dòng đã nhập trước đó.");
        desk.Text.ShouldContain("Dòng 4: ngày “32/11/2026”");
        desk.Text.ShouldContain("=HYPERLINK(\"http://x\")<script>alert(1)</script>");
        desk.Page.QuerySelectorAll("script").ShouldAllBe(s => s.TextContent.Length == 0);
        await desk.SubmitAsync(button: "Bỏ tệp này");
        await UploadAsync(desk, "sao-ke.csv", System.Text.Encoding.UTF8.GetBytes(csv));
        await desk.SubmitAsync(button: "Xác nhận sao kê");
        await UploadAsync(desk, "anh.csv", Samples.Pdf());
        desk.Errors.ShouldContain("Không nhận loại tệp");

        // What matched nothing is solved by hand: given to a dossier, or said to be no fee.
        await desk.GetAsync("/thu-phi/sao-ke");
        var open = desk.Page.QuerySelectorAll("table a").ToDictionary(a => a.TextContent, a => a.GetAttribute("href")!);
        open.Count.ShouldBe(3);
        await desk.GetAsync(open["LAI TIEN GUI"]);
        await desk.SubmitAsync(button: "Đưa khỏi danh sách");
        desk.Errors.ShouldContain("Ghi vì sao khoản này không phải phí");
        await desk.SubmitAsync(new() { ["Why"] = "Lãi tiền gửi" }, "Đưa khỏi danh sách");
        (await desk.PostAsync(open["LAI TIEN GUI"] + "?handler=Dismiss", new() { ["Why"] = "Lần nữa" })).Status.ShouldBe(HttpStatusCode.Conflict);
        await desk.GetAsync(open[$"NHAM {sheet.Reference}"]);
        await desk.SubmitAsync(new() { ["Code"] = "NSPAAAAAAAA", ["Reason"] = "Người nộp xác nhận" }, "Ghi cho hồ sơ này");
        desk.Errors.ShouldContain("Không có hồ sơ nào");
        await desk.SubmitAsync(new() { ["Code"] = sheet.Reference, ["Reason"] = "Người nộp xác nhận" }, "Ghi cho hồ sơ này");
        desk.Text.ShouldContain("Nộp thừa 5.000 ₫, cần hoàn trả.");
        (await desk.PostAsync(open[$"NHAM {sheet.Reference}"] + "?handler=Assign", new() { ["Code"] = sheet.Reference, ["Reason"] = "x" })).Status.ShouldBe(HttpStatusCode.Conflict);

        // The day: 7.000 of the bank's are nobody's yet.
        using var head = await house.SignInAsync("chanhvanphong");
        (await head.GetAsync("/thu-phi/doi-soat?ngay=10/11/2026")).Text.ShouldContain("Chênh lệch 7.000 ₫ giữa sao kê và khoản đã ghi");
        head.Text.ShouldNotContain("Khóa sổ ngày", customMessage: "today isn't over");
        await head.GetAsync("/doi-mat-khau");
        (await head.PostAsync("/thu-phi/doi-soat?ngay=2026-11-10", [])).Status.ShouldBe(HttpStatusCode.Conflict);
        house.Time.Advance(TimeSpan.FromDays(1));
        using var morning = await house.SignInAsync("motcua");
        await morning.GetAsync("/doi-mat-khau");
        (await morning.PostAsync("/thu-phi/doi-soat?ngay=2026-11-10", new() { ["Note"] = "x" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var closer = await house.SignInAsync("chanhvanphong");
        await closer.GetAsync("/thu-phi/doi-soat?ngay=10/11/2026");
        await closer.SubmitAsync(button: "Khóa sổ");
        closer.Errors.ShouldContain("Còn chênh lệch 7.000 ₫");
        await closer.SubmitAsync(new() { ["Note"] = "Chờ người chuyển liên hệ" }, "Khóa sổ");
        closer.Text.ShouldContain("Đỗ Minh Quân, Chánh Văn phòng");
        await closer.GetAsync("/doi-mat-khau");
        (await closer.PostAsync("/thu-phi/doi-soat?ngay=2026-11-10", new() { ["Note"] = "Lần nữa" })).Status.ShouldBe(HttpStatusCode.Conflict);

        // What belongs to the closed day is booked today, as a correction.
        await morning.GetAsync($"/mot-cua/{id}/phi");
        await morning.SubmitAsync(new() { ["Reverse.Reason"] = "Ghi nhầm hồ sơ" }, "Hủy khoản này");
        (await morning.GetAsync("/thu-phi/doi-soat?ngay=11/11/2026")).Text.ShouldContain("điều chỉnh cho ngày 10/11/2026");
        (await morning.GetAsync("/thu-phi/doi-soat?ngay=10/11/2026")).Text.ShouldContain("1.295.000 ₫");
        (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();
    }

    private static async Task UploadAsync(Visitor desk, string name, byte[] content)
    {
        await desk.GetAsync("/thu-phi/sao-ke");
        await desk.SubmitAsync(button: "Đọc tệp và xem đối chiếu", file: ("Tep", name, content));
    }
}

/// <summary>Statements as banks hand them out.</summary>
internal static class Statements
{
    public static byte[] Xlsx(params string[][] rows)
    {
        using var file = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(file, rows.Select(r => Enumerable.Range(0, rows.Max(x => x.Length)).ToDictionary(i => $"c{i}", i => (object)(i < r.Length ? r[i] : ""))), printHeader: false);
        return file.ToArray();
    }
}
