using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Review;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Withdraw;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Rules;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Mandate;

/// <summary>A planned decision taken back on screen: the arrangement goes, the reading and the trail stay, and it or another is planned anew.</summary>
public sealed class WithdrawTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Page = "/quan-tri/sap-xep/rut", Overview = "/quan-tri/sap-xep", Readings = "/quan-tri/quyet-dinh";

    private static readonly string Text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Mandate", "qd-99-2026.txt"));

    [Theory, BothEngines]
    public async Task A_planned_decision_is_taken_back_corrected_and_planned_again_then_another_in_its_place(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        (await admin.GetAsync(Page)).Text.ShouldContain("Không còn quyết định kế tiếp nào để rút lại");
        var reading = await TakeInAsync(admin, Text);
        var codes = admin.Page.QuerySelectorAll("[name^='Codes']").Select(c => c.GetAttribute("name")!).ToList();
        await admin.SubmitAsync(new() { ["AllWarnings"] = "true", [codes[1]] = "CDS7" });
        admin.Path.ShouldBe(Overview, admin.Errors);
        var first = await PlannedAsync(house);
        await ArrangeAsync(house, admin, "VP");

        await admin.GetAsync(Overview);
        await admin.GetAsync(admin.Page.QuerySelectorAll("main .actions a").Single(a => a.TextContent.StartsWith("Rút lại", StringComparison.Ordinal)).GetAttribute("href")!);
        admin.Text.ShouldContain("Cách sắp xếp 1 đơn vị, 1 chức vụ. Nạp lại thì phải sắp xếp lại từ đầu");
        admin.Text.ShouldContain("nhiệm vụ được xếp sẵn khi nạp");
        admin.Page.QuerySelector($"main a[href='{reading}']")!.TextContent.ShouldContain("qd.txt");
        await admin.SubmitAsync(new() { ["Reason"] = " " });
        admin.Status.ShouldBe(HttpStatusCode.BadRequest);
        admin.Errors.ShouldContain("Ghi lý do rút lại");
        await admin.SubmitAsync(new() { ["Reason"] = "Quyết định phải ký lại" });
        admin.Path.ShouldBe(Overview, admin.Errors);
        admin.Text.ShouldContain("Chưa có quyết định kế tiếp nào");
        admin.Text.ShouldContain("Rút lại Quyết định 99/QĐ-STTTT trước khi thi hành, Quyết định 55/QĐ-STTTT tiếp tục thi hành; bỏ cách sắp xếp 1 đơn vị, 1 chức vụ: Quyết định phải ký lại");
        admin.Text.ShouldContain("Văn phòng: Văn phòng và Thanh tra", customMessage: "the trail still tells who arranged what");
        await NothingPlannedAsync(house);

        // The reading is open again, with the codes that were confirmed; corrected it is planned again.
        await admin.GetAsync(reading);
        admin.Text.ShouldContain("Đã rút lại, chưa nạp lại");
        admin.Text.ShouldContain("Quyết định phải ký lại");
        var node = admin.Page.QuerySelectorAll(".nodes li").First(l => l.QuerySelector(".node-tags")!.TextContent.Contains("1.3.1.b", StringComparison.Ordinal)).Id!["muc-".Length..];
        await admin.GetAsync($"{reading}?sua={node}&viec=reword");
        await admin.SubmitAsync(new() { ["Input.Text"] = "Tổ chức phong trào thi đua của Sở." }, "Lưu");
        await PlanAsync(admin, reading, expected: "CDS7");
        (await PlannedAsync(house)).ShouldNotBe(first);
        (await house.AskAsync((DepartmentDb db) => db.Set<Provision>().SingleAsync(p => p.Citation == "1.3.1.b"))).Text.ShouldBe("Tổ chức phong trào thi đua của Sở.");

        // Unchanged it can be planned as often as one likes: its book is published once.
        for (var i = 0; i < 2; i++)
        {
            await WithdrawAsync(admin);
            await PlanAsync(admin, reading, expected: "CDS7");
        }

        (await house.AskAsync((DepartmentDb db) => db.Set<RuleVersion>().CountAsync(v => v.Code == "qd-99-2026"))).ShouldBe(2);
        await WithdrawAsync(admin);
        var other = await TakeInAsync(admin, Text.Replace("99/QĐ-STTTT", "98/QĐ-STTTT", StringComparison.Ordinal));
        await PlanAsync(admin, other, expected: "CDS7");
        (await admin.GetAsync(Overview)).Text.ShouldContain("Quyết định 98/QĐ-STTTT ngày 05/11/2026");
        (await admin.GetAsync("/co-cau")).Text.ShouldContain("4 đơn vị, 117 nhiệm vụ");
        (await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.Subject == "mandate" && e.SubjectId == first).OrderBy(e => e.Position).Select(e => e.Act).ToListAsync()))
            .ShouldBe(["nap-quyet-dinh-ke-tiep", "sap-xep-don-vi", WithdrawDesk.Act]);
        (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();
    }

    [Theory, BothEngines]
    public async Task Whoever_saw_less_than_there_is_is_told_and_once_the_run_has_begun_it_is_too_late(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var one = await house.SignInAsync("quantri");
        using var two = await house.SignInAsync("quantri");
        await PlanAsync(one, await TakeInAsync(one, Text));
        await two.GetAsync(Page);
        await ArrangeAsync(house, one, "TTRA");
        await two.SubmitAsync(new() { ["Reason"] = "Chưa cần nữa" });
        two.Status.ShouldBe(HttpStatusCode.Conflict);
        two.Text.ShouldContain("Có người vừa sắp xếp thêm");
        two.Text.ShouldContain("Cách sắp xếp 1 đơn vị");
        two.Page.QuerySelector("[name=Reason]")!.TextContent.ShouldContain("Chưa cần nữa");

        await StateAsync(house, SuccessionState.Running);
        await two.SubmitAsync();
        two.Status.ShouldBe(HttpStatusCode.Conflict);
        two.Heading.ShouldBe("Không rút lại được");
        two.Text.ShouldContain("đã bắt đầu chuyển sang Quyết định 99/QĐ-STTTT");
        (await PlannedAsync(house)).ShouldNotBe(Guid.Empty);
        await StateAsync(house, SuccessionState.Planned);

        // Another reading of the same decision doesn't slip in beside it.
        var second = await TakeInAsync(one, Text.Replace("Chánh Văn phòng, Chánh Thanh tra Sở, Phó", "Chánh Văn phòng, Phó", StringComparison.Ordinal));
        await one.SubmitAsync(new() { ["AllWarnings"] = "true" });
        one.Status.ShouldBe(HttpStatusCode.Conflict);
        one.Text.ShouldContain("đã nạp làm quyết định kế tiếp từ một bản đọc khác");

        using var arranging = await house.SignInAsync("quantri");
        await arranging.GetAsync($"{Overview}/don-vi/{await UnitAsync(house, "CNTT")}");
        await one.GetAsync(Page);
        await WithdrawAsync(two);
        await one.SubmitAsync(new() { ["Reason"] = "Cũng muốn rút" });
        one.Status.ShouldBe(HttpStatusCode.NotFound);
        (await arranging.SubmitAsync()).Status.ShouldBe(HttpStatusCode.NotFound);
        await NothingPlannedAsync(house);
        await PlanAsync(one, second);
    }

    /// <summary>Ends on the page that confirms; answers the reading's address.</summary>
    private static async Task<string> TakeInAsync(Visitor admin, string text)
    {
        await admin.GetAsync(Readings);
        await admin.SubmitAsync(file: ("Tep", "qd.txt", Encoding.UTF8.GetBytes(text)));
        var reading = admin.Path;
        await admin.GetAsync(reading + "/thi-hanh");
        return reading;
    }

    private static async Task PlanAsync(Visitor admin, string reading, string? expected = null)
    {
        await admin.GetAsync(reading + "/thi-hanh");
        if (expected is not null) admin.Page.QuerySelectorAll("[name^='Codes']").Select(c => c.GetAttribute("value")).ShouldContain(expected);
        await admin.SubmitAsync(new() { ["AllWarnings"] = "true" });
        admin.Path.ShouldBe(Overview, admin.Errors);
        admin.Text.ShouldContain("Trước ngày chuyển");
    }

    private static async Task WithdrawAsync(Visitor admin)
    {
        await admin.GetAsync(Page);
        await admin.SubmitAsync(new() { ["Reason"] = "Thử lại" });
        admin.Path.ShouldBe(Overview, admin.Errors);
    }

    /// <summary>The unit becomes the first of the new ones, one of its posts ends.</summary>
    private static async Task ArrangeAsync(WebHouse house, Visitor admin, string code)
    {
        await admin.GetAsync($"{Overview}/don-vi/{await UnitAsync(house, code)}");
        var to = await house.AskAsync((DepartmentDb db) => db.Set<PlannedUnit>().OrderBy(u => u.Order).Select(u => u.Id).FirstAsync());
        var post = admin.Page.QuerySelector("main select[name^=Posts]")!.GetAttribute("name")!;
        await admin.SubmitAsync(new() { ["New"] = $"{to}", [post] = "thoi" });
        admin.Path.ShouldBe(Overview, admin.Errors);
    }

    private static Task<Guid> UnitAsync(WebHouse house, string code) => house.AskAsync((DepartmentDb db) => db.Set<Platform.Organisation.Unit>().Where(u => u.Code == code).Select(u => u.Id).SingleAsync());

    private static Task<Guid> PlannedAsync(WebHouse house) => house.AskAsync((DepartmentDb db) => db.Set<MandateDecision>().Where(m => m.Planned).Select(m => m.Id).SingleOrDefaultAsync());

    private static Task StateAsync(WebHouse house, SuccessionState state) => house.AskAsync(async (DepartmentDb db) =>
    {
        (await db.Set<MandateSuccession>().SingleAsync()).State = state;
        return await db.SaveChangesAsync();
    });

    private static async Task NothingPlannedAsync(WebHouse house)
    {
        (await house.AskAsync(async (DepartmentDb db) =>
            await db.Set<MandateSuccession>().CountAsync() + await db.Set<PlannedUnit>().CountAsync() + await db.Set<DutyMapping>().CountAsync() + await db.Set<UnitMapping>().CountAsync() + await db.Set<PostMapping>().CountAsync())).ShouldBe(0);
        (await house.AskAsync((DepartmentDb db) => db.Set<MandateDecision>().Select(m => m.Number).ToListAsync())).ShouldBe(["55/QĐ-STTTT"]);
        (await house.AskAsync((DepartmentDb db) => db.Set<Provision>().CountAsync(p => db.Set<MandateDecision>().All(m => m.Id != p.MandateId)))).ShouldBe(0);
        (await house.AskAsync((DepartmentDb db) => db.Set<StoredReading>().CountAsync(r => r.InForceAt != null || r.MandateCode != null))).ShouldBe(0);
    }
}
