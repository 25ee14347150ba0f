using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Fees;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Fees;

/// <summary>Fees of a dossier at the desk: computed, paid, waived, given back, with every act in the history.</summary>
public sealed class FeesTests(WebBed bed) : IClassFixture<WebBed>
{
    /// <summary>Two fees, each for its case.</summary>
    private const string Choice = "buu-chinh-sua-doi-giay-phep";

    [Theory, BothEngines]
    public async Task Cash_exemption_refund_and_a_mistake_taken_back(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, id) = await FeesLine.AppraisedAsync(house);
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        var page = $"/mot-cua/{id}/phi";

        // Not everybody who sees it may record, and who does not see it finds nothing.
        using var officer = await house.SignInAsync("chuyenvien");
        await officer.GetAsync(page);
        officer.Text.ShouldContain("Còn phải nộp 1.290.000 ₫.");
        officer.Text.ShouldNotContain("Ghi đã thu");
        await officer.GetAsync("/doi-mat-khau");
        (await officer.PostAsync(page + "?handler=Cash", new() { ["Shown"] = $"{FeesLine.Due}", ["Cash.ReceiptNumber"] = "1" })).Status.ShouldBe(HttpStatusCode.Forbidden);
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
        (await desk.PostAsync(page + "?handler=Cash", new() { ["Shown"] = $"{FeesLine.Due}", ["Cash.ReceiptNumber"] = "2" })).Status.ShouldBe(HttpStatusCode.Conflict);

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
}
