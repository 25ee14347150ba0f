using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>What the one-stop desk does with paper: takes it in, makes files of it, and hands the result over.</summary>
public sealed class DeskTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Paper_is_taken_in_at_the_counter_digitised_compared_and_replaced_for_a_reason_until_it_is_accepted(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/mot-cua/nop-tai-quay/" + TheLine.Procedure);
        await desk.SubmitAsync(new(TheLine.Answers), "Lưu và số hóa giấy tờ");
        desk.Heading.ShouldBe("Số hóa giấy tờ");
        desk.Text.ShouldContain("chưa số hóa");
        desk.Page.QuerySelector("input[name='tep-ban-thao']")!.GetAttribute("capture").ShouldBe("environment");
        var page = desk.Path;
        var id = Guid.Parse(page.Split('/')[2]);

        await desk.SubmitAsync(new() { ["doi-chieu-don-de-nghi"] = "1" });
        (desk.Status, desk.Errors).ShouldBe((HttpStatusCode.BadRequest, desk.Errors));
        desk.Errors.ShouldContain("chưa có tệp nên chưa đối chiếu được");
        await desk.GetAsync(page);
        await desk.SubmitAsync(file: ("tep-ban-thao", "ban-thao.exe", "MZ"u8.ToArray()));
        desk.Errors.ShouldContain("không thuộc loại nhận ở đây");
        await desk.SubmitAsync(new() { ["doi-chieu-ban-thao"] = "1" }, file: ("tep-ban-thao", "ban-thao.pdf", Samples.Pdf()));
        desk.Path.ShouldBe($"/mot-cua/{id}?xong=so-hoa");
        desk.Text.ShouldContain("Số hóa 1 giấy tờ, đối chiếu 1 giấy tờ với bản chính");
        desk.Text.ShouldContain("đã đối chiếu với bản chính: Lê Thu Hà");
        desk.Text.ShouldContain("Đã số hóa và đối chiếu 1/2 giấy tờ.");

        // A better scan takes a reason and a new comparison; the one before is let go with it.
        await desk.GetAsync(page);
        await desk.SubmitAsync(file: ("tep-ban-thao", "ban-thao-2.pdf", Samples.Pdf("Bản quét rõ hơn")));
        desk.Errors.ShouldContain("Ghi vì sao thay bản số hóa");
        await desk.SubmitAsync(new() { ["ly-do-ban-thao"] = "Bản đầu mờ trang 3" }, file: ("tep-ban-thao", "ban-thao-2.pdf", Samples.Pdf("Bản quét rõ hơn")));
        desk.Text.ShouldContain("chưa đối chiếu");
        var removed = await house.AskAsync((DepartmentDb db) => db.Set<FileRef>().AsNoTracking().SingleAsync(f => f.MatterId == id && f.RemovedAt != null));
        removed.RemovedReason.ShouldBe("Bản đầu mờ trang 3");
        await desk.GetAsync(page);
        await desk.SubmitAsync(new() { ["doi-chieu-ban-thao"] = "1" });

        await TheLine.ActAsync(desk, id, "tiep-nhan", TheLine.AllPapers);
        desk.Text.ShouldContain("chưa số hóa", Case.Sensitive, "the form on paper");
        var form = await desk.GetAsync(desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "").First(h => h.Contains("/mau/", StringComparison.Ordinal)));
        (await Pdf.TextAsync(form.Bytes)).ShouldNotContain("tệp điện tử", Case.Sensitive, "what was handed in is the paper, the file is ours");
        await desk.GetAsync(page);
        desk.Page.QuerySelector("input[name='tep-ban-thao']").ShouldBeNull("accepted");
        await desk.UploadAsync(page, ("tep-ban-thao", "ban-thao-3.pdf", Samples.Pdf("Bản khác")));
        desk.Errors.ShouldContain("đã được chấp nhận nên không thay bản số hóa được");

        // Countable without reading any text: what came on paper, and what of it is a compared file.
        var papers = await house.AskAsync((DepartmentDb db) => db.Set<DossierComponent>().AsNoTracking().Where(p => p.DossierId == id && p.Accepted == true && (p.FileId == null || p.ScannedAt != null)).ToListAsync());
        (papers.Count, papers.Count(p => p.ComparedAt is not null && p.ComparedByName == "Lê Thu Hà")).ShouldBe((2, 1));
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync(page)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task The_result_goes_out_by_post_with_its_number_or_is_downloaded_and_both_are_to_be_seen(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/mot-cua/nop-tai-quay/" + TheLine.Procedure);
        await desk.SubmitAsync(new(TheLine.Answers) { ["ReturnBy"] = "post", ["CameBy"] = "post" }, "Lưu hồ sơ");
        desk.Text.ShouldContain("Nộp qua bưu chính");
        var posted = Guid.Parse(desk.Path["/mot-cua/".Length..]);
        var code = await house.AskAsync((DepartmentDb db) => db.Set<Dossier>().Where(d => d.Id == posted).Select(d => d.LookupCode).FirstAsync());
        await line.ToOfficerAsync(code);
        var document = await line.ToApprovedAsync(posted);
        await line.SignAsync(document);
        (await line.SealAsync(document)).Dispose();

        await TheLine.ActAsync(desk, posted, "tra-ket-qua");
        desk.Errors.ShouldContain("Ghi số hiệu bưu gửi");
        await desk.SubmitAsync(new() { ["so-hieu-buu-gui"] = "EK123456789VN", ["ngay-gui"] = "12/11/2026" });
        desk.Errors.ShouldContain("không thể sau hôm nay");
        desk.Page.QuerySelector("[name='so-hieu-buu-gui']")!.GetAttribute("value").ShouldBe("EK123456789VN");
        await desk.SubmitAsync(new() { ["ngay-gui"] = "10/11/2026" });
        desk.Errors.ShouldContain("Còn phải nộp 1.290.000 ₫.");
        await desk.SubmitAsync(new() { ["reason"] = "Người nộp xin nộp phí sau." });
        desk.Text.ShouldContain("qua bưu điện ngày 10/11/2026, bưu gửi EK123456789VN");
        using var applicant = house.Visit();
        await applicant.GetAsync("/tra-cuu");
        await applicant.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        applicant.Text.ShouldContain("số hiệu bưu gửi EK123456789VN");

        var (citizen, online) = await line.SubmitAsync();
        using var _ = citizen;
        var id = await line.ToOfficerAsync(online);
        document = await line.ToApprovedAsync(id);
        await line.SignAsync(document);
        (await line.SealAsync(document)).Dispose();
        await desk.GetAsync($"/mot-cua/{id}/phi");
        await desk.SubmitAsync(new() { ["Cash.ReceiptNumber"] = "0000124" }, "Ghi đã thu 1.290.000 ₫");
        await citizen.GetAsync("/ho-so-cua-toi/ket-qua");
        citizen.MediaType.ShouldBe("application/pdf");
        await citizen.GetAsync("/ho-so-cua-toi/ket-qua");
        await desk.GetAsync($"/mot-cua/{id}");
        desk.Text.ShouldContain("Người nộp tải lần đầu");
        desk.Page.QuerySelectorAll(".timeline li, .course li").Count(l => l.TextContent.Contains("tải kết quả lần đầu", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(1);
        await TheLine.ActAsync(desk, id, "tra-ket-qua", new() { ["cach-tra"] = "desk" });
        desk.Errors.ShouldContain("Ghi họ tên người nhận kết quả");
        await desk.SubmitAsync(new() { ["cach-tra"] = "desk", ["Receiver"] = "Phạm Văn Lộc", ["giay-to-xuat-trinh"] = "giấy hẹn, căn cước công dân" });
        desk.Text.ShouldContain("giấy hẹn, căn cước công dân");
    }
}
