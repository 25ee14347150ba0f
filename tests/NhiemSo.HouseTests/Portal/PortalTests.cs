using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

public sealed class PortalTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Everyday_words_lead_to_the_procedure_with_or_without_diacritics(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        foreach (var words in new[] { "in tài liệu tập huấn để phát, không bán", "in tai lieu phat khong", "xuất bản tài liệu không kinh doanh", "kỷ yếu hội thảo" })
        {
            await visitor.GetAsync("/thu-tuc?q=" + Uri.EscapeDataString(words));
            visitor.Page.QuerySelectorAll(".rows a").First().GetAttribute("href").ShouldBe("/thu-tuc/" + TheLine.Procedure, words);
        }

        await visitor.GetAsync("/thu-tuc?q=" + Uri.EscapeDataString("đăng ký kết hôn"));
        visitor.Text.ShouldContain("Chưa thấy thủ tục nào");
        (await visitor.GetAsync("/thu-tuc/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task The_procedure_says_how_long_how_much_what_is_needed_and_what_is_not_sure(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/thu-tuc/" + TheLine.Procedure);
        visitor.Text.ShouldContain("15 ngày");
        visitor.Text.ShouldContain("15.000 ₫");
        visitor.Text.ShouldContain("Bản thảo tài liệu");
        visitor.Text.ShouldContain("luật cập nhật đến 28/3/2024, cần đối chiếu");
    }

    [Theory, BothEngines]
    public async Task Words_field_and_kind_of_applicant_narrow_the_list_together(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/thu-tuc");
        var all = Names();
        var field = visitor.Page.QuerySelectorAll("select[name=linh-vuc] option").Select(o => o.GetAttribute("value")!).Single(v => v.StartsWith("Xuất bản, in", StringComparison.Ordinal));
        var address = "/thu-tuc?linh-vuc=" + Uri.EscapeDataString(field);
        await visitor.GetAsync(address);
        var printing = Names();
        printing.Count.ShouldBeInRange(1, all.Count - 1);
        await visitor.GetAsync(address + "&nguoi-nop=ca-nhan");
        Names().ShouldBeSubsetOf(printing);
        Names().Count.ShouldBeLessThan(printing.Count);
        await visitor.GetAsync(address + "&q=xin+giay+phep+in&nguoi-nop=doanh-nghiep");
        Names().ShouldBeSubsetOf(printing);
        Names().ShouldNotBeEmpty();
        visitor.Page.QuerySelector("select[name=linh-vuc] option[selected]")!.GetAttribute("value").ShouldBe(field);
        (await visitor.GetAsync(address + "&nguoi-nop=khach-san")).Text.ShouldContain("Chưa có thủ tục nào như vậy.");

        List<string> Names() => [.. visitor.Page.QuerySelectorAll(".rows a[href^='/thu-tuc/']").Select(a => a.GetAttribute("href")!)];
    }

    [Theory, BothEngines]
    public async Task A_fault_keeps_what_was_typed_and_a_wrong_file_is_refused_in_words(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await visitor.SubmitAsync(button: "Nộp trực tuyến");
        visitor.Heading.ShouldBe("Người nộp hồ sơ");
        await visitor.GetAsync(visitor.Path[..^1] + "1");
        var start = visitor.Path;
        await visitor.SubmitAsync(new() { ["ten_viet_tat"] = "TTKN" }, "Tiếp tục");
        visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Errors.ShouldContain("Nhập tên cơ quan, tổ chức của bạn.");
        visitor.Page.Title!.ShouldStartWith("Lỗi:");
        visitor.Path.ShouldBe(start + "?loi=true", "an answer to a form is not found again by the browser's Back");
        (await visitor.GetAsync(visitor.Path)).Errors.ShouldContain("Nhập tên cơ quan, tổ chức của bạn.");
        visitor.Text.ShouldContain("Khi kết quả được cấp, Sở công khai: Tên tổ chức bằng tiếng Việt");
        await visitor.GetAsync(start);
        visitor.Page.QuerySelector("[name=ten_viet_tat]")!.GetAttribute("value").ShouldBe("TTKN");

        await visitor.GetAsync(start[..^1] + "9");
        await visitor.SubmitAsync(button: "Tiếp tục", file: ("giay-to.ban-thao", "ban-thao.pdf", "MZ không phải PDF"u8.ToArray()));
        visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Errors.ShouldContain("ban-thao.pdf");
        visitor.Errors.ShouldContain("Nơi này nhận: PDF, Word (DOCX), ảnh JPG, ảnh PNG.");
        visitor.Errors.ShouldNotContain("ZIP");
        using var other = house.Visit();
        (await other.GetAsync("/nop-ho-so/AAAAAAAAAAAAAAAAAAAAAA/1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_page_takes_as_much_as_its_files_may_have_and_more_is_told_truly()
    {
        var house = await bed.OpenAsync(Engine.Sqlite);
        using var visitor = house.Visit();
        await visitor.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await visitor.SubmitAsync(button: "Nộp trực tuyến");
        await visitor.GetAsync(visitor.Path[..^1] + "9");
        await visitor.SubmitAsync(button: "Tiếp tục", file: ("giay-to.ban-thao", "lớn.pdf", new byte[57 << 20]));
        visitor.Errors.ShouldContain("Tệp “lớn.pdf” lớn hơn mức cho phép (20 MB).");
        await visitor.GetAsync("/xac-minh");
        await visitor.UploadAsync("/xac-minh", ("Tep", "lớn.pdf", new byte[57 << 20]));
        (visitor.Status, visitor.Heading).ShouldBe((HttpStatusCode.RequestEntityTooLarge, "Nội dung gửi lên quá lớn"));
        visitor.Text.ShouldContain("Mỗi tệp không quá 20 MB.");
    }

    [Theory, BothEngines]
    public async Task Pressing_submit_twice_makes_one_dossier_and_shows_the_same_code(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        var review = await new TheLine(house).ToReviewAsync(citizen);
        using var again = house.Visit();
        await again.GetAsync(review);
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        var code = LookupCode(citizen);
        await again.SubmitAsync(button: "Nộp hồ sơ");
        LookupCode(again).ShouldBe(code);
        await again.GetAsync(review);
        LookupCode(again).ShouldBe(code);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/mot-cua?loc=tat-ca&Q=" + code);
        desk.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task A_draft_handed_in_long_ago_leads_to_the_look_up_only(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var citizen = house.Visit();
        var review = await new TheLine(house).ToReviewAsync(citizen);
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        var acknowledgement = citizen.Path;
        house.Time.Advance(TimeSpan.FromHours(3));
        using var later = house.Visit();
        await later.GetAsync(review);
        later.Path.ShouldBe("/tra-cuu");
        (await later.GetAsync(acknowledgement.Replace("ma=C", "ma=D", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await later.GetAsync("/ho-so-cua-toi")).Path.ShouldBe("/tra-cuu");
    }

    [Theory, BothEngines]
    public async Task A_draft_says_until_when_it_is_kept_and_is_gone_with_its_files_the_day_after(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await citizen.SubmitAsync(button: "Nộp trực tuyến");
        await citizen.GetAsync(citizen.Path[..^1] + "9");
        await citizen.SubmitAsync(button: "Lưu và làm tiếp sau", file: ("giay-to.ban-thao", "bản thảo của Lộc.pdf", Samples.Pdf()));
        citizen.Text.ShouldContain("sau ngày 10/12/2026 (30 ngày) đơn này cùng các tệp đã tải lên được xóa");
        var draft = citizen.Path.Split('?')[0];
        using var other = house.Visit();
        await new TheLine(house).ToReviewAsync(other);
        await other.SubmitAsync(button: "Nộp hồ sơ");
        house.Services.GetServices<DailyJob>().ShouldContain(j => j.Kind == "drafts.sweep");

        house.Time.Advance(TimeSpan.FromDays(29));
        await SweepAsync(house);
        (await citizen.GetAsync(draft)).Status.ShouldBe(HttpStatusCode.OK);
        house.Time.Advance(TimeSpan.FromDays(2));
        await SweepAsync(house);
        (await citizen.GetAsync(draft)).Status.ShouldBe(HttpStatusCode.NotFound);
        citizen.Text.ShouldContain("Đơn không viết tiếp trong 30 ngày được xóa");
        (await house.AskAsync((DepartmentDb db) => db.Set<ApplicationDraft>().CountAsync())).ShouldBe(0);
        var files = await house.AskAsync((DepartmentDb db) => db.Set<FileRef>().AsNoTracking().Where(f => f.Purpose.StartsWith("component:")).ToListAsync());
        files.Single(f => f.MatterId is null).RemovedAt.ShouldNotBeNull();
        files.Where(f => f.MatterId is not null).ShouldAllBe(f => f.RemovedAt == null, "the papers of a dossier stay");

        house.Time.Advance(FileSweep.Grace + TimeSpan.FromDays(1));
        await SweepAsync(house);
        (await house.AskAsync((DepartmentDb db) => db.Set<FileRef>().AnyAsync(f => f.Name == "bản thảo của Lộc.pdf"))).ShouldBeFalse("no name of a file stays either");

        static Task<bool> SweepAsync(WebHouse house) => house.AskAsync(async (IServiceProvider services) =>
        {
            await services.GetServices<IJobHandler>().Single(h => h.Kind == "drafts.sweep").RunAsync(new Job { Kind = "drafts.sweep", Key = "thu", Body = "{}", At = default, RunAt = default }, CancellationToken.None);
            return true;
        });
    }

    [Theory, BothEngines]
    public async Task The_review_links_every_fault_to_its_step_and_hands_nothing_in(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await citizen.SubmitAsync(button: "Nộp trực tuyến");
        var start = citizen.Path[..^1];
        await citizen.GetAsync(start + "11");
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        citizen.Status.ShouldBe(HttpStatusCode.BadRequest);
        var links = citizen.Page.QuerySelectorAll("dd a.error, li a.error, #nhan-ket-qua a.error").Select(a => a.GetAttribute("href")!).ToList();
        links.Count.ShouldBe(citizen.Page.QuerySelectorAll(".faults a").Length);
        foreach (var fault in citizen.Page.QuerySelectorAll(".faults a"))
            citizen.Page.GetElementById(fault.GetAttribute("href")![1..]).ShouldNotBeNull(fault.TextContent);
        links.ShouldContain(start + "9?xem=true#giay-to_ban-thao");

        await citizen.GetAsync(start + "10?xem=true");
        await citizen.SubmitAsync(new() { ["nhan-ket-qua"] = "desk" }, "Tiếp tục");
        citizen.Path.ShouldBe(start + "11");
    }

    [Theory, BothEngines]
    public async Task A_paper_of_a_kind_the_desk_cannot_open_is_refused_and_one_taken_back_is_gone(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await citizen.SubmitAsync(button: "Nộp trực tuyến");
        await citizen.GetAsync(citizen.Path[..^1] + "9");
        await citizen.SubmitAsync(button: "Tiếp tục", file: ("giay-to.ban-thao", "bảng kê.txt", "văn bản thuần"u8.ToArray()));
        citizen.Errors.ShouldContain("Tệp “bảng kê.txt” không thuộc loại nhận ở đây");
        await citizen.SubmitAsync(button: "Lưu và làm tiếp sau", file: ("giay-to.ban-thao", "bản thảo một.pdf", Samples.Pdf()));
        citizen.Text.ShouldContain("bản thảo một.pdf");
        await citizen.SubmitAsync(button: "Gỡ tệp này: bản thảo một.pdf");
        citizen.Text.ShouldNotContain("bản thảo một.pdf");
        var kept = await house.AskAsync((DepartmentDb db) => db.Set<FileRef>().Where(f => f.Name == "bản thảo một.pdf").ToListAsync());
        kept.ShouldAllBe(f => f.RemovedAt != null);
        kept.ShouldNotBeEmpty();
    }

    private static string LookupCode(Visitor visitor) => Visitor.Clean(visitor.Page.QuerySelector(".lookup-code")?.TextContent);
}
