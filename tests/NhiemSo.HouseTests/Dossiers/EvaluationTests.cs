using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Rating;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>The nine indicators of Thông tư 01/2018/TT-VPCP, from acts on screens to the figure on the page.</summary>
public sealed class EvaluationTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Page = "/bao-cao/mot-cua/danh-gia", Board = "/mot-cua/niem-yet", NoData = "chưa có dữ liệu";

    private static readonly Dictionary<string, string> Answers = new()
    {
        ["thoi-gian"] = "som", ["so-co-quan"] = "khong", ["so-lan"] = "mot", ["thong-tin"] = "tot", ["thai-do"] = "tot", ["ket-qua"] = "dung", ["truc-tuyen"] = "tot",
    };

    [Theory, BothEngines]
    public async Task Each_indicator_is_counted_from_acts_on_screens_and_ranks_are_told(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync(Board);
        await desk.SubmitAsync(new() { ["Procedures"] = TheLine.Procedure, ["Since"] = "05/11/2026" });
        var (id, citizen) = await DecidedAsync(house);
        using var applicant = citizen;
        using var leader = await house.SignInAsync("giamdoc");
        (await FiguresAsync(leader)).ShouldBe(["2,0", "2,0", "2,0", NoData, "1,0", "2,0", "2,0", "2,0", "2,0"]);
        leader.Text.ShouldContain("chưa đủ dữ liệu để xếp loại");

        await applicant.GetAsync("/ho-so-cua-toi/danh-gia");
        await applicant.SubmitAsync(new(Answers));
        applicant.Text.ShouldContain("Bạn đã gửi phiếu đánh giá");
        (await FiguresAsync(leader))[3].ShouldBe(NoData, "one answer would tell whose it is");
        await house.AskAsync((DepartmentDb db) => AnsweredAsync(db, id, ["khong", "khong", "mot", "ba"]));
        // 2 + 2 + 2 + 1 + 0 of five; the four others are early and nobody complained of them.
        (await FiguresAsync(leader)).ShouldBe(["2,0", "2,0", "2,0", "1,4", "1,0", "2,0", "2,0", "2,0", "2,0"]);
        Over(leader).ShouldBe(["tính trên 5 hồ sơ", "tính trên 1 hồ sơ", "tính trên 5 hồ sơ", "tính trên 5 hồ sơ", "tính trên 22 thủ tục", "tính trên 1 hồ sơ", "tính trên 5 hồ sơ", "không có phản ánh, góp ý nào đến hạn", "tính trên 5 hồ sơ"]);
        leader.Text.ShouldContain("Xếp loại của Sở: Xuất sắc");
        Visitor.Clean(leader.Page.QuerySelectorAll("tr").Single(r => r.TextContent.Contains("Trần Thị Minh Hạnh", StringComparison.Ordinal)).TextContent).ShouldEndWith("hoàn thành 100% nhiệm vụ");
        await leader.GetAsync(Page + "?Ky=2026-m11");
        Points(leader)[3].ShouldBe(NoData, "months could be told apart by one dossier");

        // A complaint found right: (4 · 2 + 0) / 5. Answered in time.
        await applicant.GetAsync("/ho-so-cua-toi/phan-anh-thai-do");
        await applicant.SubmitAsync(new() { ["Whom"] = "xu-ly", ["Text"] = "Cô ấy gắt gỏng khi tôi hỏi." });
        (await FiguresAsync(leader))[6].ShouldBe("2,0", "nobody found it right");
        await leader.GetAsync("/mot-cua/phan-anh");
        await leader.GetAsync(leader.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        await leader.SubmitAsync(new() { ["Text"] = "Sở xin lỗi bạn.", ["Right"] = "dung" });
        (await FiguresAsync(leader))[6].ShouldBe("1,6");
        Over(leader)[7].ShouldBe("tính trên 1 phản ánh, góp ý");

        // Taken down before the decision.
        await desk.GetAsync(Board);
        await desk.GetAsync(desk.Page.QuerySelector("tbody a")!.GetAttribute("href")!);
        await desk.SubmitAsync(new() { ["Until"] = "10/11/2026", ["Reason"] = "In lại bản mới" });
        (await FiguresAsync(leader))[5].ShouldBe("1,0", "on the portal only");

        // Dossiers decided before these were kept get them from their history; that the result was fetched after the limit is no unit's time.
        house.Time.Advance(TimeSpan.FromDays(20));
        using var counter = await house.SignInAsync("motcua");
        await TheLine.ActAsync(counter, id, "tra-ket-qua", new() { ["Receiver"] = "Người được giao nhận", ["reason"] = "Người nộp xin nộp phí sau." });
        counter.Errors.ShouldBeEmpty();
        await house.AskAsync((DepartmentDb db) => db.Set<Course>().ExecuteUpdateAsync(s => s.SetProperty(c => c.UnitsTime, (Timeliness?)null).SetProperty(c => c.OnPortal, (bool?)null)));
        using var later = await house.SignInAsync("giamdoc");
        await house.AskAsync(async (IServiceProvider s) =>
        {
            await s.GetServices<IJobHandler>().OfType<CourseCatchUp>().Single().RunAsync(null!, CancellationToken.None);
            return true;
        });
        (await FiguresAsync(later)).ShouldBe(["2,0", "2,0", "2,0", "1,4", "1,0", "1,0", "1,6", "2,0", "2,0"]);
    }

    [Theory, BothEngines]
    public async Task One_unit_that_was_slow_makes_the_dossier_slow_though_it_is_early_as_a_whole(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var (_, citizen) = await DecidedAsync(house, TimeSpan.FromDays(14)); // the unit has twelve of the fifteen days
        citizen.Dispose();
        using var leader = await house.SignInAsync("giamdoc");
        (await FiguresAsync(leader)).Take(2).ShouldBe(["2,0", "0,0"]);
        using var head = await house.SignInAsync("truongphong");
        (await head.GetAsync(Page)).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private static async Task<(Guid Id, Visitor Citizen)> DecidedAsync(WebHouse house, TimeSpan? unitTakes = null)
    {
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        var id = await line.ToOfficerAsync(code);
        house.Time.Advance(unitTakes ?? TimeSpan.Zero);
        var document = await line.ToApprovedAsync(id);
        await line.SignAsync(document);
        (await line.SealAsync(document)).Dispose();
        return (id, citizen);
    }

    /// <summary>More dossiers of the same officer, decided as early, each with an answer to how many bodies had to be contacted.</summary>
    private static async Task<int> AnsweredAsync(DepartmentDb db, Guid like, IReadOnlyList<string> answers)
    {
        var (m, c) = (await db.Set<Matter>().AsNoTracking().SingleAsync(x => x.Id == like), await db.Set<Course>().AsNoTracking().SingleAsync(x => x.Id == like));
        foreach (var answer in answers)
        {
            var matter = new Matter
            {
                Kind = m.Kind, Title = "Hồ sơ theo kịch bản", DutyId = m.DutyId, DutyCitation = m.DutyCitation, UnitId = m.UnitId, ResponsibleId = m.ResponsibleId, Process = m.Process, ProcessVersion = m.ProcessVersion,
                State = m.State, StateName = m.StateName, Opened = m.Opened, LastEvent = m.LastEvent,
            };
            var rating = new DossierRating { DossierId = matter.Id, UnitId = m.UnitId, At = m.LastEvent, ChangedAt = m.LastEvent };
            db.AddRange(matter, rating, new RatingAnswer { RatingId = rating.Id, Question = "so-co-quan", Answer = answer });
            db.AddRange(Scope.KeysOf(matter, []).Select(k => new MatterScope { MatterId = matter.Id, Key = k }));
            db.Add(new Course { Id = matter.Id, Procedure = c.Procedure, Channel = Channel.Online, SubmittedAt = c.SubmittedAt, AcceptedAt = c.AcceptedAt, OnTimeFrom = c.OnTimeFrom, LateFrom = c.LateFrom, StoodAt = c.StoodAt, EndedAt = c.EndedAt, Ending = c.Ending });
        }

        return await db.SaveChangesAsync();
    }

    private static async Task<IReadOnlyList<string>> FiguresAsync(Visitor leader) => Points(await leader.GetAsync(Page));

    private static string[] Points(Visitor leader) => Cells(leader, "td:nth-child(4)");

    private static string[] Over(Visitor leader) => Cells(leader, "td:nth-child(3) .sub");

    private static string[] Cells(Visitor leader, string selector) => [.. leader.Page.QuerySelectorAll("table")[0].QuerySelectorAll($"tbody tr {selector}").Select(c => Visitor.Clean(c.TextContent))];
}
