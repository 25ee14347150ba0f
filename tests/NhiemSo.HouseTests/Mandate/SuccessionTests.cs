using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Dossiers.Opinions;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Running;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Mandate;

/// <summary>One decision follows another with open work in every state of every process: units merged, split, renamed, duties moved, dropped, new.</summary>
public sealed class SuccessionTests(SuccessionBed bed) : IClassFixture<SuccessionBed>
{
    [Theory, BothEngines]
    public async Task Every_open_matter_goes_to_the_one_unit_that_follows_and_keeps_all_else(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        world.Open.Select(o => o.State).Distinct().Count().ShouldBeGreaterThan(17, "every state of the five tables is among them");
        world.Rehearsed.ShouldBe(world.Open.Count, "no unit goes on under its name, so the rehearsal counts every open matter");
        world.MovedAtBreak.ShouldBeInRange(1, world.Open.Count - 1, "the run broke off in the middle");
        var units = await world.AskAsync(db => db.Set<Platform.Organisation.Unit>().Where(u => u.To == null).ToDictionaryAsync(u => u.Code, u => u.Id));
        units.Keys.ShouldBe(["SO", "VPTT", "CDS", "BCHT", "BCXB"], ignoreOrder: true);
        var (now, keys) = (world.After, world.Keys);
        var moves = await world.AskAsync(db => db.Set<AuditEntry>().Where(e => e.Subject == "matter" && e.Act == MatterMove.Act).GroupBy(e => e.SubjectId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count));
        var (officer, itOfficer) = (await world.PersonAsync("chuyenvien"), await world.PersonAsync("chuyenviencntt"));
        foreach (var before in world.Open)
        {
            var m = now[before.Id];
            var why = $"{before.Citation}, {before.State}";
            var to = units[Goes(before.Citation)];
            (m.UnitId, m.State, m.DutyId, m.DutyCitation, m.Clocks, m.Due, m.Closed).ShouldBe((to, before.State, before.DutyId, before.Citation, before.Clocks, before.Due, null), why);
            moves[before.Id].ShouldBe(1, why);
            if (before.Id == world.Restricted)
            {
                (m.ResponsibleId, keys[m.Id].Any(k => k.StartsWith("u:", StringComparison.Ordinal))).ShouldBe((before.ResponsibleId, false), "a restricted matter stays with the persons named on it");
                continue;
            }

            keys[m.Id].ShouldContain(Scope.Unit(to), why);
            keys[m.Id].ShouldNotContain(Scope.Unit(before.UnitId), why);
            var stays = (before.ResponsibleId == officer && to == units["BCXB"]) || (before.ResponsibleId == itOfficer && to == units["BCHT"]);
            m.ResponsibleId.ShouldBe(stays ? before.ResponsibleId : null, why);
            m.Turn.ShouldBe(before.Turn == Role.Officer && !stays ? Role.UnitHead : before.Turn, why);
        }

        moves.Count.ShouldBe(world.Open.Count);
        keys[world.Cooperating].ShouldContain(Scope.Unit(units["VPTT"]), "what the inspectors were asked is asked of who follows them");
        var question = await world.AskAsync(db => db.Set<Opinion>().AsNoTracking().SingleAsync());
        (question.UnitId, question.Asked, question.State).ShouldBe((units["VPTT"], "Văn phòng và Thanh tra", OpinionState.Asked));
    }

