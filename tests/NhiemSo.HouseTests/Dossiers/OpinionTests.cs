using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Opinions;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Opinions asked while a dossier is appraised (Nghị định 61/2018/NĐ-CP, Điều 19.5).</summary>
public sealed class OpinionTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task A_unit_and_another_body_are_asked_answer_in_their_own_time_and_see_no_more_than_they_must(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var other = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var due = await DueAsync(house, id);
        using var officer = await house.SignInAsync("chuyenvien");
        using var asked = await house.SignInAsync("phongcntt");
        (await asked.GetAsync($"/mot-cua/{id}")).Status.ShouldBe(HttpStatusCode.NotFound);

        await officer.GetAsync($"/mot-cua/{id}/lay-y-kien");
        await officer.SubmitAsync(new() { ["Days"] = "0" });
        officer.Errors.ShouldContain("ghi tên cơ quan được hỏi");
        officer.Errors.ShouldContain("Ghi nội dung cần ý kiến");
        officer.Errors.ShouldContain("từ 1 đến 60");
        var unit = officer.Page.QuerySelectorAll("select[name=Unit] option").First(o => o.TextContent.Contains("Công nghệ", StringComparison.Ordinal)).GetAttribute("value")!;
        await officer.SubmitAsync(new() { ["Unit"] = unit, ["Question"] = "Tài liệu có phần mềm kèm theo: có cần thẩm định an toàn không?", ["Days"] = "3" }, file: ("Tep", "trich-tai-lieu.pdf", Samples.Pdf()));
        officer.Text.ShouldContain("hạn 13/11/2026");
        officer.Text.ShouldContain("Còn 3 ngày làm việc");
        officer.Text.ShouldContain("ngày xảy ra sự kiện, không tính", Case.Sensitive, "the question's own days are explained");
        (await DueAsync(house, id)).ShouldBe(due, "the dossier's own limit runs on");

        // The asked unit finds the question among its work, and this dossier only, with nothing to do on it.
        await asked.GetAsync("/viec");
        asked.Text.ShouldContain("Cho ý kiến: Cấp giấy phép xuất bản");
        await asked.GetAsync(asked.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "").First(h => h.StartsWith("/mot-cua/y-kien/", StringComparison.Ordinal)));
        var question = asked.Path;
        asked.Text.ShouldContain("có cần thẩm định an toàn không?");
        (await asked.GetAsync($"/mot-cua/{id}")).Status.ShouldBe(HttpStatusCode.OK);
        asked.Page.QuerySelectorAll($"main a[href^='/mot-cua/{id}/viec/']").ShouldBeEmpty();
        (await asked.GetAsync($"/mot-cua/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
        foreach (var act in new[] { "xin-loi-hen-lai", "phan-cong" })
            (await asked.GetAsync($"/mot-cua/{id}/viec/{act}")).Status.ShouldBe(HttpStatusCode.Forbidden, act);
        (await asked.GetAsync($"/mot-cua/{id}/lay-y-kien")).Status.ShouldBe(HttpStatusCode.Forbidden);

        // Another body, by letter.
        await officer.GetAsync($"/mot-cua/{id}/lay-y-kien");
        await officer.SubmitAsync(new() { ["Body"] = "Sở Nông nghiệp (minh họa)", ["Question"] = "Nội dung kỹ thuật có đúng không?", ["Days"] = "2", ["LetterSymbol"] = "88/STTTT-TTBC", ["LetterDate"] = "10/11/2026" });
        officer.Text.ShouldContain("công văn 88/STTTT-TTBC ngày 10/11/2026");

        // Late: the desk is told.
        house.Time.Advance(TimeSpan.FromDays(3));
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/viec");
        desk.Text.ShouldContain("Ý kiến trễ hạn");
        await desk.GetAsync("/mot-cua/y-kien");
        desk.Page.QuerySelectorAll("tbody tr").Select(r => Visitor.Clean(r.TextContent)).First().ShouldContain("Sở Nông nghiệp", Case.Sensitive, "the late one first");
        desk.Text.ShouldContain("Quá 1 ngày");

        using var answering = await house.SignInAsync("chuyenviencntt");
        await answering.GetAsync(question);
        await answering.SubmitAsync(new() { ["Text"] = "" });
        answering.Errors.ShouldContain("Ghi ý kiến của đơn vị bạn");
        await answering.SubmitAsync(new() { ["Text"] = "Không cần thẩm định riêng." });
        answering.Text.ShouldContain("Phạm Thị Ngọc Lan");
        (await answering.GetAsync($"/mot-cua/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, "answered: the dossier is theirs no longer");
        (await answering.GetAsync(question)).Text.ShouldContain("Không cần thẩm định riêng.");
        await answering.PostAsync(question, new() { ["Text"] = "Lần nữa" }, withToken: false);
        ((int)answering.Status).ShouldBeGreaterThanOrEqualTo(400);

        using var later = await house.SignInAsync("chuyenvien");
        await later.GetAsync($"/mot-cua/{id}");
        later.Text.ShouldContain("Không cần thẩm định riêng.");
        var close = later.Page.QuerySelectorAll("a").Single(a => Visitor.Clean(a.TextContent) == "Ghi nhận trả lời hoặc rút").GetAttribute("href")!;
        await later.GetAsync(close);
        await later.SubmitAsync(new() { ["Text"] = "Đúng kỹ thuật." }, "Ghi nhận trả lời");
        later.Errors.ShouldContain("Chọn tệp bản quét");
        await later.SubmitAsync(new() { ["Text"] = "Đúng kỹ thuật.", ["Symbol"] = "512/SNN", ["Date"] = "12/11/2026" }, "Ghi nhận trả lời", ("Tep", "512-snn.pdf", Samples.Pdf()));
        later.Text.ShouldContain("Sở Nông nghiệp (minh họa) có ý kiến (trễ hạn) (số đến 1)");
        await later.GetAsync("/van-ban/den");
        later.Text.ShouldContain("512/SNN");
        (await later.GetAsync(close)).Status.ShouldBe(HttpStatusCode.Conflict, "closed already");

        // Withdrawn with a reason, and with it the sight of the dossier.
        await later.GetAsync($"/mot-cua/{other}/lay-y-kien");
        await later.SubmitAsync(new() { ["Unit"] = unit, ["Question"] = "Hỏi nhầm hồ sơ?", ["Days"] = "1" });
        await later.GetAsync(later.Page.QuerySelectorAll("a").Single(a => Visitor.Clean(a.TextContent) == "Rút yêu cầu…").GetAttribute("href")!);
        await later.SubmitAsync(new() { ["Reason"] = "Hỏi nhầm hồ sơ" }, "Rút yêu cầu ý kiến");
        later.Text.ShouldContain("Rút yêu cầu ý kiến gửi");
        (await answering.GetAsync($"/mot-cua/{other}")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await house.AskAsync((DepartmentDb db) => db.Set<Opinion>().CountAsync(o => o.State == OpinionState.Asked))).ShouldBe(0);
    }

    private static async Task<DateOnly> DueAsync(WebHouse house, Guid id) => Vietnam.Day((await house.AskAsync((DepartmentDb db) => db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id))).Due!.Value);
}
