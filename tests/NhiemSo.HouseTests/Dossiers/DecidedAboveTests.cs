using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Who decides is a dated setting: from its day on the province does, and the department submits; what was handed in before keeps its way.</summary>
public sealed class DecidedAboveTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Bulletin = "bao-chi-cap-giay-phep-ban-tin", Register = "giay-phep-ban-tin", Conference = "bao-chi-hop-bao-trong-nuoc";

    private static readonly Dictionary<string, string> Answer = new()
    {
        ["co_quan_ban_hanh"] = "UBND tỉnh Khánh Hòa", ["so_van_ban"] = "125/GP-UBND", ["ngay_van_ban"] = "09/11/2026", ["trich_yeu_van_ban"] = "Giấy phép xuất bản bản tin", ["nguoi_ky_van_ban"] = "Trần Minh (minh họa)",
    };

    [Theory, BothEngines]
    public async Task The_province_decides_from_a_day_on_and_its_paper_is_registered_and_handed_over(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new AnyLine(house, Bulletin);
        var before = await line.SubmitAsync();
        await SetAsync(house, "tinh");
        var code = await line.SubmitAsync(new Dictionary<string, string> { ["dien_thoai"] = "0905 123 482" }, returnBy: "online");
        var id = await line.ToOfficerAsync(code);
        (await MatterAsync(house, id)).Process.ShouldBe("mot-cua-trinh-ubnd");
        using (var desk = await house.SignInAsync("motcua"))
            (await MatterAsync(house, await TheLine.FindAsync(desk, before))).Process.ShouldBe("mot-cua-so-quyet-dinh", "it keeps the way under which it was handed in");

        var other = await line.ToOfficerAsync(await line.SubmitAsync());
        using var officer = await SubmitToProvinceAsync(house, line, id);
        (await MatterAsync(house, id)).StateName.ShouldBe("Đã trình, chờ UBND tỉnh");
        await officer.GetAsync($"/mot-cua/{id}/viec/nhan-ket-qua");
        await officer.SubmitAsync(Answer);
        officer.Errors.ShouldContain("Chọn tệp");
        await officer.SubmitAsync(new(Answer) { ["ngay_van_ban"] = "01/12/2026" }, file: ("tep", "gp.pdf", Samples.Pdf()));
        officer.Errors.ShouldContain("không thể sau hôm nay");
        await officer.SubmitAsync(Answer, file: ("tep", "gp.pdf", Samples.Pdf()));
        officer.Errors.ShouldBeEmpty();
        using (var again = await SubmitToProvinceAsync(house, line, other))
        {
            await again.GetAsync($"/mot-cua/{other}/viec/nhan-ket-qua");
            await again.SubmitAsync(Answer, file: ("tep", "gp.pdf", Samples.Pdf()));
            again.Errors.ShouldContain("Sổ đã có số 125/GP-UBND ngày 09/11/2026");
        }

        var entry = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.MatterId == id));
        (entry.Register, entry.Number, entry.From, entry.DocumentId).ShouldBe((Register, "125/GP-UBND", new DateOnly(2026, 11, 9), null));
        entry.Data.ShouldContain("UBND tỉnh", Case.Insensitive);
        var arrived = (await house.AskAsync((IDocumentOffice o) => o.ArrivedOfMatterAsync(id, CancellationToken.None))).Single();
        (arrived.Number, arrived.Symbol).ShouldBe((1, "125/GP-UBND"));
        (await officer.GetAsync("/van-ban/den")).Text.ShouldContain("125/GP-UBND");
        (await officer.GetAsync($"/van-ban/den/{arrived.Id}/tep")).MediaType.ShouldBe("application/pdf");
        (await officer.GetAsync($"/so-bo/{Register}/{entry.Id}")).Text.ShouldContain("Ghi theo 125/GP-UBND");
        using var stranger = await house.SignInAsync("phongcntt");
        (await stranger.GetAsync($"/van-ban/den/{arrived.Id}/tep")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await stranger.GetAsync("/van-ban/den")).Text.ShouldNotContain("125/GP-UBND");
        using var citizen = house.Visit();
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        citizen.Page.QuerySelector("main a[href='/ho-so-cua-toi/ket-qua']")!.TextContent.ShouldBe("Tải kết quả", "another body signed it, we can't vouch for how");
        (await citizen.GetAsync("/ho-so-cua-toi/ket-qua")).MediaType.ShouldBe("application/pdf");
        using var oneStop = await house.SignInAsync("motcua");
        (await TheLine.ActAsync(oneStop, id, "tra-ket-qua", new() { ["Receiver"] = "Người được giao nhận" })).Errors.ShouldBeEmpty();
        (await MatterAsync(house, id)).State.ShouldBe("da-tra-ket-qua");
    }

    [Theory, BothEngines]
    public async Task What_the_province_asks_again_is_proposed_anew_and_a_refusal_enters_no_register(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        await SetAsync(house, "tinh");
        var line = new AnyLine(house, Bulletin);
        var id = await line.ToOfficerAsync(await line.SubmitAsync());
        using var officer = await SubmitToProvinceAsync(house, line, id);
        (await TheLine.ActAsync(officer, id, "ubnd-hoi-lai", new() { ["reason"] = "Làm rõ nơi in." })).Errors.ShouldBeEmpty();
        await ProposeAsync(house, officer, id);
        await officer.GetAsync($"/mot-cua/{id}/viec/nhan-tu-choi");
        await officer.SubmitAsync(new(Answer) { ["so_van_ban"] = "99/UBND-KGVX" }, file: ("tep", "tra-loi.pdf", Samples.Pdf()));
        officer.Errors.ShouldBeEmpty();
        (await MatterAsync(house, id)).State.ShouldBe("cho-tra-ket-qua");
        (await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AnyAsync(e => e.MatterId == id))).ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task The_setting_names_a_paper_and_no_day_that_is_past(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var leader = await house.SignInAsync("giamdoc");
        await leader.GetAsync("/quan-tri/phan-cap");
        await leader.SubmitAsync(new() { ["Procedure"] = Bulletin, ["DecidedBy"] = "so", ["From"] = "09/11/2026", ["Basis"] = "Quyết định minh họa" }, "Lưu");
        leader.Errors.ShouldContain("từ hôm nay trở đi");
        await leader.SubmitAsync(new() { ["Procedure"] = Bulletin, ["DecidedBy"] = "so", ["From"] = "01/12/2026", ["Basis"] = "" }, "Lưu");
        leader.Errors.ShouldContain("Ghi văn bản phân cấp");
        await leader.SubmitAsync(new() { ["Procedure"] = Bulletin, ["DecidedBy"] = "tinh", ["From"] = "01/12/2026", ["Basis"] = "Quyết định minh họa" }, "Lưu");
        leader.Text.ShouldContain("UBND tỉnh từ 01/12/2026");
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync("/quan-tri/phan-cap")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task A_press_conference_nobody_answered_within_its_hours_may_be_held(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new AnyLine(house, Conference);
        var id = await line.ToOfficerAsync(await line.SubmitAsync(new Dictionary<string, string> { ["thu_dien_tu"] = "hop-bao@minhhoa.example" }));
        var untouched = await line.SubmitAsync();
        var matter = await MatterAsync(house, id);
        matter.Due!.Value.ShouldBe(WebHouse.Start.AddHours(24), TimeSpan.FromMinutes(5), "24 hours from when it was handed in, day and night");
        house.Time.Advance(TimeSpan.FromHours(23));
        (await MatterAsync(house, id)).Closed.ShouldBeNull();
        house.Time.Advance(TimeSpan.FromHours(2));
        await ClosedAsync(house, id);
        (await MatterAsync(house, id)).State.ShouldBe("da-ghi-nhan");
        using var officer = await house.SignInAsync(await line.OfficerAsync(id));
        (await officer.GetAsync($"/mot-cua/{id}")).Text.ShouldContain("Hết thời hạn trả lời");
        using var desk = await house.SignInAsync("motcua");
        var second = await TheLine.FindAsync(desk, untouched);
        await ClosedAsync(house, second);
        var entry = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.MatterId == second));
        entry.Number.ShouldBe((await MatterAsync(house, second)).Number, "nobody had accepted it, and still no look-up code stands in a register");
        entry.Number.ShouldNotBe(untouched);
    }

    [Theory, BothEngines]
    public async Task Silence_is_consent_too_where_the_province_answers(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        await SetAsync(house, "tinh", Conference);
        var line = new AnyLine(house, Conference);
        var (silent, signing, answered) = (await line.ToOfficerAsync(await line.SubmitAsync()), await line.ToOfficerAsync(await line.SubmitAsync()), await line.ToOfficerAsync(await line.SubmitAsync()));
        (await SubmitToProvinceAsync(house, line, silent)).Dispose();
        using (var officer = await SubmitToProvinceAsync(house, line, answered))
        {
            await officer.GetAsync($"/mot-cua/{answered}/viec/nhan-ket-qua");
            await officer.SubmitAsync(new(Answer) { ["so_van_ban"] = "77/UBND-KGVX" }, file: ("tep", "tra-loi.pdf", Samples.Pdf()));
            officer.Errors.ShouldBeEmpty();
        }

        var paper = "";
        using (var officer = await house.SignInAsync(await line.OfficerAsync(signing)))
        {
            await TheLine.ActAsync(officer, signing, "tham-dinh", await line.AppraisalAsync());
            await TheLine.ActAsync(officer, signing, "trinh-to-trinh", new() { ["noi_dung_trinh"] = "Đề nghị UBND tỉnh trả lời." });
            using var leader = await house.SignInAsync("phogiamdoc");
            paper = (await TheLine.ActAsync(leader, signing, "ky-duyet")).Path;
        }

        var matter = await MatterAsync(house, silent);
        (matter.Process, matter.State).ShouldBe(("thong-bao-trinh-ubnd", "cho-ubnd"));
        matter.Due!.Value.ShouldBe(WebHouse.Start.AddHours(24), TimeSpan.FromMinutes(5), "for the department and the province together, from when it was handed in");
        house.Time.Advance(TimeSpan.FromHours(23));
        (await MatterAsync(house, silent)).Closed.ShouldBeNull();
        house.Time.Advance(TimeSpan.FromHours(2));
        await ClosedAsync(house, silent);
        (await MatterAsync(house, silent)).State.ShouldBe("da-ghi-nhan");
        var entry = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.MatterId == silent));
        entry.Number.ShouldBe((await MatterAsync(house, silent)).Number);
        (await MatterAsync(house, answered)).State.ShouldBe("cho-tra-ket-qua", "it was answered in time");

        // The limit ended while the letter was being signed: its number isn't left half done, and then the silence counts.
        (await MatterAsync(house, signing)).State.ShouldBe("dang-ky-so");
        await new TheLine(house).SignAsync(paper);
        (await new TheLine(house).SealAsync(paper)).Dispose();
        await ClosedAsync(house, signing);
        (await MatterAsync(house, signing)).State.ShouldBe("da-ghi-nhan");
        using var staff = await house.SignInAsync(await line.OfficerAsync(signing));
        (await staff.GetAsync($"/mot-cua/{signing}")).Text.ShouldContain("Hết thời hạn trả lời");
    }

    private static async Task ClosedAsync(WebHouse house, Guid id)
    {
        for (var i = 0; i < 100 && (await MatterAsync(house, id)).Closed is null; i++) await Task.Delay(100, TestContext.Current.CancellationToken);
    }

    private static async Task SetAsync(WebHouse house, string decidedBy, string procedure = Bulletin)
    {
        using var leader = await house.SignInAsync("giamdoc");
        await leader.GetAsync("/quan-tri/phan-cap");
        await leader.SubmitAsync(new() { ["Procedure"] = procedure, ["DecidedBy"] = decidedBy, ["From"] = "10/11/2026", ["Basis"] = "Quyết định số 00/QĐ-UBND (minh họa)" }, "Lưu");
        leader.Errors.ShouldBeEmpty();
    }

    private static async Task<Visitor> SubmitToProvinceAsync(WebHouse house, AnyLine line, Guid id)
    {
        var officer = await house.SignInAsync(await line.OfficerAsync(id));
        (await TheLine.ActAsync(officer, id, "tham-dinh", await line.AppraisalAsync())).Errors.ShouldBeEmpty();
        await ProposeAsync(house, officer, id);
        return officer;
    }

    /// <summary>Tờ trình drafted, approved, signed, sealed and sent.</summary>
    private static async Task ProposeAsync(WebHouse house, Visitor officer, Guid id)
    {
        (await TheLine.ActAsync(officer, id, "trinh-to-trinh", new() { ["noi_dung_trinh"] = "Hồ sơ đủ điều kiện, Sở đề nghị UBND tỉnh cấp giấy phép." })).Errors.ShouldBeEmpty();
        await new TheLine(house).IssueAsync(id);
    }

    private static Task<Matter> MatterAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == id));
}
