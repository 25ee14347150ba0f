using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apology;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Notifications;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Mẫu 04 prepared before a day is missed; a person sends it (Nghị định 61/2018/NĐ-CP, Điều 19.9).</summary>
public sealed class ApologyTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task It_is_prepared_on_the_last_day_on_which_it_comes_in_time_once_and_sent_by_the_head_only(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var paused = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using (var officer = await house.SignInAsync("chuyenvien"))
            await TheLine.ActAsync(officer, paused, "yeu-cau-bo-sung", new() { ["reason"] = "Thiếu trang 3.", ["check-ban-thao"] = "1" });

        // Due on 25/11, and nobody works on 24/11: on Friday the 20th nothing, on Monday the 23rd it is time.
        house.Time.Advance(TimeSpan.FromDays(10));
        await PrepareAsync(house);
        (await ProposalsAsync(house)).ShouldBeEmpty();
        house.Time.Advance(TimeSpan.FromDays(3));
        await PrepareAsync(house);
        await PrepareAsync(house);
        var proposal = (await ProposalsAsync(house)).ShouldHaveSingleItem("none for the one that waits for its applicant");
        proposal.DossierId.ShouldBe(id);
        proposal.Day.ShouldBe(new DateOnly(2026, 12, 3), "draft, signature, seal and hand-over have 40 % of 15 days: six working days after 25/11");
        (await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().CountAsync(e => e.SubjectId == id && e.Act == "chuan-bi-xin-loi"))).ShouldBe(1);
        (await house.AskAsync((DepartmentDb db) => db.Set<Mail>().CountAsync(m => m.MatterId == id && m.Subject.Contains("Xin lỗi")))).ShouldBe(0, "never by itself");

        using var head = await house.SignInAsync("truongphong");
        await head.GetAsync("/viec");
        head.Text.ShouldContain("Xem phiếu xin lỗi: Cấp giấy phép xuất bản");
        await head.GetAsync($"/mot-cua/{id}");
        head.Text.ShouldContain("Sắp lỡ ngày hẹn");
        await head.GetAsync($"/mot-cua/{id}/viec/xin-loi-hen-lai");
        head.Page.QuerySelector("[name=ngay_hen_lai]")!.GetAttribute("value").ShouldBe("03/12/2026");
        Visitor.Clean(head.Page.QuerySelector("[name=reason]")!.TextContent).ShouldBe("Hồ sơ cần thêm thời gian ở bước “Đang thẩm định”.");
        await head.SubmitAsync(new() { ["ngay_hen_lai"] = "27/11/2026" });
        head.Text.ShouldContain("Xin lỗi và hẹn lại ngày 27/11/2026");
        head.Text.ShouldNotContain("báo muộn");
        await head.GetAsync("/viec");
        head.Text.ShouldNotContain("Xem phiếu xin lỗi");

        // Once is all the law gives.
        house.Time.Advance(TimeSpan.FromDays(3));
        await PrepareAsync(house);
        (await ProposalsAsync(house)).ShouldHaveSingleItem().PreparedAt.ShouldBe(proposal.PreparedAt);
    }

    private static Task<bool> PrepareAsync(WebHouse house) => house.AskAsync(async (IEnumerable<IJobHandler> handlers) =>
    {
        await handlers.Single(h => h.Kind == ApologyPreparer.Name).RunAsync(new Job { Kind = ApologyPreparer.Name, Key = "t", Body = "{}", At = default, RunAt = default }, CancellationToken.None);
        return true;
    });

    private static Task<List<ApologyProposal>> ProposalsAsync(WebHouse house) => house.AskAsync((DepartmentDb db) => db.Set<ApologyProposal>().AsNoTracking().ToListAsync());
}
