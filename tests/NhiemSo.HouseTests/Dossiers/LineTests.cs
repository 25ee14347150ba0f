using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Numbering;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>The whole line over HTTP, as people walk it.</summary>
public sealed class LineTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task From_the_citizens_form_to_a_sealed_licence_in_the_register(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        citizen.Heading.ShouldBe("Bạn đã nộp hồ sơ", citizen.Text);
        code.ShouldMatch(@"^\d{6}-[A-Z0-9]{4}-[A-Z0-9]{4}$");

        var id = await line.ToOfficerAsync(code);
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Heading.ShouldBe("Đang thẩm định hồ sơ của bạn");

        var document = await line.ToApprovedAsync(id);
        document.ShouldStartWith("/van-ban/");
        await line.SignAsync(document);
        using var clerk = await line.SealAsync(document);
        clerk.Text.ShouldContain("Đã phát hành");

        await clerk.GetAsync(document + "/tep");
        (await PdfSigAsync(clerk.Bytes)).Split("Signature is Valid.").Length.ShouldBe(3, "two valid signatures");

        var matter = await house.AskAsync((DepartmentDb db) => db.Set<Matter>().FirstAsync(m => m.Id == id));
        matter.Number!.ShouldMatch(@"^000\.00\.23\.H32-261110-\d{4}$");
        matter.State.ShouldBe("cho-tra-ket-qua");
        var entry = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().SingleAsync(e => e.MatterId == id));
        (entry.State, entry.HolderName).ShouldBe(("con-hieu-luc", "Trung tâm Khuyến nông Ninh Hải (minh họa)"));
        entry.Number.ShouldMatch(@"^\d{2}/GP-STTTT$");

        using var desk = await house.SignInAsync("motcua");
        await TheLine.ActAsync(desk, id, "tra-ket-qua", new() { ["reason"] = "Người nộp xin nộp phí sau." });
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Heading.ShouldBe("Bạn đã nhận kết quả");
        await citizen.GetAsync("/ho-so-cua-toi/ket-qua");
        citizen.Bytes.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();

        await desk.GetAsync("/nhiem-vu/4.3.2.a");
        desk.Text.ShouldContain("Hồ sơ một cửa");
        desk.Text.ShouldContain("Văn bản đi");
        await desk.GetAsync(desk.Page.QuerySelectorAll("td a").First(a => a.TextContent == "Hồ sơ một cửa").GetAttribute("href")!);
        desk.Text.ShouldContain(matter.Number!);
        (await desk.GetAsync("/mot-cua?loc=tat-ca&nhiem-vu=4.3.2.b")).Text.ShouldNotContain(matter.Number!);
        (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task The_appointment_and_the_reasons_for_it_stand_on_the_dossier(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using var officer = await house.SignInAsync("chuyenvien");
        await officer.GetAsync($"/mot-cua/{id}");
        // 15 days from 10/11/2026, the day itself not counted: Wednesday 25/11 (24/11 is a day off within, not the end).
        officer.Text.ShouldContain("Vì sao hạn là 25/11?");
        officer.Text.ShouldContain("Việc cần làm: ghi kết quả thẩm định");
        officer.Text.ShouldNotContain("0905123482");
        await officer.SubmitAsync(button: "Hiện (có ghi vết)");
        officer.Text.ShouldContain("0905123482");
        await officer.GetAsync($"/mot-cua/{id}");
        officer.Text.ShouldContain("Xem số điện thoại người nộp");
    }

    [Theory, BothEngines]
    public async Task The_page_offers_as_work_only_what_waits_for_its_reader(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        // No two readings of the clock are the same, as in life.
        house.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(1);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        var people = new Dictionary<string, Visitor>(StringComparer.Ordinal);
        foreach (var user in new[] { "motcua", "truongphong", "chuyenvien", "phogiamdoc", "vanthu" }) people[user] = await house.SignInAsync(user);
        var id = await TheLine.FindAsync(people["motcua"], code);
        await OnlyAsync("motcua", "tiếp nhận hồ sơ");
        await people["motcua"].GetAsync($"/mot-cua/{id}/viec/tu-choi-tiep-nhan");
        people["motcua"].Page.QuerySelector("main .btn.danger").ShouldNotBeNull();
        people["motcua"].Text.ShouldContain("Hồ sơ kết thúc ở đây; chỉ lãnh đạo Sở mở lại được");
        await TheLine.ActAsync(people["motcua"], id, "tiep-nhan", TheLine.AllPapers);
        people["motcua"].Text.ShouldContain("In giấy tiếp nhận");
        await OnlyAsync("motcua", "chuyển phòng xử lý");
        await TheLine.ActAsync(people["motcua"], id, "chuyen");
        await OnlyAsync("truongphong", "phân công xử lý");
        await TheLine.ActAsync(people["truongphong"], id, "phan-cong");
        people["truongphong"].Errors.ShouldContain("Chọn người xử lý", customMessage: "nobody is chosen beforehand");
        var officer = people["truongphong"].Page.QuerySelectorAll("select[name=Officer] option").First(o => o.TextContent.Contains("Minh Hạnh", StringComparison.Ordinal)).GetAttribute("value")!;
        await people["truongphong"].SubmitAsync(new() { ["Officer"] = officer });
        await OnlyAsync("chuyenvien", "ghi kết quả thẩm định");
        await TheLine.ActAsync(people["chuyenvien"], id, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đúng tôn chỉ.", ["so_trang_quy_chuan"] = "86" });
        people["chuyenvien"].Text.ShouldNotContain("đủ điều kiện");
        await TheLine.ActAsync(people["chuyenvien"], id, "trinh-du-thao");
        await OnlyAsync("phogiamdoc", "duyệt và ký");
        await TheLine.ActAsync(people["phogiamdoc"], id, "ky-duyet");
        var document = people["phogiamdoc"].Path;
        await OnlyAsync("phogiamdoc", "ký số 01/GP-STTTT");
        await line.SignAsync(document);
        await OnlyAsync("vanthu", "đóng dấu và phát hành 01/GP-STTTT");
        people["vanthu"].Page.QuerySelector(".actions a.primary")!.GetAttribute("href").ShouldBe(document);
        (await line.SealAsync(document)).Dispose();
        await OnlyAsync("motcua", "trả kết quả");
        foreach (var visitor in people.Values) visitor.Dispose();

        async Task OnlyAsync(string whose, string work)
        {
            foreach (var (user, visitor) in people)
            {
                await visitor.GetAsync("/viec");
                visitor.Page.QuerySelectorAll("main a").Any(a => a.GetAttribute("href") == $"/mot-cua/{id}").ShouldBe(user == whose, $"{user} at “{work}”");
                await visitor.GetAsync($"/mot-cua/{id}");
                if (visitor.Status == System.Net.HttpStatusCode.NotFound) continue;
                var heading = Visitor.Clean(visitor.Page.QuerySelector(".sheet h2")!.TextContent);
                if (user == whose) heading.ShouldBe("Việc cần làm: " + work);
                else heading.ShouldStartWith("Đang chờ", customMessage: $"{user} at “{work}”");
                visitor.Page.QuerySelectorAll(".actions a.primary").Length.ShouldBe(user == whose ? 1 : 0, $"{user} at “{work}”");
            }
        }
    }

    [Theory, BothEngines]
    public async Task Asking_for_more_stops_the_clock_and_the_supplement_starts_it_anew(Engine engine)
    {
        var house = await bed.FreshAsync(engine);
        await using var _ = house;
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        var id = await line.ToOfficerAsync(code);
        using var officer = await house.SignInAsync("chuyenvien");
        await TheLine.ActAsync(officer, id, "yeu-cau-bo-sung", new() { ["check-ban-thao"] = "1", ["reason"] = "Bản thảo thiếu trang 5." });
        officer.Text.ShouldContain("Đang chờ người nộp");
        (await MatterAsync(house, id)).Due.ShouldBeNull();

        house.Time.Advance(TimeSpan.FromDays(6));
        using var again = house.Visit();
        await again.GetAsync("/tra-cuu");
        await again.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        again.Text.ShouldContain("Bản thảo thiếu trang 5.");
        await again.SubmitAsync(button: "Gửi tệp bổ sung", file: ("giay-to.ban-thao", "ban-thao-moi.pdf", Samples.Pdf("đủ trang")));
        using var desk = await house.SignInAsync("motcua");
        await TheLine.ActAsync(desk, id, "bo-sung", TheLine.AllPapers);
        var matter = await MatterAsync(house, id);
        matter.State.ShouldBe("dang-tham-dinh");
        // 16/11/2026 plus 15 days: 1/12; the first due date stays as it was.
        NhiemSo.Platform.WorkingTime.Vietnam.Day(matter.Due!.Value).ShouldBe(new DateOnly(2026, 12, 1));
        NhiemSo.Platform.WorkingTime.Vietnam.Day(matter.OriginalDue!.Value).ShouldBe(new DateOnly(2026, 11, 25));
        citizen.Dispose();
    }

    [Theory, BothEngines]
    public async Task The_second_of_two_people_is_told_and_shown_both(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using var first = await house.SignInAsync("truongphong");
        using var second = await house.SignInAsync("truongphong");
        await first.GetAsync($"/mot-cua/{id}/viec/phan-cong");
        await second.GetAsync($"/mot-cua/{id}/viec/phan-cong");
        var officer = first.Page.QuerySelectorAll("select[name=Officer] option").First(o => o.TextContent.Contains("Đức", StringComparison.Ordinal)).GetAttribute("value")!;
        await first.SubmitAsync(new() { ["Officer"] = officer, ["Instruction"] = "Người thứ nhất giao" });
        await second.SubmitAsync(new() { ["Officer"] = officer, ["Instruction"] = "Người thứ hai giao" });
        second.Status.ShouldBe(System.Net.HttpStatusCode.Conflict);
        second.Text.ShouldContain("Giao Hoàng Văn Đức xử lý: Người thứ nhất giao");
        second.Page.QuerySelector("[name=Instruction]")!.TextContent.Trim().ShouldBe("Người thứ hai giao");
        await second.SubmitAsync();
        second.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        second.Text.ShouldContain("Người thứ hai giao");
    }

    [Theory, BothEngines]
    public async Task A_signing_given_up_leaves_its_number_voided_and_the_dossier_with_the_leader(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var document = await line.ToApprovedAsync(id);
        using var leader = await house.SignInAsync("phogiamdoc");
        await leader.GetAsync(document);
        await leader.SubmitAsync(new() { ["Reason"] = "Sai tên cơ sở in" }, leader.Page.QuerySelectorAll("button").Select(b => Visitor.Clean(b.TextContent)).First(t => t.StartsWith("Hủy số", StringComparison.Ordinal)));
        leader.Text.ShouldContain("Đã hủy: Sai tên cơ sở in");
        (await MatterAsync(house, id)).State.ShouldBe("cho-ky");
        var uses = await house.AskAsync((DepartmentDb db) => db.Set<NumberUse>().Where(u => u.MatterId == id).ToListAsync());
        uses.Select(u => (u.State, u.Reason)).ShouldBe([(NumberState.Voided, "Sai tên cơ sở in")]);
    }

    private static Task<Matter> MatterAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id));

    private static async Task<string> PdfSigAsync(byte[] pdf)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllBytesAsync(path, pdf);
        using var process = Process.Start(new ProcessStartInfo("pdfsig", path) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        File.Delete(path);
        return text;
    }
}
