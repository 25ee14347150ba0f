using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Host.Operate;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>A wrong intake, a wrong word, a wrong end: each put right by an act with a reason.</summary>
public sealed class RectifyTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Right = "buu-chinh-cap-giay-phep";

    [Theory, BothEngines]
    public async Task A_dossier_taken_in_under_the_wrong_procedure_moves_with_what_it_has_and_asks_for_the_rest(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var before = await MatterAsync(house, id);
        house.Time.Advance(TimeSpan.FromDays(2));
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync($"/mot-cua/{id}/doi-thu-tuc");
        desk.Page.QuerySelectorAll("select option").Select(o => o.GetAttribute("value")).ShouldNotContain(TheLine.Procedure);
        await desk.GetAsync($"/mot-cua/{id}/doi-thu-tuc?thu-tuc={Right}");
        desk.Text.ShouldContain("Công nghệ thông tin");
        desk.Text.ShouldContain("Người nộp phải khai thêm");
        await desk.SubmitAsync();
        desk.Errors.ShouldContain("Ghi lý do");
        await desk.SubmitAsync(new() { ["Reason"] = "Nhận nhầm: người nộp xin giấy phép bưu chính." });
        desk.Text.ShouldContain("Đã xong: Đổi thủ tục: từ “Cấp giấy phép xuất bản");
        desk.Text.ShouldContain("đã thay, ", Case.Sensitive, "the appointment of then");
        desk.Text.ShouldContain("Còn thiếu thông tin theo thủ tục này");

        var moved = await MatterAsync(house, id);
        (moved.State, moved.Number, moved.ResponsibleId).ShouldBe(("moi-dang-ky", before.Number, null));
        moved.UnitId.ShouldNotBe(before.UnitId);
        moved.DutyCitation.ShouldBe("3.3.1.a");
        Vietnam.Day(moved.OriginalDue!.Value).ShouldBe(new DateOnly(2026, 11, 25), "the first due day stays to be seen");
        using var head = await house.SignInAsync("truongphong");
        (await head.GetAsync($"/mot-cua/{id}")).Status.ShouldBe(HttpStatusCode.NotFound, "it is another unit's now");
        (await new Post(house).LastAsync(id)).TextBody!.ShouldContain("Nhận nhầm: người nộp xin giấy phép bưu chính.");

        // What is missing is asked for by mẫu 02, and nothing is accepted without it.
        await desk.GetAsync($"/mot-cua/{id}/viec/tiep-nhan");
        await desk.SubmitAsync(desk.Page.QuerySelectorAll("input[type=checkbox][name^=check-]").ToDictionary(c => c.GetAttribute("name")!, _ => "1"));
        desk.Status.ShouldBe(HttpStatusCode.Conflict);
        desk.Errors.ShouldContain("Còn thiếu thông tin theo thủ tục này");
        await desk.GetAsync($"/mot-cua/{id}/viec/huong-dan-hoan-thien");
        Visitor.Clean(desk.Page.QuerySelector("[name=reason]")!.TextContent).ShouldStartWith("Bổ sung thông tin: ");
        var procedure = (await house.AskAsync((Catalogue c) => Task.FromResult(c.Find(Right, DateOnly.FromDateTime(WebHouse.Start)))))!.Procedure;
        var answers = InventedAnswers.Of(procedure, new Random(7), DateOnly.FromDateTime(WebHouse.Start));
        answers[procedure.ApplicantFields.Phone] = "0905 123 482";
        answers["Reason"] = "Người nộp khai thêm tại quầy.";
        await desk.GetAsync($"/mot-cua/{id}/sua-thong-tin");
        await desk.SubmitAsync(answers.ToDictionary());
        desk.Errors.ShouldBeEmpty();
        desk.Text.ShouldNotContain("Còn thiếu thông tin theo thủ tục này");

        await desk.GetAsync($"/mot-cua/{id}/viec/tiep-nhan");
        await desk.SubmitAsync(desk.Page.QuerySelectorAll("input[type=checkbox][name^=check-]").ToDictionary(c => c.GetAttribute("name")!, _ => "1"));
        desk.Errors.ShouldBeEmpty();
        var accepted = await MatterAsync(house, id);
        accepted.Number.ShouldBe(before.Number);
        Vietnam.Day(MatterClocks.Read(accepted.Clocks).Running["giai-quyet"].Started).ShouldBe(new DateOnly(2026, 11, 10), "the applicant doesn't wait longer for the office's mistake");
        (await house.AskAsync((DepartmentDb db) => db.Set<DossierForm>().CountAsync(f => f.DossierId == id && f.Template == "mau-01" && f.ReplacedAt == null))).ShouldBe(1);
        await TheLine.ActAsync(desk, id, "chuyen");
        using var other = await house.SignInAsync("phongcntt");
        (await other.GetAsync($"/mot-cua/{id}")).Text.ShouldContain("phân công xử lý");
    }

    [Theory, BothEngines]
    public async Task What_was_typed_wrong_is_put_right_and_a_closed_dossier_is_reopened_by_a_leader_only(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using var officer = await house.SignInAsync("chuyenvien");
        await officer.GetAsync($"/mot-cua/{id}/sua-thong-tin");
        await officer.SubmitAsync(new() { ["Reason"] = "Đọc lại" });
        officer.Errors.ShouldContain("Chưa có thông tin nào được sửa");
        await officer.SubmitAsync(new() { ["so_luong_in_ban"] = "năm trăm" });
        officer.Errors.ShouldContain("nhập một số");
        await officer.SubmitAsync(new() { ["so_luong_in_ban"] = "5.000", ["dien_thoai"] = "0905 123 483", ["Reason"] = "Đơn giấy ghi 5.000 bản." });
        officer.Text.ShouldContain("Sửa thông tin: ");
        officer.Text.ShouldContain("5.000");
        var body = await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.SubjectId == id && e.Act == "sua-thong-tin").Select(e => e.Body).SingleAsync());
        body.ShouldContain("\"500\"");
        body.ShouldContain("5.000");
        body.ShouldNotContain("0905", Case.Sensitive, "personal data stands beside the chain, not in it");
        (await house.AskAsync((DepartmentDb db) => db.Set<Dossier>().Where(d => d.Id == id).Select(d => d.PhoneLast4).FirstAsync())).ShouldBe("3483");
        (await new Post(house).LastAsync(id)).Subject.ShouldStartWith("Đã sửa thông tin trong hồ sơ");

        using var leader = await house.SignInAsync("giamdoc");
        (await leader.GetAsync($"/mot-cua/{id}/viec/mo-lai")).Status.ShouldBe(HttpStatusCode.Conflict, "not closed yet");
        await TheLine.ActAsync(leader, id, "dung", new() { ["reason"] = "Trùng hồ sơ khác." });
        (await officer.GetAsync($"/mot-cua/{id}/viec/mo-lai")).Status.ShouldBe(HttpStatusCode.Forbidden);
        await leader.GetAsync($"/mot-cua/{id}/viec/mo-lai");
        await leader.SubmitAsync(new() { ["so_ngay_moi"] = "90", ["reason"] = "Dừng nhầm." });
        leader.Errors.ShouldContain("Căn cứ mở lại");
        leader.Errors.ShouldContain("không quá 60");
        await leader.SubmitAsync(new() { ["so_ngay_moi"] = "5", ["can_cu_mo_lai"] = "Phiếu báo cáo của Phòng ngày 10/11/2026" });
        leader.Text.ShouldContain("Mở lại hồ sơ, căn cứ Phiếu báo cáo của Phòng ngày 10/11/2026, hẹn trả 17/11/2026");
        var matter = await MatterAsync(house, id);
        (matter.State, matter.Closed, Vietnam.Day(matter.Due!.Value)).ShouldBe(("cho-phan-cong", null, new DateOnly(2026, 11, 17)));
        Vietnam.Day(matter.OriginalDue!.Value).ShouldBe(new DateOnly(2026, 11, 25));

        using var desk = await house.SignInAsync("motcua");
        var refused = await TheLine.FindAsync(desk, (await line.SubmitAsync()).LookupCode);
        await TheLine.ActAsync(desk, refused, "tu-choi-tiep-nhan", new() { ["reason"] = "Không thuộc thẩm quyền." });
        await TheLine.ActAsync(leader, refused, "mo-lai-tiep-nhan", new() { ["can_cu_mo_lai"] = "Ý kiến của Thanh tra Sở", ["reason"] = "Thuộc thẩm quyền của Sở." });
        await desk.GetAsync("/mot-cua?loc=cho-tiep-nhan");
        desk.Page.QuerySelectorAll("tbody a").Select(a => a.GetAttribute("href")).ShouldContain($"/mot-cua/{refused}");
    }

    private static Task<Matter> MatterAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id));
}
