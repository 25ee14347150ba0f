using System.Net;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Mandate.Review;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Setup;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Mandate;

/// <summary>A decision read, corrected beside its source and put in force on screen.</summary>
public sealed class ReviewTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Readings = "/quan-tri/quyet-dinh";

    /// <summary>The department's own decision with the bracket of a point lost, so that the point runs into the one before it.</summary>
    private static byte[] Broken(WebHouse house) => Encoding.UTF8.GetBytes(File.ReadAllText(Path.Combine(house.Services.GetRequiredService<RulesFolder>().Path, "mandates/qd-55-2024/decision.txt")).Replace("b) Tổ chức thực hiện và theo dõi phong trào thi đua", "b Tổ chức thực hiện và theo dõi phong trào thi đua", StringComparison.Ordinal));

    [Theory, BothEngines]
    public async Task An_empty_house_takes_its_decision_in_corrects_it_and_puts_it_in_force(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine, demo: false);
        using var admin = house.Visit();
        await admin.GetAsync("/thiet-lap");
        await admin.SubmitAsync(new()
        {
            ["Code"] = house.Services.GetRequiredService<SetupCode>().Code, ["Units"] = "later", ["FullName"] = "Nguyễn Thị Quản", ["UserName"] = "quan.nguyen", ["Password"] = "một câu dễ nhớ", ["Again"] = "một câu dễ nhớ",
        });
        admin.Path.ShouldBe("/co-cau");
        admin.Text.ShouldContain("Chưa có quyết định nào được đưa vào thi hành");
        admin.Page.QuerySelector($"main a[href='{Readings}']").ShouldNotBeNull("the first step is one click away");

        // What can't be read gets an explanation and changes nothing.
        await admin.GetAsync(Readings);
        await admin.SubmitAsync(file: ("Tep", "quyet-dinh.txt", Encoding.UTF8.GetBytes("Céng hoµ x· héi chñ nghÜa ViÖt Nam §éc lËp - Tù do - H¹nh phóc ¸µ¶·¹¨®¬¦§")));
        admin.Status.ShouldBe(HttpStatusCode.BadRequest);
        admin.Errors.ShouldContain("TCVN3");
        await admin.SubmitAsync(file: ("Tep", "anh.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]));
        admin.Errors.ShouldContain("anh.png");
        (await house.AskAsync((DepartmentDb db) => db.Set<StoredReading>().CountAsync())).ShouldBe(0);

        await admin.SubmitAsync(file: ("Tep", "qd-55.txt", Broken(house)));
        var page = admin.Path;
        admin.Text.ShouldContain("4 đơn vị, 116 nhiệm vụ");
        var lost = admin.Page.QuerySelectorAll(".source li").Single(l => l.TextContent.Contains("b Tổ chức thực hiện và theo dõi phong trào thi đua", StringComparison.Ordinal));
        var line = lost.Id!["dong-".Length..];
        var point = admin.Page.QuerySelector(lost.QuerySelector("a")!.GetAttribute("href")!)!;
        admin.Page.QuerySelector(point.QuerySelector("a[href^='#dong-']")!.GetAttribute("href")!)!.TextContent.ShouldContain("a) Tổ chức công tác thông tin", customMessage: "a provision leads back to its line");
        var node = point.Id!["muc-".Length..];

        // Cut where the line begins; the label is given as the file lost it.
        await admin.GetAsync($"{page}?sua={node}&viec=split");
        await admin.SubmitAsync(new() { ["Input.Line"] = "2" }, "Tách");
        admin.Status.ShouldBe(HttpStatusCode.BadRequest);
        admin.Errors.ShouldContain("Dòng 2 không nằm giữa");
        await admin.SubmitAsync(new() { ["Input.Line"] = line, ["Input.Style"] = "Point", ["Input.Label"] = "b" }, "Tách");
        admin.Text.ShouldContain("4 đơn vị, 117 nhiệm vụ");
        admin.Page.QuerySelectorAll(".is-corrected").Length.ShouldBe(2);
        var fresh = admin.Page.QuerySelectorAll(".nodes li").Single(l => l.QuerySelector(".node-tags")!.TextContent.Contains("1.3.b", StringComparison.Ordinal));
        await admin.GetAsync($"{page}?sua={fresh.Id!["muc-".Length..]}&viec=reword");
        await admin.SubmitAsync(new() { ["Input.Text"] = admin.Page.QuerySelector("[name='Input.Text']")!.TextContent.Trim() + " Theo dõi hằng quý." }, "Lưu");
        admin.Text.ShouldContain("b) Tổ chức thực hiện và theo dõi phong trào");
        admin.Text.ShouldContain("Theo dõi hằng quý.");

        // Taken back it stays in the list, struck out; what rests on it must go first.
        var split = admin.Page.QuerySelectorAll("#lan-sua li").Single(l => l.TextContent.Contains("Tách mục", StringComparison.Ordinal));
        await admin.PostAsync($"{page}?handler=Undo", new() { ["Seen"] = "2", ["CorrectionId"] = split.QuerySelector("[name=CorrectionId]")!.GetAttribute("value")! });
        admin.Status.ShouldBe(HttpStatusCode.Conflict);
        admin.Text.ShouldContain("một lần sửa sau đó dựa vào nó");
        await admin.GetAsync($"{page}?sua={node}&viec=duty");
        await admin.SubmitAsync(button: "Bỏ đánh dấu nhiệm vụ");
        admin.Text.ShouldContain("116 nhiệm vụ");
        var mark = admin.Page.QuerySelectorAll("#lan-sua li").Single(l => l.TextContent.Contains("không phải là nhiệm vụ", StringComparison.Ordinal));
        await admin.PostAsync($"{page}?handler=Undo", new() { ["Seen"] = "3", ["CorrectionId"] = mark.QuerySelector("[name=CorrectionId]")!.GetAttribute("value")! });
        await admin.GetAsync(page);
        admin.Text.ShouldContain("117 nhiệm vụ");
        admin.Page.QuerySelectorAll("#lan-sua s").Length.ShouldBe(1);

        // The named administrator confirms; the codes are proposed from the rule books.
        await admin.GetAsync(page + "/thi-hanh");
        admin.Text.ShouldContain("Nguyễn Thị Quản xác nhận");
        admin.Text.ShouldContain("Tách mục");
        admin.Page.QuerySelectorAll("[name^='Codes']").Select(c => c.GetAttribute("value")).ShouldBe(["VP", "TTRA", "CNTT", "TTBC"]);
        await admin.SubmitAsync();
        admin.Status.ShouldBe(HttpStatusCode.BadRequest);
        admin.Errors.ShouldContain("Đánh dấu đã xem", customMessage: "what is odd is looked at, not passed over");
        await admin.SubmitAsync(new() { ["Warnings"] = admin.Page.QuerySelector("[name=Warnings]")!.GetAttribute("value")! });
        admin.Path.ShouldBe("/co-cau", admin.Errors);
        admin.Text.ShouldContain("4 đơn vị, 117 nhiệm vụ");
        await admin.GetAsync("/nhiem-vu/1.3.b");
        admin.Text.ShouldContain("Tổ chức thực hiện và theo dõi phong trào thi đua");
        (await house.AskAsync((DepartmentDb db) => db.Set<Unit>().CountAsync())).ShouldBe(5, "the department itself was there from the set-up");
        await admin.GetAsync("/api/v1/mandates/current/duties");
        using (var json = JsonDocument.Parse(admin.Bytes)) json.RootElement.GetProperty("count").GetInt32().ShouldBe(117);
        await admin.GetAsync("/tim?q=" + Uri.EscapeDataString("phong trào thi đua"));
        admin.Page.QuerySelector("main a[href='/nhiem-vu/1.3.b']").ShouldNotBeNull("found as soon as it is in force");

        // The book goes out with its corrections; nothing is corrected or put in force twice.
        await admin.GetAsync(page + "?handler=Book");
        var book = Encoding.UTF8.GetString(admin.Bytes);
        book.ShouldContain("code: qd-55-2024");
        book.ShouldContain("\"do\":\"split\"");
        await admin.GetAsync(page + "?handler=File");
        admin.Bytes.ShouldBe(Broken(house));
        await admin.GetAsync(page);
        admin.Text.ShouldContain("Đã đưa vào thi hành");
        admin.Text.ShouldContain("Nguyễn Thị Quản xác nhận lúc");
        await admin.GetAsync(Readings);
        await admin.PostAsync(page + "/thi-hanh", new() { ["Seen"] = "9" });
        admin.Status.ShouldBe(HttpStatusCode.Conflict);
        admin.Text.ShouldContain("đã xác nhận bản đọc này rồi");
        var id = Guid.Parse(page.Split('/')[^1].Split('?', '#')[0]);
        (await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.Subject == ReviewDesk.Subject && e.SubjectId == id).OrderBy(e => e.Position).Select(e => e.Act).ToListAsync()))
            .ShouldBe(["nap-quyet-dinh", "sua-ban-doc", "sua-ban-doc", "sua-ban-doc", "hoan-tac-sua-ban-doc", "dua-quyet-dinh-vao-thi-hanh"]);
    }

    [Theory, BothEngines]
    public async Task While_one_is_in_force_the_next_is_planned_and_nothing_moves(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync(Readings);
        await admin.SubmitAsync(file: ("Tep", "qd-99.txt", await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Mandate", "qd-99-2026.txt"))));
        var page = admin.Path;
        await admin.GetAsync(page + "/thi-hanh");
        admin.Text.ShouldContain("Quyết định này sẽ là quyết định kế tiếp");
        await admin.SubmitAsync(new() { ["AllWarnings"] = "true" });
        admin.Path.ShouldBe("/quan-tri/sap-xep", admin.Errors);
        foreach (var place in new[] { page, page + "/thi-hanh", Readings })
        {
            await admin.GetAsync(place);
            admin.Text.ShouldContain("Đã nạp làm quyết định kế tiếp", customMessage: place);
            admin.Text.ShouldNotContain("Đã đưa vào thi hành", customMessage: place);
        }

        await admin.GetAsync(page + "/thi-hanh");
        admin.Heading.ShouldBe("Nạp 99/QĐ-STTTT làm quyết định kế tiếp");
        admin.Page.QuerySelector("main a[href*='viec=']").ShouldBeNull("confirmed: nothing is corrected any more");
        (await admin.GetAsync("/co-cau")).Text.ShouldContain("55/QĐ-STTTT");
        admin.Text.ShouldContain("4 đơn vị, 117 nhiệm vụ");
    }

    [Theory, BothEngines]
    public async Task Of_two_who_correct_at_once_the_second_is_told_and_sees_both(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var one = await house.SignInAsync("quantri");
        await one.GetAsync(Readings);
        await one.SubmitAsync(file: ("Tep", "qd-55.txt", Broken(house)));
        var page = one.Path;
        using var two = await house.SignInAsync("quantri");
        var node = one.Page.QuerySelectorAll(".nodes li").First(l => l.QuerySelector(".node-tags")!.TextContent.Contains("1.3.a", StringComparison.Ordinal)).Id!["muc-".Length..];
        await one.GetAsync($"{page}?sua={node}&viec=reword");
        await two.GetAsync($"{page}?sua={node}&viec=reword");
        await one.SubmitAsync(new() { ["Input.Text"] = "Lời của người thứ nhất." }, "Lưu");
        await two.SubmitAsync(new() { ["Input.Text"] = "Lời của người thứ hai." }, "Lưu");
        two.Status.ShouldBe(HttpStatusCode.Conflict);
        two.Text.ShouldContain("Có người vừa sửa bản đọc này");
        two.Text.ShouldContain("Sửa chữ của mục");
        two.Page.QuerySelector($"#muc-{node} .node-words")!.TextContent.ShouldContain("Lời của người thứ nhất.");
        two.Page.QuerySelector("[name='Input.Text']")!.TextContent.ShouldContain("Lời của người thứ hai.");
        await two.SubmitAsync(button: "Lưu");
        two.Page.QuerySelector($"#muc-{node} .node-words")!.TextContent.ShouldContain("Lời của người thứ hai.");

        // The demo office has its decision: a second one is kept, not put in force over it.
        await two.GetAsync(page + "/thi-hanh");
        await two.SubmitAsync(new() { ["AllWarnings"] = "true" });
        two.Status.ShouldBe(HttpStatusCode.Conflict);
        two.Text.ShouldContain("55/QĐ-STTTT đang thi hành");

        // The same file again leads to the reading that is being corrected.
        await two.GetAsync(Readings);
        await two.SubmitAsync(file: ("Tep", "ten-khac.txt", Broken(house)));
        two.Path.ShouldBe(page);
    }
}
