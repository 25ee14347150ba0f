using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>Complaints about how civil servants behaved.</summary>
public sealed class ConductTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Complain = "/ho-so-cua-toi/phan-anh-thai-do", List = "/mot-cua/phan-anh", Words = "Anh ấy gắt gỏng khi tôi hỏi.";

    [Theory, BothEngines]
    public async Task Conduct_is_complained_of_once_and_answered_by_whom_it_is_not_about(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        using var applicant = citizen;
        var id = await line.ToOfficerAsync(code);
        await applicant.GetAsync("/ho-so-cua-toi");
        await applicant.GetAsync(applicant.Page.QuerySelectorAll("a").Single(a => a.TextContent == "Phản ánh thái độ").GetAttribute("href")!);
        await applicant.SubmitAsync(new() { ["Text"] = Words });
        applicant.Errors.ShouldContain("Chọn bạn phản ánh về ai");
        applicant.Page.QuerySelector("[name=Text]")!.TextContent.ShouldContain(Words);
        await applicant.SubmitAsync(new() { ["Whom"] = "xu-ly" });
        applicant.Text.ShouldContain("Chúng tôi sẽ trả lời chậm nhất");
        await applicant.GetAsync(Complain);
        await applicant.SubmitAsync(new() { ["Whom"] = "khac", ["Text"] = "Lần nữa." });
        applicant.Status.ShouldBe(HttpStatusCode.Conflict);
        applicant.Errors.ShouldContain("đang chờ trả lời");

        // Neither the officer nor the desk nor another unit learns of it; the dossier's trail doesn't tell.
        using var head = await house.SignInAsync("truongphong");
        await head.GetAsync(List);
        var page = head.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        foreach (var other in (string[])["chuyenvien", "motcua", "phongcntt"])
        {
            using var stranger = await house.SignInAsync(other);
            (await stranger.GetAsync(page)).Status.ShouldBe(HttpStatusCode.NotFound, other);
            (await stranger.GetAsync(List)).Text.ShouldNotContain(Words);
            if (other != "phongcntt") (await stranger.GetAsync($"/mot-cua/{id}")).Text.ShouldNotContain("thái độ", Case.Insensitive, other);
            await stranger.GetAsync("/doi-mat-khau");
            await stranger.PostAsync(page, new() { ["Text"] = "Không có.", ["Right"] = "khong" });
            stranger.Status.ShouldBe(HttpStatusCode.NotFound, other);
        }

        // What was sent before is still the head's; the head who deals with a dossier in person doesn't judge that.
        await ResponsibleAsync(house, id, "Nguyễn Quốc Việt");
        await AnswerAsync(head, page, "dung");
        using var again = await SendAsync(house, code, "xu-ly", "Trưởng phòng không tiếp tôi.");
        (await head.GetAsync(List)).Text.ShouldNotContain("Trưởng phòng không tiếp tôi.");
        using var leader = await house.SignInAsync("giamdoc");
        await leader.GetAsync(List);
        await AnswerAsync(leader, leader.Page.QuerySelectorAll("tbody a").Single().GetAttribute("href")!, "khong");
        await again.GetAsync("/ho-so-cua-toi");
        again.Text.ShouldContain("Trả lời: phản ánh đúng");
        again.Text.ShouldContain("Trả lời: phản ánh không đúng");
        again.Text.ShouldContain("Lê Hoàng Nam, Giám đốc");
        (await new Post(house).LastAsync(id)).TextBody!.ShouldContain("Phản ánh không đúng");

        await leader.GetAsync("/tra-cuu");
        await leader.PostAsync(page, new() { ["Text"] = "Lần nữa.", ["Right"] = "khong" });
        leader.Status.ShouldBe(HttpStatusCode.Conflict);
        leader.Errors.ShouldContain("Mỗi phản ánh chỉ trả lời một lần");
    }

    [Theory, BothEngines]
    public async Task Who_had_a_hand_in_the_dossier_does_not_answer_a_complaint_about_nobody_in_particular_but_the_director(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        var id = await line.ToOfficerAsync(code);
        using var leader = await house.SignInAsync("giamdoc");
        using (var officer = await house.SignInAsync("chuyenvien"))
        using (var deputy = await house.SignInAsync("phogiamdoc"))
        {
            await TheLine.ActAsync(officer, id, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đúng tôn chỉ.", ["so_trang_quy_chuan"] = "86" });
            await TheLine.ActAsync(officer, id, "trinh-du-thao");
            await TheLine.ActAsync(leader, id, "tra-lai", new() { ["reason"] = "Sửa tên tài liệu." });
            await TheLine.ActAsync(officer, id, "trinh-du-thao");
            await TheLine.ActAsync(deputy, id, "ky-duyet");
        }

        (await SendAsync(house, code, "khac", Words)).Dispose();
        foreach (var hand in (string[])["truongphong", "phogiamdoc", "motcua"])
        {
            using var staff = await house.SignInAsync(hand);
            (await staff.GetAsync(List)).Text.ShouldNotContain(Words, Case.Sensitive, hand);
        }

        // The director answers for everybody, also where the director's own hand was in it: else it could be nobody's.
        await leader.GetAsync(List);
        var page = leader.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        await leader.GetAsync(page);
        await leader.SubmitAsync(new() { ["Text"] = "Đã xem xét." });
        leader.Errors.ShouldContain("Chọn phản ánh đúng hay không đúng");
        leader.Page.QuerySelector("[name=Text]")!.TextContent.ShouldContain("Đã xem xét.");
        await leader.SubmitAsync(new() { ["Right"] = "dung" });
        leader.Text.ShouldContain("Phản ánh đúng");
    }

    private static async Task AnswerAsync(Visitor staff, string page, string right)
    {
        await staff.GetAsync(page);
        await staff.SubmitAsync(new() { ["Text"] = "Đã xem xét.", ["Right"] = right });
        staff.Text.ShouldContain("Đã trả lời");
    }

    private static async Task<Visitor> SendAsync(WebHouse house, string code, string whom, string text)
    {
        var citizen = house.Visit();
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        await citizen.GetAsync(Complain);
        await citizen.SubmitAsync(new() { ["Whom"] = whom, ["Text"] = text });
        citizen.Text.ShouldContain(text);
        return citizen;
    }

    private static Task ResponsibleAsync(WebHouse house, Guid id, string name) => house.AskAsync(async (DepartmentDb db) =>
    {
        (await db.Set<Matter>().SingleAsync(m => m.Id == id)).ResponsibleId = await db.Set<Person>().Where(p => p.FullName == name).Select(p => p.Id).SingleAsync();
        return await db.SaveChangesAsync();
    });
}