    [Theory, BothEngines]
    public async Task A_second_run_moves_nothing_and_a_second_start_is_refused(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var before = await world.AskAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Subject != "account"));
        var job = await world.AskAsync(db => db.Set<Job>().AsNoTracking().SingleAsync(j => j.Kind == SuccessionRun.Name));
        await world.AskAsync(async db =>
        {
            (await db.Set<MandateSuccession>().SingleAsync()).State = SuccessionState.Running;
            return await db.SaveChangesAsync();
        });
        await world.House.AskAsync(async (SuccessionRun run) =>
        {
            await run.RunAsync(job, CancellationToken.None);
            return true;
        });
        (await world.AskAsync(db => db.Set<AuditEntry>().CountAsync(e => e.Subject != "account"))).ShouldBe(before + 1, "only that it is done is said again");
        using var admin = await world.House.SignInAsync("quantri");
        (await admin.GetAsync(SuccessionWorld.Page + "/chuyen")).Text.ShouldContain("Chưa có quyết định kế tiếp");
        (await admin.PostAsync(SuccessionWorld.Page + "/chuyen", [])).Status.ShouldBe(HttpStatusCode.NotFound);
        (await world.House.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();
        world.House.Warnings.Lines.ShouldAllBe(l => l.Contains("mandate.succession", StringComparison.Ordinal) || l.Contains("search", StringComparison.Ordinal), "nothing but the run that was broken off, and the daily look at the index that may cross the one of the change-over");
    }

    [Theory, BothEngines]
    public async Task Old_citations_stay_readable_and_everybody_sees_where_work_went(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        using var visitor = world.House.Visit();
        await visitor.GetAsync($"/nhiem-vu/4.3.2.a?ma={world.OldDuties["4.3.2.a"]}");
        visitor.Text.ShouldContain("Điểm a mục 4.3.2 khoản 4 Điều 1 Quyết định 55/QĐ-STTTT");
        visitor.Text.ShouldContain("Nhiệm vụ này đã chuyển sang nhiệm vụ 4.3.1.a, do Phòng Báo chí và Xuất bản thực hiện");
        (await visitor.GetAsync("/nhiem-vu/4.3.2.a")).Text.ShouldContain("Quản lý báo chí lưu chiểu");
        (await visitor.GetAsync("/nhiem-vu/1.3.t")).Text.ShouldContain("Văn phòng và Thanh tra kết thúc việc đang mở", customMessage: "a citation the new decision has not is looked for in the old one");
        (await visitor.GetAsync($"/nhiem-vu/3.3.12?ma={world.OldDuties["3.3.12"]}")).Text.ShouldContain("Một phần ở nhiệm vụ 3.3.7");
        await visitor.GetAsync("/nhiem-vu/4.3.1.a");
        visitor.Text.ShouldContain("Nối tiếp 4.3.2.a Quyết định 55/QĐ-STTTT");
        visitor.Text.ShouldContain("Cấp giấy phép xuất bản tài liệu không kinh doanh", customMessage: "the procedure that cites the old duty is bound to the new one");
        (await visitor.GetAsync("/co-cau/TTBC")).Text.ShouldContain("Đã chuyển sang Phòng Báo chí và Xuất bản");
        (await visitor.GetAsync("/co-cau/BCHT")).Text.ShouldContain("nối tiếp Phòng Công nghệ thông tin");
        await visitor.GetAsync("/api/v1/mandates/current/duties");
        using (var json = JsonDocument.Parse(visitor.Bytes))
            (json.RootElement.GetProperty("number").GetString(), json.RootElement.GetProperty("count").GetInt32()).ShouldBe(("99/QĐ-STTTT", 116));

        using var officer = await world.House.SignInAsync("chuyenvien");
        (await officer.GetAsync("/viec")).Page.QuerySelector($"main a[href='/mot-cua/{world.Running.Id}']").ShouldNotBeNull();
        await officer.GetAsync($"/mot-cua/{world.Running.Id}");
        officer.Text.ShouldContain("Chuyển từ Phòng Thông tin - Báo chí - Xuất bản sang Phòng Báo chí và Xuất bản");
        officer.Text.ShouldContain("điểm a mục 4.3.1 khoản 4 Điều 1 Quyết định 99/QĐ-STTTT");
        await officer.GetAsync(officer.Page.QuerySelectorAll("nav a, .crumbs a, a").Select(a => a.GetAttribute("href")!).First(h => h.StartsWith("/nhiem-vu/4.3.2.a", StringComparison.Ordinal)));
        officer.Text.ShouldContain("Quyết định 55/QĐ-STTTT");
        using var head = await world.House.SignInAsync("phongcntt");
        (await head.GetAsync("/viec")).Text.ShouldContain("4.3.5", customMessage: "what came to the new unit without its officer waits for its head");
        var citizen = world.Running.Citizen;
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = world.Running.LookupCode, ["LastFour"] = "3482" });
        citizen.Text.ShouldContain("Phòng Báo chí và Xuất bản");
    }

    [Theory, BothEngines]
    public async Task Work_goes_on_new_dossiers_go_to_the_successor_and_no_number_is_given_twice(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var line = new TheLine(world.House);
        var page = await line.ToApprovedAsync(world.GoesOn);
        await line.SignAsync(page);
        (await line.SealAsync(page)).Dispose();
        var entry = await world.AskAsync(db => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.MatterId == world.GoesOn));
        (world.LicenceBefore, entry.Number).ShouldBe(("01/GP-STTTT", "02/GP-STTTT"), "the sequence goes on");
        (await world.AskAsync(db => db.Set<Document>().GroupBy(d => new { d.Book, d.Year, d.Number }).CountAsync(g => g.Count() > 1))).ShouldBe(0);
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        using (var desk = await world.House.SignInAsync("motcua"))
        {
            var id = await TheLine.FindAsync(desk, code);
            var matter = await world.AskAsync(db => db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == id));
            (matter.DutyCitation, matter.UnitId).ShouldBe(("4.3.1.a", await world.UnitAsync("BCXB")));
            (await world.AskAsync(db => db.Set<Provision>().AnyAsync(p => p.Id == matter.DutyId && p.MandateId == world.MandateId))).ShouldBeTrue();
        }

        await new AnyLine(world.House, "xuat-ban-thu-hoi-giay-phep-tai-lieu-khong-kinh-doanh").ConfirmAsync();
        using var officer = await world.House.SignInAsync("chuyenvien");
        var old = await world.AskAsync(db => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.Number == world.LicenceBefore));
        await officer.GetAsync($"/so-bo/{old.Register}/{old.Id}");
        officer.Page.QuerySelectorAll("main .actions a").ShouldContain(a => a.TextContent.StartsWith("Thu hồi", StringComparison.Ordinal), "the unit that follows acts on what the old one granted");
    }

    [Theory, BothEngines]
    public async Task Posts_go_over_delegations_end_with_theirs_and_the_minutes_tell_all(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        var day = new DateOnly(2026, 11, 13);
        var (inspector, admin) = (await world.PersonAsync("chanhthanhtra"), await world.PersonAsync("quantri"));
        var posts = await world.AskAsync(db => db.Set<Appointment>().AsNoTracking().Where(a => a.PersonId == inspector || a.PersonId == admin).ToListAsync());
        posts.Single(a => a.PersonId == inspector).To.ShouldBe(day.AddDays(-1));
        posts.Where(a => a.PersonId == admin).Select(a => (a.From, a.To)).ShouldBe([(new DateOnly(2024, 4, 1), day.AddDays(-1)), (day, null)], ignoreOrder: true);
        var lent = await world.AskAsync(db => db.Set<Delegation>().AsNoTracking().OrderBy(d => d.Basis).Select(d => d.RevokedAt != null).ToListAsync());
        lent.ShouldBe([false, true]);
        var mandates = await world.AskAsync(db => db.Set<MandateDecision>().AsNoTracking().OrderBy(m => m.From).Select(m => new { m.Number, m.To, m.Planned }).ToListAsync());
        mandates.Select(m => (m.Number, m.To, m.Planned)).ShouldBe([("55/QĐ-STTTT", day.AddDays(-1), false), ("99/QĐ-STTTT", null, false)]);
        using var leader = await world.House.SignInAsync("giamdoc");
        await leader.GetAsync($"{SuccessionWorld.Page}/bien-ban/{world.MandateId}");
        leader.Text.ShouldContain($"Đã chuyển {world.Open.Count} việc đang mở");
        leader.Text.ShouldContain("chờ phân công lại");
        (await leader.GetAsync($"{SuccessionWorld.Page}/bien-ban/{world.MandateId}?handler=Pdf")).MediaType.ShouldBe("application/pdf");
        (await Pdf.TextAsync(leader.Bytes)).ShouldContain("BIÊN BẢN");
        (await leader.GetAsync(SuccessionWorld.Page)).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task What_was_arranged_is_not_changed_after_the_day(Engine engine)
    {
        var world = await bed.OpenAsync(engine);
        using var admin = await world.House.SignInAsync("quantri");
        (await admin.GetAsync(SuccessionWorld.Page)).Text.ShouldContain("Biên bản chuyển sang Quyết định 99/QĐ-STTTT");
        foreach (var address in (string[])[$"/nhiem-vu/{world.OldDuties["4.3.2.a"]}", $"/nhiem-vu/{world.OldDuties["4.3.2.a"]}?handler=Undo", $"/don-vi/{await world.UnitAsync("TTBC")}"])
            (await admin.PostAsync(SuccessionWorld.Page + address, [])).Status.ShouldBe(HttpStatusCode.NotFound, address);
        var trail = await world.AskAsync(db => db.Set<AuditEntry>().Where(e => e.Subject == "mandate" && e.SubjectId == world.MandateId).Select(e => e.Act).ToListAsync());
        foreach (var act in (string[])["nap-quyet-dinh-ke-tiep", "sap-xep-nhiem-vu", "bo-sap-xep-nhiem-vu", "sap-xep-don-vi", "chuyen-quyet-dinh", "chuyen-xong"]) trail.ShouldContain(act);
    }

    /// <summary>Code of the unit that the second decision gives an old duty to.</summary>
    private static string Goes(string citation) => citation switch
    {
        _ when citation.StartsWith("4.3.5.", StringComparison.Ordinal) => "CDS",
        _ when citation.StartsWith("4.", StringComparison.Ordinal) => "BCXB",
        _ when citation.StartsWith("3.3.1.", StringComparison.Ordinal) || citation.StartsWith("3.3.2.", StringComparison.Ordinal) || citation.StartsWith("3.3.3.", StringComparison.Ordinal) => "BCHT",
        _ when citation.StartsWith("3.", StringComparison.Ordinal) => "CDS",
        _ => "VPTT",
    };
}
