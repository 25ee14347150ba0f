using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Setup;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.People;

public sealed class PeopleTests(WebBed bed) : IClassFixture<WebBed>
{
    private static readonly DateOnly Today = Vietnam.Day(WebHouse.Start);

    [Theory, BothEngines]
    public async Task A_one_time_password_opens_nothing_until_it_is_changed(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        var password = await AddAsync(house, admin, "Phạm Thị Lan Anh", "lananh");
        using var person = house.Visit();
        await person.GetAsync("/dang-nhap");
        await person.SubmitAsync(new() { ["UserName"] = "lananh", ["Password"] = password });
        person.Path.ShouldStartWith("/doi-mat-khau");
        (await person.GetAsync("/mot-cua")).Path.ShouldStartWith("/doi-mat-khau");
        await person.SubmitAsync(new() { ["Current"] = password, ["Password"] = "một câu dễ nhớ", ["Again"] = "một câu dễ nhớ" });
        person.Path.ShouldBe("/viec");
        (await person.GetAsync("/mot-cua")).Status.ShouldBe(HttpStatusCode.OK);

        var account = await house.AskAsync((DepartmentDb db) => db.Set<Account>().FirstAsync(a => a.UserName == "lananh"));
        var acts = await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.SubjectId == account.Id).OrderBy(e => e.Position).Select(e => e.Act).ToListAsync());
        acts.ShouldBe(["them-nguoi", "doi-mat-khau"]);
    }

    [Theory, BothEngines]
    public async Task A_faulty_form_says_all_its_faults_and_keeps_what_was_typed(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync("/quan-tri/nguoi/them");
        await admin.SubmitAsync(new() { ["FullName"] = "Trần Văn Dở Dang", ["Post.From"] = "31/02/2026" });
        admin.Status.ShouldBe(HttpStatusCode.BadRequest);
        admin.Errors.ShouldContain("Nhập tên đăng nhập");
        admin.Errors.ShouldContain("Chọn đơn vị");
        admin.Page.QuerySelector("[name=FullName]")!.GetAttribute("value").ShouldBe("Trần Văn Dở Dang");
        admin.Page.QuerySelector("[name='Post.From']")!.GetAttribute("value").ShouldBe("31/02/2026");
    }

    [Theory, BothEngines]
    public async Task A_post_that_ended_gives_nothing_the_day_after(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        await AddAsync(house, admin, "Đinh Công Hết Hạn", "hethan");
        var id = await PersonAsync(house, "Đinh Công Hết Hạn");
        await admin.GetAsync($"/quan-tri/nguoi/{id}");
        await admin.SubmitAsync(new() { ["Last"] = Today.ToString("dd/MM/yyyy"), ["Reason"] = "QĐ 9/QĐ-STTTT" }, "Kết thúc chức vụ");
        admin.Status.ShouldBe(HttpStatusCode.OK);
        admin.Text.ShouldContain("thôi giữ chức vụ Chuyên viên");
        (await house.AskAsync((Readers r) => r.OfPersonAsync(id, Today, CancellationToken.None))).Has(Role.Officer).ShouldBeTrue();
        (await house.AskAsync((Readers r) => r.OfPersonAsync(id, Today.AddDays(1), CancellationToken.None))).Has(Role.Officer).ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task A_delegation_lends_until_it_is_revoked_and_only_what_the_delegator_holds(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        var (head, officer) = (await PersonAsync(house, "Nguyễn Quốc Việt"), await PersonAsync(house, "Hoàng Văn Đức"));
        Dictionary<string, string> typed = new()
        {
            ["Input.FromPersonId"] = head.ToString(), ["Input.ToPersonId"] = officer.ToString(), ["Input.Roles"] = "leader",
            ["Input.From"] = Today.ToString("dd/MM/yyyy"), ["Input.To"] = Today.AddDays(5).ToString("dd/MM/yyyy"), ["Input.Basis"] = "Giấy ủy quyền 3/GUQ",
        };
        await admin.GetAsync("/quan-tri/uy-quyen");
        await admin.SubmitAsync(typed, "Ghi ủy quyền");
        admin.Errors.ShouldContain("không giữ việc này theo chức vụ");
        typed["Input.Roles"] = "unit-head";
        await admin.SubmitAsync(typed, "Ghi ủy quyền");
        admin.Text.ShouldContain("đang có hiệu lực");
        (await house.AskAsync((Readers r) => r.OfPersonAsync(officer, CancellationToken.None))).Has(Role.UnitHead).ShouldBeTrue();
        await admin.SubmitAsync(new() { ["Reason"] = "" }, "Thu hồi");
        admin.Errors.ShouldContain("lý do");
        await admin.SubmitAsync(new() { ["Reason"] = "Trưởng phòng đã về" }, "Thu hồi");
        admin.Text.ShouldContain("đã thu hồi");
        (await house.AskAsync((Readers r) => r.OfPersonAsync(officer, CancellationToken.None))).Has(Role.UnitHead).ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task Only_the_administrator_sees_and_opens_the_pages(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        admin.Text.ShouldContain("Người và chức vụ");
        using var leader = await house.SignInAsync("giamdoc");
        leader.Text.ShouldNotContain("Người và chức vụ");
        foreach (var page in (string[])["/quan-tri/nguoi", "/quan-tri/nguoi/them", "/quan-tri/uy-quyen"])
            (await leader.GetAsync(page)).Status.ShouldBe(HttpStatusCode.Forbidden, page);
        (await leader.GetAsync("/quan-tri/quy-tac")).Status.ShouldBe(HttpStatusCode.OK);
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync("/quan-tri/quy-tac")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task A_doubtful_fact_is_confirmed_by_name_on_a_named_paper(Engine engine)
    {
        // An office without the demo's own confirmations.
        await using var house = await bed.FreshAsync(engine, demo: false);
        using var admin = house.Visit();
        await admin.GetAsync("/thiet-lap");
        await admin.SubmitAsync(new()
        {
            ["Code"] = house.Services.GetRequiredService<SetupCode>().Code, ["FullName"] = "Nguyễn Thị Quản", ["UserName"] = "quan", ["Password"] = "một câu dễ nhớ", ["Again"] = "một câu dễ nhớ",
        });
        await admin.GetAsync("/quan-tri/quy-tac/procedure/" + TheLine.Procedure);
        var facts = admin.Page.QuerySelectorAll("[name=Fact]").Select(f => f.GetAttribute("value")!).ToList();
        facts.ShouldContain("validity");
        await admin.SubmitAsync(new() { ["Fact"] = "validity", ["Source"] = "" }, "Xác nhận");
        admin.Errors.ShouldContain("Ghi văn bản");
        await admin.SubmitAsync(new() { ["Fact"] = "validity", ["Source"] = "Công văn 12/STTTT-TTBC" }, "Xác nhận");
        admin.Page.QuerySelectorAll("[name=Fact]").Select(f => f.GetAttribute("value")).ShouldNotContain("validity");
        admin.Text.ShouldContain("Công văn 12/STTTT-TTBC");
    }

    private static async Task<string> AddAsync(WebHouse house, Visitor admin, string name, string userName)
    {
        var unit = await house.AskAsync((DepartmentDb db) => db.Set<Unit>().Where(u => u.Code == "TTBC").Select(u => u.Id).FirstAsync());
        await admin.GetAsync("/quan-tri/nguoi/them");
        await admin.SubmitAsync(new()
        {
            ["FullName"] = name, ["UserName"] = userName, ["Post.UnitId"] = unit.ToString(), ["Post.Title"] = "Chuyên viên", ["Post.Roles"] = "officer",
            ["Post.From"] = "01/10/2026", ["Post.Basis"] = "QĐ 7/QĐ-STTTT ngày 30/9/2026",
        });
        admin.Heading.ShouldBe("Đã thêm " + name);
        return Visitor.Clean(admin.Page.QuerySelector("code.one-time")!.TextContent);
    }

    private static Task<Guid> PersonAsync(WebHouse house, string name) =>
        house.AskAsync((DepartmentDb db) => db.Set<Person>().Where(p => p.FullName == name).Select(p => p.Id).FirstAsync());
}
