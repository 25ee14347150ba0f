using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Fees;
using NhiemSo.Dossiers.Fees.Transfer;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Fees of a dossier: computed, paid, waived, given back, with every act in the dossier's history.</summary>
public sealed class FeesTests(WebBed bed) : IClassFixture<WebBed>
{
    /// <summary>Accepted and appraised with 86 pages counted: 86 × 15.000 ₫ (Thông tư 214/2016/TT-BTC).</summary>
    private const long Due = 1_290_000;

    /// <summary>Two fees, each for its case.</summary>
    private const string Choice = "buu-chinh-sua-doi-giay-phep";

    [Theory, BothEngines]
    public async Task Cash_exemption_refund_and_a_mistake_taken_back(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, id) = await AppraisedAsync(house);
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        var page = $"/mot-cua/{id}/phi";

        // Not everybody who sees it may record, and who does not see it finds nothing.
        using var officer = await house.SignInAsync("chuyenvien");
        await officer.GetAsync(page);
        officer.Text.ShouldContain("Còn phải nộp 1.290.000 ₫.");
        officer.Text.ShouldNotContain("Ghi đã thu");
        await officer.GetAsync("/doi-mat-khau");
        (await officer.PostAsync(page + "?handler=Cash", new() { ["Shown"] = $"{Due}", ["Cash.ReceiptNumber"] = "1" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await house.SignInAsync("phongcntt");
        (await stranger.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stranger.GetAsync("/thu-phi")).Status.ShouldBe(HttpStatusCode.Forbidden);

        // The result is not handed over in silence while a fee is due: shown by the act page in LineTests too.
        await desk.GetAsync("/thu-phi");
        desk.Page.QuerySelectorAll("table a").Select(a => a.GetAttribute("href")).ShouldContain(page);

        await desk.GetAsync(page);
        await desk.SubmitAsync(button: "Ghi đã thu 1.290.000 ₫");
        desk.Errors.ShouldContain("Ghi số biên lai đã lập");
        (await desk.PostAsync(page + "?handler=Cash", new() { ["Shown"] = "5", ["Cash.ReceiptNumber"] = "1" })).Status.ShouldBe(HttpStatusCode.Conflict);
        await desk.GetAsync(page);
        await desk.SubmitAsync(new() { ["Cash.ReceiptSeries"] = "AB/26P", ["Cash.ReceiptNumber"] = "0000123" }, "Ghi đã thu 1.290.000 ₫");
        desk.Errors.ShouldBeEmpty();
        desk.Text.ShouldContain("Đã nộp đủ 1.290.000 ₫.");
        (await desk.PostAsync(page + "?handler=Cash", new() { ["Shown"] = $"{Due}", ["Cash.ReceiptNumber"] = "2" })).Status.ShouldBe(HttpStatusCode.Conflict);

        // The slip says the amount in words and names the receipt; it never calls itself one.
        await desk.GetAsync(page);
        await desk.GetAsync(desk.Page.QuerySelectorAll("a").First(a => a.TextContent == "Phiếu xác nhận").GetAttribute("href")!);
        var slip = await Pdf.TextAsync(desk.Bytes);
        slip.ShouldContain("PHIẾU XÁC NHẬN ĐÃ NỘP PHÍ, LỆ PHÍ");
        slip.ShouldContain("(không thay biên lai)");
        slip.ShouldContain("Một triệu hai trăm chín mươi nghìn đồng.");
        slip.ShouldContain("ký hiệu AB/26P, số 0000123, do Sở Thông tin và Truyền thông lập");
        slip.ShouldNotContain("BIÊN LAI", Case.Sensitive);
        slip.ShouldNotContain("hóa đơn", Case.Insensitive);
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Text.ShouldContain("Đã nộp 1.290.000 ₫ bằng tiền mặt, ngày 10/11/2026, biên lai số 0000123");
        await citizen.GetAsync(citizen.Page.QuerySelectorAll("a").First(a => a.TextContent == "Phiếu xác nhận").GetAttribute("href")!);
        citizen.MediaType.ShouldBe("application/pdf");

        // A wrong entry is taken back by an entry against it, and the fee is due again.
        await desk.GetAsync(page);
        await desk.SubmitAsync(new() { ["Reverse.Reason"] = "" }, "Hủy khoản này");
        desk.Errors.ShouldContain("Ghi lý do hủy");
        await desk.SubmitAsync(new() { ["Reverse.Reason"] = "Ghi nhầm hồ sơ" }, "Hủy khoản này");
        desk.Text.ShouldContain("Còn phải nộp 1.290.000 ₫.");
        desk.Text.ShouldContain("-1.290.000 ₫");

        // Lowered by a paper, paid, then given back.
        await desk.SubmitAsync(new() { ["Exempt.Remaining"] = "1.290.000", ["Exempt.Reason"] = "Giảm 50%", ["Exempt.Document"] = "Thông tư 44/2023/TT-BTC" }, "Ghi miễn, giảm");
        desk.Errors.ShouldContain("phải từ 0 đến dưới 1.290.000 ₫");
        await desk.SubmitAsync(new() { ["Exempt.Remaining"] = "645.000", ["Exempt.Reason"] = "Giảm 50%", ["Exempt.Document"] = "" }, "Ghi miễn, giảm");
        desk.Errors.ShouldContain("văn bản làm căn cứ");
        await desk.SubmitAsync(new() { ["Exempt.Remaining"] = "645.000", ["Exempt.Reason"] = "Giảm 50%", ["Exempt.Document"] = "Thông tư 44/2023/TT-BTC" }, "Ghi miễn, giảm");
        desk.Errors.ShouldBeEmpty();
        await desk.SubmitAsync(new() { ["Cash.ReceiptNumber"] = "0000124" }, "Ghi đã thu 645.000 ₫");
        desk.Text.ShouldContain("Đã nộp đủ 645.000 ₫.");
        await desk.SubmitAsync(new() { ["Refund.Method"] = "Cash", ["Refund.Reason"] = "Không thuộc diện thu" }, "Ghi đã hoàn trả");
        desk.Text.ShouldContain("Không có khoản nào phải nộp.");
        (await desk.PostAsync(page + "?handler=Refund", new() { ["Refund.Method"] = "Cash", ["Refund.Reason"] = "Lần nữa" })).Status.ShouldBe(HttpStatusCode.Conflict);
        desk.Errors.ShouldContain("không có khoản nộp thừa");
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Text.ShouldContain("Đã hoàn trả 645.000 ₫ bằng tiền mặt, ngày 10/11/2026: Không thuộc diện thu");

        await desk.GetAsync($"/mot-cua/{id}");
        foreach (var line in new[] { "Tính phí, lệ phí: Phí thẩm định tài liệu in trên giấy, mỗi trang quy chuẩn: 86 trang quy chuẩn × 15.000 ₫ = 1.290.000 ₫", "Thu tiền mặt 1.290.000 ₫, biên lai AB/26P số 0000123", "Hủy khoản đã ghi", "Giảm: Phí thẩm định", "Hoàn trả 645.000 ₫" }) desk.Text.ShouldContain(line);
        (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task The_desk_chooses_among_cases_and_changes_its_mind_with_a_reason(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var desk = await house.SignInAsync("motcua");
        // Two cases, one of which the desk chooses.
        var line = new AnyLine(house, Choice);
        var id = await line.ToOfficerAsync(await line.SubmitAsync());
        await desk.GetAsync($"/mot-cua/{id}");
        desk.Page.QuerySelector("#phi")!.TextContent.ShouldContain("Còn khoản chưa xác định");
        await desk.GetAsync($"/mot-cua/{id}/phi");
        var fees = await house.AskAsync((DepartmentDb db) => db.Set<DossierFee>().AsNoTracking().Where(f => f.DossierId == id).OrderBy(f => f.Order).ToListAsync());
        fees.Count.ShouldBe(2);
        await desk.SubmitAsync(new() { [$"applies-{fees[0].Id}"] = "1", [$"applies-{fees[1].Id}"] = "0" }, "Lưu");
        desk.Text.ShouldContain("Còn phải nộp 2.750.000 ₫.");
        await desk.SubmitAsync(new() { [$"applies-{fees[0].Id}"] = "0", [$"applies-{fees[1].Id}"] = "1" }, "Lưu");
        desk.Errors.ShouldContain("Ghi lý do tính lại");
        await desk.SubmitAsync(new() { [$"applies-{fees[0].Id}"] = "0", [$"applies-{fees[1].Id}"] = "1", ["Recount.Reason"] = "Xem lại đơn" }, "Lưu");
        desk.Text.ShouldContain("Còn phải nộp 750.000 ₫.");
    }

    [Theory, BothEngines]
    public async Task A_transfer_is_matched_from_the_statement_and_the_day_is_closed(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var (citizen, id) = await AppraisedAsync(house);
        using var _ = citizen;
        await citizen.GetAsync("/ho-so-cua-toi");
        var sheet = await house.AskAsync((DepartmentDb db) => db.Set<FeeSheet>().AsNoTracking().SingleAsync(s => s.DossierId == id));
        var qr = citizen.Page.QuerySelector("svg.qr")!;
        qr.GetAttribute("data-content")!.ShouldBe(new VietQr("999999", "0000000000", Due, sheet.Reference).Payload());
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

    [Theory, BothEngines]
    public async Task A_gateway_is_believed_by_its_signature_once_and_only_when_it_fits(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var (citizen, id) = await AppraisedAsync(house);
        using var _ = citizen;
        (await citizen.GetAsync("/ho-so-cua-toi")).Page.QuerySelector("#phi a.btn").ShouldBeNull("none is set up");
        await citizen.GetAsync("/tra-cuu");
        (await citizen.PostAsync("/ho-so-cua-toi/nop-truc-tuyen", [])).Status.ShouldBe(HttpStatusCode.Conflict);

        await using var gateway = await LocalGateway.OpenAsync();
        var settings = house.Services.GetRequiredService<IConfiguration>();
        (settings["Payment:Name"], settings["Payment:Url"], settings["Payment:Merchant"], settings["Payment:Secret"]) = ("Cổng thử", gateway.Page.ToString(), LocalGateway.Merchant, LocalGateway.Secret);
        await citizen.GetAsync("/ho-so-cua-toi");
        await citizen.GetAsync(citizen.Page.QuerySelector("#phi a.btn")!.GetAttribute("href")!);

        // Not paid; paid with another amount: nothing is recorded, and the second is shown to who must look.
        gateway.Fails = true;
        await PayAsync(citizen);
        citizen.Heading.ShouldBe("Bạn chưa trả tiền");
        (gateway.Fails, gateway.Reports) = (false, 5_000);
        await PayAsync(citizen);
        citizen.Heading.ShouldBe("Khoản này chưa được ghi nhận");
        gateway.Answered.ShouldBe(HttpStatusCode.Conflict);
        (await citizen.GetAsync("/ho-so-cua-toi")).Text.ShouldContain("Còn phải nộp 1.290.000 ₫");
        citizen.Text.ShouldContain("Có khoản nộp trực tuyến chưa được ghi nhận");
        using var desk = await house.SignInAsync("motcua");
        (await desk.GetAsync($"/mot-cua/{id}/phi")).Text.ShouldContain("Cổng thử báo 5.000 ₫, đơn là 1.290.000 ₫");

        // Paid: the notification records it, the payer's return and the same notification again change nothing.
        gateway.Reports = null;
        await PayAsync(citizen);
        citizen.Heading.ShouldBe("Chúng tôi đã ghi nhận 1.290.000 ₫");
        gateway.Answered.ShouldBe(HttpStatusCode.OK);
        await gateway.NotifyAsync(gateway.Last);
        gateway.Answered.ShouldBe(HttpStatusCode.OK);
        (await PaymentsAsync()).ShouldBe([Due]);

        // Not signed, signed by another, changed on the way.
        await gateway.NotifyAsync(new(gateway.Last) { ["amount"] = "1" });
        gateway.Answered.ShouldBe(HttpStatusCode.Forbidden);
        await gateway.NotifyAsync(gateway.Last.Where(v => v.Key != "signature").ToDictionary(v => v.Key, v => v.Value));
        gateway.Answered.ShouldBe(HttpStatusCode.Forbidden);
        await gateway.NotifyAsync(LocalGateway.Signed(new() { ["order"] = $"{Guid.NewGuid():N}", ["transaction"] = "X", ["amount"] = "1", ["status"] = "paid" }));
        gateway.Answered.ShouldBe(HttpStatusCode.NotFound);
        // A second transaction for the same order is no second payment, but somebody must give it back.
        await gateway.NotifyAsync(LocalGateway.Signed(new() { ["order"] = gateway.Last["order"], ["transaction"] = "KHAC", ["amount"] = $"{Due}", ["status"] = "paid" }));
        (await PaymentsAsync()).ShouldBe([Due]);
        (await desk.GetAsync($"/mot-cua/{id}/phi")).Text.ShouldContain("báo thêm giao dịch KHAC");
        (await desk.PostAsync($"/mot-cua/{id}/phi?handler=Reverse", new() { ["Reverse.Which"] = $"{(await house.AskAsync((DepartmentDb db) => db.Set<FeePayment>().Where(p => p.DossierId == id).Select(p => p.Id).SingleAsync()))}", ["Reverse.Reason"] = "x" })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();

        Task<List<long>> PaymentsAsync() => house.AskAsync((DepartmentDb db) => db.Set<FeePayment>().Where(p => p.DossierId == id).Select(p => p.Amount).ToListAsync());
    }

    private static async Task PayAsync(Visitor citizen)
    {
        await citizen.GetAsync("/ho-so-cua-toi/nop-truc-tuyen");
        await citizen.SubmitAsync(button: "Tiếp tục");
        await citizen.GetAsync(citizen.Page.QuerySelector("main a.primary")!.GetAttribute("href")!);
    }

    private static async Task UploadAsync(Visitor desk, string name, byte[] content)
    {
        await desk.GetAsync("/thu-phi/sao-ke");
        await desk.SubmitAsync(button: "Đọc tệp và xem đối chiếu", file: ("Tep", name, content));
    }

    private static async Task<(Visitor Citizen, Guid Id)> AppraisedAsync(WebHouse house)
    {
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        var id = await line.ToOfficerAsync(code);
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Page.QuerySelector("#phi")!.TextContent.ShouldContain("Chúng tôi đang xác định khoản này");
        citizen.Page.QuerySelector("svg.qr").ShouldBeNull("nothing is counted yet");
        using var officer = await house.SignInAsync("chuyenvien");
        await TheLine.ActAsync(officer, id, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đúng tôn chỉ.", ["so_trang_quy_chuan"] = "86" });
        return (citizen, id);
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
