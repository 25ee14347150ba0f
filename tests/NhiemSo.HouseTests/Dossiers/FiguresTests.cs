using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MiniExcelLibs;
using NhiemSo.Dossiers.DailyClosing;
using NhiemSo.Dossiers.Figures;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Figures of the one-stop work against a quarter counted by hand, the form of the quarter, and the desk's day.</summary>
public sealed class FiguresTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Quarter = "ky=2026-q4";

    [Theory, BothEngines]
    public async Task Figures_are_counted_as_by_hand_lead_to_their_dossiers_and_are_closed(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        await new FigureOffice(house).FillAsync();
        using var leader = await house.SignInAsync("giamdoc");
        await leader.GetAsync("/bao-cao/mot-cua?" + Quarter);
        Expect(leader, new()
        {
            ["trong-ky"] = 12, ["truc-tuyen"] = 6, ["truc-tiep"] = 5, ["buu-chinh"] = 1, ["tu-ky-truoc"] = 3,
            ["da-giai-quyet"] = 9, ["truoc-han"] = 2, ["dung-han"] = 4, ["qua-han"] = 3, ["qua-han-da-hen-lai"] = 1, ["tu-choi"] = 1,
            ["dang-giai-quyet"] = 4, ["trong-han"] = 3, ["cho-bo-sung"] = 1, ["dang-qua-han"] = 1, ["dang-qua-han-da-hen-lai"] = 0, ["rut"] = 1, ["dung"] = 1, ["khong-tiep-nhan"] = 1,
        });
        await EveryFigureLeadsToItsDossiersAsync(leader, 31);

        // Each unit sees and counts its own only; the two make up the whole.
        using var books = await house.SignInAsync("truongphong");
        await books.GetAsync("/bao-cao/mot-cua?" + Quarter);
        Expect(books, new() { ["trong-ky"] = 6, ["tu-ky-truoc"] = 2, ["da-giai-quyet"] = 4, ["qua-han"] = 1, ["dang-giai-quyet"] = 3, ["dang-qua-han"] = 0, ["rut"] = 0, ["dung"] = 1 });
        await EveryFigureLeadsToItsDossiersAsync(books, 25);
        using var post = await house.SignInAsync("phongcntt");
        await post.GetAsync("/bao-cao/mot-cua?" + Quarter);
        Expect(post, new() { ["trong-ky"] = 6, ["tu-ky-truoc"] = 1, ["da-giai-quyet"] = 5, ["qua-han"] = 2, ["dang-giai-quyet"] = 1, ["dang-qua-han"] = 1, ["rut"] = 1, ["dung"] = 0 });
        (await post.GetAsync("/bao-cao/mot-cua/ii-06a?" + Quarter)).Status.ShouldBe(HttpStatusCode.Forbidden);

        await leader.GetAsync("/bao-cao/mot-cua?ky=khoang&tu=05/11/2026&den=07/11/2026&thuTuc=" + FigureOffice.Books);
        // Of those days: taken in on the 5th and stopped on the 7th; the one without limit, from before, done on the 6th; four open or waiting from before.
        Expect(leader, new() { ["trong-ky"] = 1, ["tu-ky-truoc"] = 4, ["da-giai-quyet"] = 1, ["dung"] = 1, ["dang-giai-quyet"] = 3 });
        await leader.GetAsync("/bao-cao/mot-cua?ky=khoang&tu=07/11/2026&den=05/11/2026");
        leader.Status.ShouldBe(HttpStatusCode.BadRequest);
        leader.Errors.ShouldContain("Ngày đầu phải trước hoặc bằng ngày cuối");
        (await leader.GetAsync("/bao-cao/mot-cua/ho-so?so=khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);

        // Early 2, on time 4, late 3: (4 + 4) / 9 = 0,9. Nobody was asked for more: 2,0. All is taken in and returned at the desk: 1,0. Without complaint
        // (2 · 2 + 4 · 1) / 6 = 1,3, the late ones aren't counted. Nobody wrote to us: 2,0. Online 6 of 12, one of them late: 0.
        await leader.GetAsync("/bao-cao/mot-cua/danh-gia?" + Quarter);
        leader.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody tr td:nth-child(4)").Select(c => Visitor.Clean(c.TextContent))
            .ShouldBe(["0,9", "chưa có dữ liệu", "2,0", "chưa có dữ liệu", "1,0", "chưa có dữ liệu", "1,3", "2,0", "0,0"]);
        leader.Text.ShouldContain("chưa đủ dữ liệu để xếp loại");
        leader.Text.ShouldContain("Hồ sơ giải quyết trước hạn và đúng hạn: 66,7 % (6 trong 9)");
        leader.Text.ShouldContain("Hồ sơ nộp trực tuyến trong số tiếp nhận trong kỳ: 50,0 % (6 trong 12)");

        await FormAsync(house, leader);
    }

    /// <summary>The quarter's form: screen, sheet and paper alike; closed, it stays while a dossier goes its whole way.</summary>
    private static async Task FormAsync(WebHouse house, Visitor leader)
    {
        await leader.GetAsync("/bao-cao/mot-cua/ii-06a?" + Quarter);
        int[] books = [8, 2, 4, 2, 4, 1, 2, 1, 3, 3, 0], post = [7, 4, 2, 1, 5, 1, 2, 2, 1, 0, 1], total = [15, 6, 6, 3, 9, 2, 4, 3, 4, 3, 1];
        Row(leader, FigureOffice.BooksField).ShouldBe(books);
        Row(leader, FigureOffice.PostField).ShouldBe(post);
        Row(leader, "Tổng số").ShouldBe(total);
        leader.Text.ShouldContain("Cột 3 khác tổng các cột 7, 11: 2 hồ sơ rút hoặc dừng xử lý trong kỳ");
        var form = leader.Page;
        foreach (var link in form.QuerySelectorAll("td.sum a").Select(a => (Href: a.GetAttribute("href")!, Count: int.Parse(a.TextContent))).Where(l => l.Count > 0).ToList())
        {
            await leader.GetAsync(link.Href);
            leader.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(link.Count, link.Href);
        }

        (await leader.GetAsync("/bao-cao/mot-cua/ii-06a?handler=Xlsx&" + Quarter)).MediaType.ShouldBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        SheetRow(leader.Bytes, FigureOffice.BooksField).ShouldBe(books);
        SheetRow(leader.Bytes, "Tổng số").ShouldBe(total);
        await leader.GetAsync("/bao-cao/mot-cua/ii-06a?handler=Pdf&" + Quarter);
        (await Pdf.SizeAsync(leader.Bytes)).ShouldBe((297, 210));
        var paper = await Pdf.TextAsync(leader.Bytes);
        paper.ShouldContain("TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH");
        paper.ShouldContain("từ ngày 15/09/2026 đến ngày 14/12/2026");
        paper.ShouldContain("Bưu chính 7 4 2 1 5 1 2 2 1 0 1");
        paper.ShouldContain("Tổng số 15 6 6 3 9 2 4 3 4 3 1");
        paper.ShouldContain("Mẫu chưa đối chiếu");

        await leader.GetAsync("/bao-cao/mot-cua/ii-06a?" + Quarter);
        await leader.SubmitAsync(new() { ["Note"] = "Gửi Văn phòng UBND tỉnh" });
        var closed = leader.Path;
        leader.Text.ShouldContain("Lê Hoàng Nam, Giám đốc Sở");
        leader.Text.ShouldNotContain("Hồ sơ đã thay đổi từ khi chốt");

        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        var id = await line.ToOfficerAsync(code);
        var document = await line.ToApprovedAsync(id);
        await line.SignAsync(document);
        (await line.SealAsync(document)).Dispose();
        var course = await CourseAsync(house, id);
        (course.Ending, course.Requests, course.Waiting, Vietnam.Day(course.AcceptedAt!.Value)).ShouldBe((Ending.Granted, 0, false, new DateOnly(2026, 11, 10)));
        course.LateFrom.ShouldBe(Vietnam.Utc(new DateOnly(2026, 11, 26), TimeOnly.MinValue), "the fifteenth day is 25/11");
        course.EndedAt.ShouldBe(course.StoodAt);
        course.TransferBy.ShouldBe(Vietnam.Utc(new DateOnly(2026, 11, 10), new TimeOnly(17, 0)));

        await leader.GetAsync(closed);
        leader.Text.ShouldContain("Hồ sơ đã thay đổi từ khi chốt");
        // Closed numbers with what came since: one more taken in online, done, early.
        Cells(leader, FigureOffice.BooksField).ShouldBe(["8 +1", "2 +1", "4", "2", "4 +1", "1 +1", "2", "1", "3", "3", "0"]);
        await leader.GetAsync(closed + "?handler=Pdf");
        (await Pdf.TextAsync(leader.Bytes)).ShouldContain("Tổng số 15 6 6 3 9 2 4 3 4 3 1");
        await leader.GetAsync(closed + "?handler=Xlsx");
        SheetRow(leader.Bytes, "Tổng số").ShouldBe(total);
        await leader.GetAsync("/bao-cao/mot-cua/ii-06a?" + Quarter);
        Row(leader, FigureOffice.BooksField).ShouldBe([9, 3, 4, 2, 5, 2, 2, 1, 3, 3, 0]);
        leader.Text.ShouldContain("Lê Hoàng Nam chốt lúc");
        (await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().SingleAsync(e => e.Subject == "report"))).Text.ShouldContain("Chốt biểu II.06a/VPCP/KSTT, Quý IV/2026");
        using var clerk = await house.SignInAsync("vanthu");
        await clerk.GetAsync("/bao-cao/mot-cua/ii-06a?" + Quarter);
        clerk.Status.ShouldBe(HttpStatusCode.OK);
        await clerk.GetAsync("/doi-mat-khau");
        await clerk.PostAsync("/bao-cao/mot-cua/ii-06a", new() { ["Ky"] = "2026-q4" });
        clerk.Status.ShouldBe(HttpStatusCode.Forbidden, "the clerk reads the form, and doesn't close it");
    }

    [Theory, BothEngines]
    public async Task A_supplement_counts_the_limit_anew_an_apology_does_not_and_courses_can_be_made_again(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        using var applicant = citizen;
        var id = await line.ToOfficerAsync(code);
        using var officer = await house.SignInAsync("chuyenvien");
        await TheLine.ActAsync(officer, id, "yeu-cau-bo-sung", new() { ["reason"] = "Bản thảo mờ.", ["check-ban-thao"] = "1" });
        officer.Errors.ShouldBeEmpty();
        var waiting = await CourseAsync(house, id);
        (waiting.Waiting, waiting.Requests, waiting.StoodAt).ShouldBe((true, 1, Microseconds.Trim(house.Time.GetUtcNow().UtcDateTime)));

        house.Time.Advance(TimeSpan.FromDays(2)); // Thursday 12/11
        using var desk = await house.SignInAsync("motcua");
        await TheLine.ActAsync(desk, id, "bo-sung", TheLine.AllPapers);
        desk.Errors.ShouldBeEmpty();
        var anew = await CourseAsync(house, id);
        (anew.Waiting, anew.StoodAt, Vietnam.Day(anew.LateFrom!.Value)).ShouldBe((false, null, new DateOnly(2026, 11, 28)), "fifteen days from 12/11 end on 27/11");

        using var head = await house.SignInAsync("truongphong");
        await TheLine.ActAsync(head, id, "xin-loi-hen-lai", new() { ["ngay_hen_lai"] = "30/11/2026", ["reason"] = "Chờ ý kiến." });
        head.Errors.ShouldBeEmpty();
        var promised = await CourseAsync(house, id);
        (promised.LateFrom, Vietnam.Day(promised.PromisedLateFrom!.Value)).ShouldBe((anew.LateFrom, new DateOnly(2026, 12, 1)));

        // The desk refuses one, and an applicant takes one back: neither was decided.
        var second = await SubmittedAsync(house);
        await TheLine.ActAsync(desk, second, "tu-choi-tiep-nhan", new() { ["reason"] = "Không thuộc thẩm quyền." });
        (await CourseAsync(house, second)).Ending.ShouldBe(Ending.NotAccepted);
        var third = await SubmittedAsync(house);
        await TheLine.ActAsync(desk, third, "tiep-nhan", TheLine.AllPapers);
        await TheLine.ActAsync(desk, third, "rut", new() { ["reason"] = "Người nộp xin rút." });
        (await CourseAsync(house, third)).Ending.ShouldBe(Ending.Withdrawn);

        var before = await CoursesAsync(house);
        before.Count.ShouldBe(3);
        await house.AskAsync((DepartmentDb db) => db.Set<Course>().ExecuteDeleteAsync());
        await house.AskAsync(async (IServiceProvider s) =>
        {
            await s.GetServices<IJobHandler>().OfType<CourseCatchUp>().Single().RunAsync(null!, CancellationToken.None);
            return true;
        });
        (await CoursesAsync(house)).ShouldBe(before);
    }

    [Theory, BothEngines]
    public async Task The_desk_closes_its_day_once_and_the_numbers_stay(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var first = await SubmittedAsync(house);
        await SubmittedAsync(house);
        using var desk = await house.SignInAsync("motcua");
        await TheLine.ActAsync(desk, first, "tiep-nhan", TheLine.AllPapers);
        await desk.GetAsync("/mot-cua/chot-ngay");
        Day(desk).ShouldBe([2, 1, 1, 0, 0, 0, 0, 0]);
        await desk.GetAsync("/mot-cua/chot-ngay/ho-so?so=chua-chuyen");
        desk.Page.QuerySelectorAll("tbody tr a").Single().GetAttribute("href").ShouldBe($"/mot-cua/{first}");
        using var leader = await house.SignInAsync("giamdoc");
        await leader.GetAsync("/mot-cua/chot-ngay");
        leader.Page.QuerySelector("main form[method=post]").ShouldBeNull("the leader looks on");

        house.Time.Advance(TimeSpan.FromHours(8)); // 17:12, past the hour of Điều 18
        using var evening = await house.SignInAsync("motcua");
        await evening.GetAsync("/mot-cua/chot-ngay");
        Day(evening).ShouldBe([2, 1, 1, 1, 0, 0, 0, 0]);
        evening.Text.ShouldContain("Quá giờ");
        await evening.SubmitAsync(new() { ["Note"] = "Hồ sơ thứ nhất chuyển đầu giờ mai." });
        evening.Text.ShouldContain("Lê Thu Hà đã chốt lúc 17:12, 10/11/2026");
        await evening.GetAsync("/doi-mat-khau");
        await evening.PostAsync("/mot-cua/chot-ngay", []);
        evening.Status.ShouldBe(HttpStatusCode.Conflict);
        evening.Errors.ShouldContain("Mỗi ngày chốt một lần");

        await TheLine.ActAsync(evening, first, "chuyen");
        await evening.GetAsync("/mot-cua/chot-ngay");
        Day(evening).ShouldBe([2, 1, 1, 1, 0, 0, 0, 0], "closed numbers stay");
        evening.Page.QuerySelectorAll("tbody tr td:nth-child(3)").Select(c => int.Parse(c.TextContent)).ShouldBe([2, 1, 0, 0, 0, 0, 0, 0]);
        house.Time.Advance(TimeSpan.FromDays(1));
        using var morrow = await house.SignInAsync("motcua");
        await morrow.GetAsync("/mot-cua/chot-ngay?ngay=10/11/2026");
        Day(morrow).ShouldBe([2, 1, 1, 1, 0, 0, 0, 0]);
        morrow.Text.ShouldContain("Hồ sơ thứ nhất chuyển đầu giờ mai.");
        await morrow.GetAsync("/mot-cua/chot-ngay?ngay=09/11/2026");
        morrow.Text.ShouldContain("Ngày này chưa được chốt");
    }

    private static async Task<Guid> SubmittedAsync(WebHouse house)
    {
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        citizen.Dispose();
        using var desk = await house.SignInAsync("motcua");
        return await TheLine.FindAsync(desk, code);
    }

    private static Task<Course> CourseAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<Course>().AsNoTracking().SingleAsync(c => c.Id == id));

    private static async Task<IReadOnlyList<string>> CoursesAsync(WebHouse house) =>
        [.. (await house.AskAsync((DepartmentDb db) => db.Set<Course>().AsNoTracking().OrderBy(c => c.Id).ToListAsync())).Select(c => System.Text.Json.JsonSerializer.Serialize(c))];

    private static void Expect(Visitor visitor, Dictionary<string, int> expected)
    {
        var shown = visitor.Page.QuerySelectorAll(".sheet a[href^='/bao-cao/mot-cua/ho-so']").ToDictionary(a => Word(a.GetAttribute("href")!), a => int.Parse(a.TextContent));
        foreach (var (word, count) in expected) shown[word].ShouldBe(count, word);
    }

    private static string Word(string href) => href.Split("so=")[1].Split('&')[0];

    /// <summary>The number on the page and the rows behind it, for every link.</summary>
    private static async Task EveryFigureLeadsToItsDossiersAsync(Visitor visitor, int atLeast)
    {
        var links = visitor.Page.QuerySelectorAll("a[href^='/bao-cao/mot-cua/ho-so']").Select(a => (Href: a.GetAttribute("href")!, Count: int.Parse(a.TextContent))).ToList();
        links.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        foreach (var (href, count) in links)
        {
            await visitor.GetAsync(href);
            visitor.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(count, href);
        }
    }

    private static IEnumerable<int> Row(Visitor visitor, string name) => Cells(visitor, name).Select(int.Parse);

    private static IEnumerable<string> Cells(Visitor visitor, string name) =>
        visitor.Page.QuerySelectorAll("tbody tr").Single(r => Visitor.Clean(r.QuerySelectorAll("td")[1].TextContent) == name).QuerySelectorAll("td.sum").Select(c => Visitor.Clean(string.Join(' ', c.ChildNodes.Select(n => n.TextContent))));

    private static int[] Day(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("tbody tr td:nth-child(2)").Select(c => int.Parse(c.TextContent))];

    private static IEnumerable<int> SheetRow(byte[] xlsx, string name)
    {
        using var file = new MemoryStream(xlsx);
        return [.. MiniExcel.Query(file, useHeaderRow: false).Cast<IDictionary<string, object?>>().Single(r => r["B"] as string == name).Values.Skip(2).Select(v => Convert.ToInt32(v))];
    }
}
