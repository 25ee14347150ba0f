using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>The notice board of the desk.</summary>
public sealed class PostingTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Board = "/mot-cua/niem-yet";

    [Theory, BothEngines]
    public async Task A_procedure_is_posted_taken_down_and_posted_again_each_once(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/mot-cua");
        await desk.GetAsync(desk.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Niêm yết thủ tục").GetAttribute("href")!);
        var offered = desk.Page.QuerySelectorAll("input[name=Procedures]").Length;
        offered.ShouldBeGreaterThan(20);
        await desk.SubmitAsync(new() { ["Since"] = "05/11/2026" });
        desk.Errors.ShouldContain("Chọn thủ tục đã niêm yết");
        await desk.SubmitAsync(new() { ["Procedures"] = TheLine.Procedure, ["Since"] = "11/11/2026" });
        desk.Errors.ShouldContain("không được sau hôm nay");
        desk.Page.QuerySelector($"input[name=Procedures][value={TheLine.Procedure}]")!.HasAttribute("checked").ShouldBeTrue("what was chosen stays");

        using var colleague = await house.SignInAsync("motcua");
        await colleague.GetAsync(Board);
        await desk.SubmitAsync(new() { ["Since"] = "05/11/2026" });
        desk.Text.ShouldContain($"Chưa niêm yết: {offered - 1} thủ tục");
        desk.Page.QuerySelector("tbody tr")!.TextContent.ShouldContain("05/11/2026");
        await colleague.SubmitAsync(new() { ["Procedures"] = TheLine.Procedure, ["Since"] = "06/11/2026" });
        colleague.Status.ShouldBe(HttpStatusCode.Conflict);
        colleague.Errors.ShouldContain("Lê Thu Hà đã ghi");
        await desk.PostAsync(Board, new() { ["Procedures"] = "khong-co", ["Since"] = "05/11/2026" });
        desk.Errors.ShouldContain("không còn nhận hồ sơ");

        await desk.GetAsync(Board);
        var page = desk.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        await colleague.GetAsync(page);
        await desk.GetAsync(page);
        await desk.SubmitAsync(new() { ["Until"] = "04/11/2026", ["Reason"] = "Sửa đổi" });
        desk.Errors.ShouldContain("không được trước ngày niêm yết 05/11/2026");
        await desk.SubmitAsync(new() { ["Until"] = "11/11/2026" });
        desk.Errors.ShouldContain("không được sau hôm nay");
        await desk.SubmitAsync(new() { ["Until"] = "09/11/2026", ["Reason"] = "" });
        desk.Errors.ShouldContain("Ghi lý do gỡ");
        await desk.SubmitAsync(new() { ["Reason"] = "Thủ tục được sửa đổi, đang in bản mới" });
        desk.Path.ShouldBe(Board);
        desk.Text.ShouldContain("Thủ tục được sửa đổi, đang in bản mới");
        await colleague.SubmitAsync(new() { ["Until"] = "10/11/2026", ["Reason"] = "Lần nữa" });
        colleague.Status.ShouldBe(HttpStatusCode.Conflict);
        colleague.Errors.ShouldContain("Lê Thu Hà đã ghi gỡ thủ tục này từ 09/11/2026");

        await desk.SubmitAsync(new() { ["Procedures"] = TheLine.Procedure, ["Since"] = "08/11/2026" });
        desk.Errors.ShouldContain("Ghi lần niêm yết sau từ ngày ấy trở đi");
        await desk.SubmitAsync(new() { ["Since"] = "09/11/2026" });
        desk.Text.ShouldContain($"Chưa niêm yết: {offered - 1} thủ tục");
        (await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.Subject == "posting").OrderBy(e => e.Id).Select(e => e.Act).ToListAsync())).ShouldBe(["niem-yet", "go-niem-yet", "niem-yet"]);

        using var leader = await house.SignInAsync("giamdoc");
        await leader.GetAsync(Board);
        leader.Text.ShouldContain("Đang niêm yết: 1 thủ tục");
        leader.Page.QuerySelector("main form").ShouldBeNull("the leader looks on");
        (await leader.GetAsync(page)).Status.ShouldBe(HttpStatusCode.Forbidden);
        await leader.GetAsync("/doi-mat-khau");
        await leader.PostAsync(Board, new() { ["Procedures"] = TheLine.Procedure, ["Since"] = "05/11/2026" });
        leader.Status.ShouldBe(HttpStatusCode.Forbidden);
        (await desk.GetAsync(Board + "/00000000-0000-7000-8000-000000000001")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
