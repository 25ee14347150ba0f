using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Search;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Search;

public sealed class SearchPageTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task A_question_is_answered_with_the_duty_and_its_unit_first_then_the_procedure(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        foreach (var question in (string[])[
            "ai cấp giấy phép xuất bản tài liệu không kinh doanh?", "ai cap giay phep xuat ban tai lieu khong kinh doanh", "GP xuất bản tài liệu không kinh doanh", "sách phát không",
            "in tài liệu tập huấn để phát, không bán"])
        {
            await citizen.GetAsync("/tim?q=" + Uri.EscapeDataString(question));
            var sections = citizen.Page.QuerySelectorAll("main section").ToList();
            Visitor.Clean(sections[0].QuerySelector("h2")!.TextContent).ShouldBe("Nhiệm vụ", question);
            var first = sections[0].QuerySelector("li")!;
            first.QuerySelector("a")!.GetAttribute("href").ShouldBe("/nhiem-vu/4.3.2.a", question);
            first.TextContent.ShouldContain("Phòng Thông tin - Báo chí - Xuất bản");
            first.QuerySelectorAll("mark").ShouldNotBeEmpty();
            sections.SelectMany(s => s.QuerySelectorAll("a")).ShouldContain(a => a.GetAttribute("href") == "/thu-tuc/" + TheLine.Procedure, question);
        }
    }

    [Theory, BothEngines]
    public async Task A_dossier_is_found_at_once_by_who_may_see_it_and_by_nobody_else(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var desk = await house.SignInAsync("motcua");
        foreach (var typed in (string[])[code, "uom giong rong nho", "khuyến nông ninh hải"])
        {
            await desk.GetAsync("/tim?q=" + Uri.EscapeDataString(typed));
            desk.Page.QuerySelectorAll("main section a").ShouldContain(a => a.GetAttribute("href")!.StartsWith("/mot-cua/", StringComparison.Ordinal), typed);
            using var stranger = house.Visit();
            await stranger.GetAsync("/tim?q=" + Uri.EscapeDataString(typed));
            stranger.Page.QuerySelectorAll("main a").ShouldNotContain(a => a.GetAttribute("href")!.StartsWith("/mot-cua/", StringComparison.Ordinal), typed);
            using var otherUnit = await house.SignInAsync("phongcntt");
            await otherUnit.GetAsync("/tim?q=" + Uri.EscapeDataString(typed));
            otherUnit.Page.QuerySelectorAll("main a").ShouldNotContain(a => a.GetAttribute("href")!.StartsWith("/mot-cua/", StringComparison.Ordinal), typed);
        }

        // The telephone number is not a way to find people.
        await desk.GetAsync("/tim?q=0905123482");
        desk.Text.ShouldContain("Không tìm thấy gì");
        citizen.Dispose();
    }

    [Theory, BothEngines]
    public async Task A_document_and_its_licence_are_found_by_number_holder_and_title_as_each_reader_may_see_them(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        using var _ = citizen;
        var page = await line.ToApprovedAsync(await line.ToOfficerAsync(code));
        using var officer = await house.SignInAsync("chuyenvien2");
        using var elsewhere = await house.SignInAsync("phongcntt");
        var document = await house.AskAsync((DepartmentDb db) => db.Set<Document>().AsNoTracking().SingleAsync());
        var symbol = document.Symbol;
        (await FoundAsync(officer, symbol)).ShouldContain(page, "a reserved number at once");
        (await FoundAsync(elsewhere, symbol)).ShouldNotContain(page);
        await line.SignAsync(page);
        (await line.SealAsync(page)).Dispose();

        var entry = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync());
        var (own, published) = ($"/so-bo/{entry.Register}/{entry.Id}", $"/danh-sach-cong-khai/{entry.Register}?Q={Uri.EscapeDataString(entry.Number)}");
        foreach (var typed in (string[])[symbol, "khuyen nong ninh hai", "Kỹ thuật ươm giống rong nho"])
        {
            (await FoundAsync(elsewhere, typed)).ShouldContain(own, $"{typed}: the registers are open to all staff");
            (await FoundAsync(elsewhere, typed)).ShouldNotContain(published, typed);
            (await FoundAsync(citizen, typed)).ShouldContain(published, typed);
            (await FoundAsync(citizen, typed)).ShouldAllBe(h => !h.StartsWith("/so-bo", StringComparison.Ordinal) && !h.StartsWith("/van-ban", StringComparison.Ordinal), typed);
        }

        (await citizen.GetAsync(published)).Text.ShouldContain(entry.HolderName);
        (await FoundAsync(officer, document.Title)).ShouldContain(page, "by its subject");
        // A column that isn't public finds nothing for the public.
        var shown = await house.AskAsync((DepartmentDb db) => db.Database.SqlQuery<string>($"SELECT body AS \"Value\" FROM pf_search_item WHERE ref = {$"{entry.Id:N}.public"}").ToListAsync());
        shown.Single().ShouldContain("Khuyến nông");
        shown.Single().ShouldNotContain("học viên", customMessage: "its purpose isn't published");
        (await house.AskAsync((SearchRebuild r) => r.RunAsync(all: false, CancellationToken.None))).ShouldBe(0, "what an act wrote is what the rebuild writes");

        await house.AskAsync(async (DepartmentDb db) =>
        {
            (await db.Set<Matter>().SingleAsync(m => m.Id == entry.MatterId)).Confidentiality = Confidentiality.Restricted;
            db.RemoveRange((await db.Set<MatterScope>().Where(s => s.MatterId == entry.MatterId).ToListAsync()).Where(k => !k.Key.StartsWith("p:", StringComparison.Ordinal)));
            return await db.SaveChangesAsync();
        });
        await house.AskAsync((SearchRebuild r) => r.RunAsync(all: true, CancellationToken.None));
        (await FoundAsync(elsewhere, symbol)).ShouldNotContain(own);
        (await FoundAsync(citizen, symbol)).ShouldNotContain(published);
        using var responsible = await house.SignInAsync("chuyenvien");
        (await FoundAsync(responsible, symbol)).ShouldContain(own);
    }

    [Theory, BothEngines]
    public async Task What_a_rule_hides_from_a_day_on_is_no_longer_found_that_day(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var document = await line.ToApprovedAsync(await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode));
        await line.SignAsync(document);
        (await line.SealAsync(document)).Dispose();
        using var citizen = house.Visit();
        const string Public = "/danh-sach-cong-khai/giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh?Q=01%2FGP-STTTT";
        (await FoundAsync(citizen, "ươm")).ShouldContain(Public);

        var copy = Directory.CreateTempSubdirectory("nhiemso-rules-").FullName;
        await house.AskAsync((RuleImport import) => import.ExportAsync(copy, CancellationToken.None));
        var book = Directory.EnumerateFiles(Path.Combine(copy, "registers"), "giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh.yaml", SearchOption.AllDirectories).Single();
        var from = DateOnly.FromDateTime(WebHouse.Start).AddDays(3);
        var text = await File.ReadAllTextAsync(book);
        const string Dates = "effective: {from: 2024-03-28, to: null}";
        await File.WriteAllTextAsync(book, text.Replace(Dates, $"effective: {{from: 2024-03-28, to: {from.AddDays(-1):yyyy-MM-dd}}}", StringComparison.Ordinal));
        var hidden = text.Replace("label: Tên tài liệu, required: true, public: true,", "label: Tên tài liệu, required: true,", StringComparison.Ordinal);
        await File.WriteAllTextAsync(book.Replace(".yaml", "-2.yaml", StringComparison.Ordinal), hidden.Replace(Dates, $"effective: {{from: {from:yyyy-MM-dd}, to: null}}", StringComparison.Ordinal));
        var imported = await house.AskAsync((RuleImport import) => import.ImportAsync(copy, Actor.System, CancellationToken.None));
        imported.Ok.ShouldBeTrue(string.Join('\n', imported.Problem?.Fields ?? []));
        (await FoundAsync(citizen, "ươm")).ShouldContain(Public, "it isn't in force yet");

        house.Time.SetUtcNow(new DateTimeOffset(WebHouse.Start.AddDays(4)));
        await house.AskAsync((SearchRebuild r) => r.CatchUpAsync(CancellationToken.None));
        (await FoundAsync(citizen, "ươm")).ShouldNotContain(Public);
        (await house.AskAsync((SearchRebuild r) => r.CatchUpAsync(CancellationToken.None))).ShouldBe(0);
        Directory.Delete(copy, recursive: true);
    }

    [Theory, BothEngines]
    public async Task Imported_rules_are_found_at_once(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var citizen = house.Visit();
        (await FoundAsync(citizen, "leporello")).ShouldNotContain("/thu-tuc/" + TheLine.Procedure);
        var copy = Directory.CreateTempSubdirectory("nhiemso-rules-").FullName;
        await house.AskAsync((RuleImport import) => import.ExportAsync(copy, CancellationToken.None));
        var book = Directory.EnumerateFiles(Path.Combine(copy, "procedures"), "*.yaml", SearchOption.AllDirectories).Single(f => File.ReadAllText(f).Contains($"code: {TheLine.Procedure}\n", StringComparison.Ordinal));
        var text = await File.ReadAllTextAsync(book);
        await File.WriteAllTextAsync(book, text.Replace("everyday:", "everyday:\n  - in tờ gấp leporello", StringComparison.Ordinal));
        (await house.AskAsync((RuleImport import) => import.ImportAsync(copy, Actor.System, CancellationToken.None))).Ok.ShouldBeTrue();
        (await FoundAsync(citizen, "leporello")).ShouldContain("/thu-tuc/" + TheLine.Procedure);
        Directory.Delete(copy, recursive: true);
    }

    private static async Task<List<string>> FoundAsync(Visitor reader, string typed)
    {
        await reader.GetAsync("/tim?q=" + Uri.EscapeDataString(typed));
        return [.. reader.Page.QuerySelectorAll("main section a").Select(a => a.GetAttribute("href")!)];
    }

    [Theory, BothEngines]
    public async Task An_index_that_was_lost_is_written_anew_and_one_that_is_right_is_left_alone(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        (await house.AskAsync((SearchRebuild r) => r.RunAsync(all: false, CancellationToken.None))).ShouldBe(0);
        (await house.AskAsync((SearchRebuild r) => r.RunAsync(all: true, CancellationToken.None))).ShouldBeGreaterThanOrEqualTo(122);
        (await house.AskAsync((SearchRebuild r) => r.RunAsync(all: false, CancellationToken.None))).ShouldBe(0);
    }

    [Theory, BothEngines]
    public async Task Nothing_found_says_what_to_do_next_and_shows_what_was_typed_as_text(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/tim?q=" + Uri.EscapeDataString("<script>qqqqqq</script>"));
        visitor.Page.QuerySelector(".empty")!.TextContent.ShouldContain("<script>qqqqqq</script>");
        visitor.Page.QuerySelectorAll(".empty a[href='/co-cau']").ShouldNotBeEmpty();
        await visitor.GetAsync("/tim");
        visitor.Text.ShouldContain("Gõ điều bạn cần tìm");
    }
}
