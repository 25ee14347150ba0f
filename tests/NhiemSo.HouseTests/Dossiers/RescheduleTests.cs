using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Apology and one new appointment (Nghị định 61/2018/NĐ-CP, Điều 19.9), and the same-day transfer (Điều 18).</summary>
public sealed class RescheduleTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Act = "xin-loi-hen-lai";

    [Theory, BothEngines]
    public async Task The_head_moves_the_appointment_once_and_both_dates_stay_to_be_seen(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        house.Time.Advance(TimeSpan.FromDays(13));
        using var head = await house.SignInAsync("truongphong");
        await head.GetAsync($"/mot-cua/{id}/viec/{Act}");
        head.Text.ShouldNotContain("Báo muộn");
        await head.SubmitAsync(new() { ["ngay_hen_lai"] = "29/11/2026", ["reason"] = "Chờ ý kiến của Sở Nông nghiệp." });
        head.Errors.ShouldContain("29/11/2026 cơ quan không làm việc (nghỉ hằng tuần)");
        await head.SubmitAsync(new() { ["ngay_hen_lai"] = "25/11/2026", ["reason"] = "Chờ ý kiến của Sở Nông nghiệp." });
        head.Errors.ShouldContain("Hạn mới phải sau hạn đang có là ngày 25/11/2026");
        await head.SubmitAsync(new() { ["ngay_hen_lai"] = "30/11/2026", ["reason"] = "Chờ ý kiến của Sở Nông nghiệp." });
        head.Text.ShouldContain("Đã xong: Xin lỗi và hẹn lại ngày 30/11/2026");
        head.Text.ShouldContain("Vì sao hạn là 30/11?");
        head.Text.ShouldContain("Đã gia hạn ngày 23/11/2026: Chờ ý kiến của Sở Nông nghiệp.");
        // 25/11 was the fifteenth day; 26, 27, 28, 29 and 30/11 came with the extension.
        Rows(head).TakeLast(3).ShouldBe(["T4 25/11|15|hạn ban đầu", "T5–CN 26/11–29/11|+1–4|gia hạn", "T2 30/11|+5|hạn, 17:00"]);

        var matter = await house.AskAsync((DepartmentDb db) => db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id));
        (Vietnam.Day(matter.Due!.Value), Vietnam.Day(matter.OriginalDue!.Value)).ShouldBe((new DateOnly(2026, 11, 30), new DateOnly(2026, 11, 25)));
        var mail = await new Post(house).LastAsync(id);
        mail.TextBody!.ShouldContain("Đã hẹn: trước 17:00, thứ Tư, 25/11/2026\nHẹn lại: trước 17:00, thứ Hai, 30/11/2026\nLý do: Chờ ý kiến của Sở Nông nghiệp.".ReplaceLineEndings(mail.TextBody!.Contains('\r') ? "\r\n" : "\n"));
        var form = await Pdf.TextAsync(Post.Attached(mail, "mau-04.pdf"));
        form.ShouldContain("Thời gian hẹn trả kết quả: 17 giờ 00 phút, ngày 25 tháng 11 năm 2026");
        form.ShouldContain("Lý do chậm: Chờ ý kiến của Sở Nông nghiệp.");
        form.ShouldContain("17 giờ 00 phút, ngày 30 tháng 11 năm 2026");
        form.ShouldContain("Nguyễn Quốc Việt");

        await TheLine.ActAsync(head, id, Act, new() { ["ngay_hen_lai"] = "02/12/2026", ["reason"] = "Vẫn chờ." });
        head.Status.ShouldBe(HttpStatusCode.Conflict);
        head.Errors.ShouldContain("chỉ được làm 1 lần");
    }

    [Theory, BothEngines]
    public async Task The_leader_may_too_the_officer_and_the_desk_may_not_and_a_late_apology_says_so(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        // The last day for it was 24/11, one day before the limit ends.
        house.Time.Advance(TimeSpan.FromDays(15));
        foreach (var name in new[] { "chuyenvien", "motcua" })
        {
            using var other = await house.SignInAsync(name);
            (await other.GetAsync($"/mot-cua/{id}/viec/{Act}")).Status.ShouldBe(HttpStatusCode.Forbidden, name);
        }

        using var leader = await house.SignInAsync("giamdoc");
        await leader.GetAsync($"/mot-cua/{id}/viec/{Act}");
        leader.Text.ShouldContain("phải làm chậm nhất 01 ngày trước ngày hết hạn");
        await leader.SubmitAsync(new() { ["ngay_hen_lai"] = "27/11/2026", ["reason"] = "Người thẩm định ốm." });
        leader.Text.ShouldContain("Xin lỗi và hẹn lại ngày 27/11/2026 (báo muộn)");
    }

    [Theory, BothEngines]
    public async Task The_due_day_has_a_row_of_its_own(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using var officer = await house.SignInAsync("chuyenvien");
        await officer.GetAsync($"/mot-cua/{id}");
        Rows(officer).ShouldBe(["T3 10/11|–|ngày xảy ra sự kiện, không tính", "T4–T3 11/11–24/11|1–14|tính", "T4 25/11|15|hạn, 17:00"]);
        officer.Page.QuerySelectorAll(".days tr.due").ShouldHaveSingleItem().TextContent.ShouldContain("T4 25/11");
    }

    [Theory, BothEngines]
    public async Task What_comes_before_15_oclock_is_handed_on_the_same_day_and_later_within_the_first_hour_of_the_next(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var early = (await line.SubmitAsync()).LookupCode;
        var late = (await line.SubmitAsync()).LookupCode;
        using var desk = await house.SignInAsync("motcua");
        var first = await TheLine.FindAsync(desk, early);
        await TheLine.ActAsync(desk, first, "tiep-nhan", TheLine.AllPapers);
        desk.Text.ShouldContain("Chuyển hồ sơ cho phòng xử lý: chậm nhất 17:00, 10/11/2026 (Nghị định 61/2018/NĐ-CP Điều 18).");

        house.Time.Advance(TimeSpan.FromHours(6)); // 15:12
        using var afternoon = await house.SignInAsync("motcua");
        var second = await TheLine.FindAsync(afternoon, late);
        await TheLine.ActAsync(afternoon, second, "tiep-nhan", TheLine.AllPapers);
        afternoon.Text.ShouldContain("Chuyển hồ sơ cho phòng xử lý: chậm nhất 08:30, 11/11/2026");

        house.Time.Advance(TimeSpan.FromHours(2)); // 17:12
        using var evening = await house.SignInAsync("motcua");
        await evening.GetAsync("/mot-cua?loc=cho-chuyen");
        evening.Text.ShouldContain("Chuyển chậm nhất 17:00, 10/11/2026, đã quá");
        evening.Text.ShouldContain("Chuyển chậm nhất 08:30, 11/11/2026");
        evening.Text.ShouldNotContain("08:30, 11/11/2026, đã quá");
        await TheLine.ActAsync(evening, first, "chuyen");
        evening.Text.ShouldNotContain("Chuyển hồ sơ cho phòng xử lý: chậm nhất");
        MatterClocks.Read(await house.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.Id == first).Select(m => m.Clocks).FirstAsync())).Running["chuyen"].Finished.ShouldNotBeNull();
    }

    [Theory, BothEngines]
    public async Task Whoever_withdraws_right_after_acceptance_stops_every_clock(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await TheLine.ActAsync(desk, id, "tiep-nhan", TheLine.AllPapers);
        await citizen.GetAsync("/ho-so-cua-toi/rut");
        await citizen.SubmitAsync(new() { ["Reason"] = "Nộp nhầm" }, "Rút hồ sơ");
        citizen.Heading.ShouldBe("Bạn đã rút hồ sơ này");
        var clocks = MatterClocks.Read(await house.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.Id == id).Select(m => m.Clocks).FirstAsync()));
        clocks.Running.Values.ShouldAllBe(c => c.Finished != null);
    }

    /// <summary>The days table, cells parted by '|'.</summary>
    private static IEnumerable<string> Rows(Visitor visitor) =>
        visitor.Page.QuerySelectorAll(".days tbody tr").Select(r => string.Join('|', r.QuerySelectorAll("td").Select(c => Visitor.Clean(c.TextContent))));
}
