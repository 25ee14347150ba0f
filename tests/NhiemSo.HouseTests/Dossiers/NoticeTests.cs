using System.Net;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Notifications;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>E-mails to the applicant, as a mail program reads them.</summary>
public sealed class NoticeTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Each_piece_of_news_of_a_granted_dossier_reaches_the_applicant(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        using var _ = citizen;
        var id = await line.ToOfficerAsync(code);
        var document = await line.ToApprovedAsync(id);
        await line.SignAsync(document);
        using var clerk = await line.SealAsync(document);
        using var desk = await house.SignInAsync("motcua");
        await TheLine.ActAsync(desk, id, "tra-ket-qua", new() { ["reason"] = "Người nộp xin nộp phí sau." });

        var mails = await new Post(house).OfAsync(id);
        var number = (await house.AskAsync((DepartmentDb db) => db.Set<Platform.Matters.Matter>().Where(m => m.Id == id).Select(m => m.Number).FirstAsync()))!;
        mails.Select(m => m.Subject).ShouldBe(
            [$"Đã nhận hồ sơ nộp, mã tra cứu {code}", $"Đã tiếp nhận hồ sơ {number}, hẹn trả kết quả 25/11/2026", $"Đã có kết quả hồ sơ {number}", $"Đã trả kết quả hồ sơ {number}"]);
        foreach (var mail in mails)
        {
            mail.To.Mailboxes.Single().Address.ShouldBe("khuyennong@ninhhai.example");
            mail.From.Mailboxes.Single().Name.ShouldBe("Sở Thông tin và Truyền thông");
            mail.Headers[HeaderId.AutoSubmitted].ShouldBe("auto-generated");
            mail.TextBody!.ShouldContain("Kính gửi: Trung tâm Khuyến nông Ninh Hải (minh họa)");
            // A port or a code may have these digits by chance, so the links are told apart from the words.
            var (words, links) = (string.Join(' ', mail.TextBody!.Split().Where(w => !IsLink(w))), mail.TextBody!.Split().Where(IsLink));
            words.ShouldNotContain("3482", Case.Sensitive, "who has the e-mail alone must not open the dossier");
            links.ShouldAllBe(l => l == $"{house.Address}tra-cuu?ma={code}" || l == $"{house.Address}tra-cuu?ma={number}" || l.StartsWith($"{house.Address}xac-minh/"));
            mail.TextBody!.ShouldNotContain("{{");
        }

        mails[0].TextBody!.ShouldContain($"{house.Address}tra-cuu?ma={code}");
        mails[0].Attachments.ShouldBeEmpty();
        mails[1].TextBody!.ShouldContain("Hẹn trả kết quả: trước 17:00, thứ Tư, 25/11/2026");
        var form = await Pdf.TextAsync(Post.Attached(mails[1], "mau-01.pdf"));
        form.ShouldContain($"Mã hồ sơ: {number}");
        form.ShouldContain("17 giờ 00 phút, ngày 25 tháng 11 năm 2026");

        await citizen.GetAsync("/ho-so-cua-toi");
        var verify = citizen.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "").First(h => h.StartsWith("/xac-minh/", StringComparison.Ordinal));
        mails[2].TextBody!.ShouldContain(house.Address.ToString().TrimEnd('/') + verify);
        (await citizen.GetAsync(verify)).Status.ShouldBe(HttpStatusCode.OK);
        (await citizen.GetAsync(mails[0].TextBody!.Split('\n').First(l => l.Contains("/tra-cuu?", StringComparison.Ordinal)).Split(' ')[^1].Trim())).Page.QuerySelector("[name=Code]")!.GetAttribute("value").ShouldBe(code);
    }

    private static bool IsLink(string word) => word.StartsWith("http", StringComparison.Ordinal);

    [Theory, BothEngines]
    public async Task What_is_missing_or_why_it_is_refused_or_withdrawn_is_said_with_its_form(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (post, line) = (new Post(house), new TheLine(house));
        using var desk = await house.SignInAsync("motcua");

        var (first, code) = await line.SubmitAsync();
        using var _ = first;
        var asked = await TheLine.FindAsync(desk, code);
        await desk.GetAsync($"/mot-cua/{asked}/viec/huong-dan-hoan-thien");
        await desk.PostAsync(desk.Path, new() { ["reason"] = "Bản thảo chưa đóng dấu.", ["check-don-de-nghi"] = "1" });
        var mail = await post.LastAsync(asked);
        mail.Subject!.ShouldBe($"Hồ sơ {code} cần hoàn thiện để được tiếp nhận");
        mail.TextBody!.ShouldContain("Cần hoàn thiện: Bản thảo chưa đóng dấu.");
        mail.TextBody!.ShouldContain("- Bản thảo tài liệu");
        mail.TextBody!.ShouldNotContain("- Đơn đề nghị");
        mail.TextBody!.ShouldNotContain("- Bản dịch", Case.Sensitive, "only needed in some cases, and nobody asked for it");
        (await Pdf.TextAsync(Post.Attached(mail, "mau-02.pdf"))).ShouldContain("Bản thảo chưa đóng dấu.");
        await TheLine.ActAsync(desk, asked, "tu-choi-tiep-nhan", new() { ["reason"] = "Không thuộc thẩm quyền của Sở." });
        mail = await post.LastAsync(asked);
        mail.TextBody!.ShouldContain("Lý do: Không thuộc thẩm quyền của Sở.");
        (await Pdf.TextAsync(Post.Attached(mail, "mau-03.pdf"))).ShouldContain("Không thuộc thẩm quyền của Sở.");

        var (second, other) = await line.SubmitAsync();
        using var __ = second;
        await second.GetAsync("/ho-so-cua-toi/rut");
        await second.SubmitAsync(new() { ["Reason"] = "Không in nữa" }, "Rút hồ sơ");
        mail = await post.LastAsync(await TheLine.FindAsync(desk, other));
        mail.Subject!.ShouldBe($"Đã rút hồ sơ {other}");
        mail.TextBody!.ShouldContain("Lý do: Không in nữa");
    }

    [Theory, BothEngines]
    public async Task During_appraisal_the_supplement_and_the_refusal_are_told_too(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (post, line) = (new Post(house), new TheLine(house));
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using var officer = await house.SignInAsync("chuyenvien");
        await TheLine.ActAsync(officer, id, "yeu-cau-bo-sung", new() { ["check-ban-thao"] = "1", ["reason"] = "Bản thảo thiếu trang 5." });
        var mail = await post.LastAsync(id);
        mail.TextBody!.ShouldContain("Cần bổ sung: Bản thảo thiếu trang 5.");
        Post.Attached(mail, "mau-02.pdf").ShouldNotBeEmpty();
        using var desk = await house.SignInAsync("motcua");
        await TheLine.ActAsync(desk, id, "bo-sung", TheLine.AllPapers);
        mail = await post.LastAsync(id);
        mail.Subject!.ShouldContain("đã đủ giấy tờ, hẹn trả kết quả 25/11/2026");
        Post.Attached(mail, "mau-01.pdf").ShouldNotBeEmpty();

        await TheLine.ActAsync(officer, id, "tu-choi-giai-quyet", new() { ["reason"] = "Nội dung thuộc điều cấm của Luật Xuất bản." });
        using var leader = await house.SignInAsync("phogiamdoc");
        await TheLine.ActAsync(leader, id, "ky-duyet");
        var document = leader.Path;
        await line.SignAsync(document);
        using var clerk = await line.SealAsync(document);
        mail = await post.LastAsync(id);
        mail.Subject!.ShouldStartWith("Đã có kết quả hồ sơ");
        mail.TextBody!.ShouldContain("Lý do: Nội dung thuộc điều cấm của Luật Xuất bản.");
        var form = await Pdf.TextAsync(Post.Attached(mail, "mau-03.pdf"));
        form.ShouldContain("Nội dung thuộc điều cấm của Luật Xuất bản.");
        form.ShouldContain("Lê Thu Hà");
    }

    [Theory, BothEngines]
    public async Task A_telephone_is_enough_to_apply_and_staff_are_told_to_call(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync(new Dictionary<string, string> { ["thu_dien_tu"] = "" });
        using var _ = citizen;
        citizen.Heading.ShouldBe("Bạn đã nộp hồ sơ", citizen.Text);
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await TheLine.ActAsync(desk, id, "tiep-nhan", TheLine.AllPapers);
        (await house.AskAsync((DepartmentDb db) => db.Set<Mail>().AnyAsync(m => m.MatterId == id))).ShouldBeFalse();
        desk.Text.ShouldContain("Người nộp không khai thư điện tử. Khi có tin, gọi điện thoại cho người nộp.");
    }

    [Theory, BothEngines]
    public async Task An_act_that_is_undone_writes_no_e_mail(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await desk.GetAsync($"/mot-cua/{id}/viec/tiep-nhan");
        await desk.PostAsync($"/mot-cua/{id}/viec/tiep-nhan", new() { ["check-don-de-nghi"] = "1" });
        desk.Status.ShouldBe(HttpStatusCode.BadRequest);
        (await house.AskAsync((DepartmentDb db) => db.Set<Mail>().Where(m => m.MatterId == id).Select(m => m.Subject).ToListAsync())).ShouldHaveSingleItem().ShouldStartWith("Đã nhận hồ sơ nộp");
    }

    [Theory, BothEngines]
    public async Task Staff_see_what_went_out_and_send_again_what_did_not(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var post = new Post(house);
        post.Close();
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        citizen.Dispose();
        await post.GiveUpAsync();

        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await desk.GetAsync($"/mot-cua/{id}");
        desk.Text.ShouldContain($"Đã nhận hồ sơ nộp, mã tra cứu {code}");
        desk.Text.ShouldContain("Đến k•••@ninhhai.example");
        desk.Text.ShouldContain("Đã thử 8 lần");
        desk.Page.QuerySelector("#thu-bao")!.TextContent.ShouldNotContain("khuyennong@");
        var mailId = await house.AskAsync((DepartmentDb db) => db.Set<Mail>().Where(m => m.MatterId == id).Select(m => m.Id).FirstAsync());

        using var leader = await house.SignInAsync("truongphong");
        await leader.GetAsync($"/mot-cua/{id}");
        leader.Text.ShouldContain("Không gửi được");
        leader.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent == "Gửi lại");
        (await leader.PostAsync($"/mot-cua/{id}?handler=SendAgain&mail={mailId}", [])).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var stranger = await house.SignInAsync("phongcntt");
        await stranger.GetAsync("/viec");
        (await stranger.PostAsync($"/mot-cua/{id}?handler=SendAgain&mail={mailId}", [])).Status.ShouldBe(HttpStatusCode.NotFound);

        post.Open();
        await desk.SubmitAsync(button: "Gửi lại");
        (await post.LastAsync(id)).Subject!.ShouldContain(code);
        await desk.GetAsync($"/mot-cua/{id}");
        desk.Text.ShouldNotContain("Không gửi được");
        desk.Text.ShouldContain("Gửi lại thư “Đã nhận hồ sơ nộp");
        (await desk.PostAsync($"/mot-cua/{id}?handler=SendAgain&mail={mailId}", [])).Status.ShouldBe(HttpStatusCode.Conflict);
    }
}
