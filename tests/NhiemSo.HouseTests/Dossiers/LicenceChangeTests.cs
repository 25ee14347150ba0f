using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>A licence that exists is issued anew: one entry, its number kept, every version and paper still there.</summary>
public sealed class LicenceChangeTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Grant = "in-cap-giay-phep-hoat-dong-in", Reissue = "in-cap-lai-giay-phep-hoat-dong-in", Register = "giay-phep-hoat-dong-in";

    [Theory, BothEngines]
    public async Task A_reissued_licence_keeps_its_number_and_its_history_and_the_earlier_paper_leads_to_the_new_one(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var first = await IssueAsync(house, Grant, new() { ["ten_co_so_in"] = "Nhà in Hòn Chồng (minh họa)" });
        var entry = await EntryAsync(house, first);
        entry.HolderName.ShouldBe("Nhà in Hòn Chồng (minh họa)");

        var line = new AnyLine(house, Reissue);
        var id = await line.ToOfficerAsync(await line.SubmitAsync(new Dictionary<string, string>
        {
            ["ten_co_so_in"] = "Nhà in Hòn Chồng Mới (minh họa)", ["so_giay_phep_da_cap"] = "999/GP-STTTT", ["ly_do_de_nghi"] = "doi-ten", ["noi_dung_cu"] = "Nhà in Hòn Chồng", ["noi_dung_moi"] = "Nhà in Hòn Chồng Mới",
        }));
        using var officer = await line.ToDraftAsync(id);
        await officer.SubmitAsync(button: "Trình ký dự thảo");
        officer.Errors.ShouldContain("Không thấy số “999/GP-STTTT” trong sổ");
        await officer.SubmitAsync(new() { ["so_giay_phep_da_cap"] = entry.Number }, "Trình ký dự thảo");
        officer.Errors.ShouldBeEmpty();
        await officer.GetAsync($"/mot-cua/{id}");
        officer.Page.QuerySelector($"main a[href='/so-bo/{Register}/{entry.Id}']")!.TextContent.ShouldBe(entry.Number);
        officer.Page.QuerySelectorAll("main dl.facts dd").Select(d => Visitor.Clean(d.TextContent)).ShouldContain("Nhà in Hòn Chồng (minh họa)", "who holds it now, not who asks");
        await officer.GetAsync($"/mot-cua/{id}/du-thao");
        officer.MediaType.ShouldBe("application/pdf");
        var second = await line.IssueAsync(id);

        var changed = await EntryAsync(house, second);
        (changed.Id, changed.Number, changed.Version).ShouldBe((entry.Id, entry.Number, 2));
        changed.HolderName.ShouldBe("Nhà in Hòn Chồng Mới (minh họa)");
        await officer.GetAsync($"/so-bo/{Register}/{entry.Id}");
        officer.Text.ShouldContain("Cấp lại theo");
        officer.Page.QuerySelectorAll("main table a").Select(a => a.GetAttribute("href")).ShouldBe([second, first]);
        officer.Text.ShouldContain("Sản phẩm in", customMessage: "what the new application doesn't say stays");

        using var citizen = house.Visit();
        await citizen.GetAsync("/xac-minh/" + await TokenAsync(house, first));
        citizen.Heading.ShouldBe("Giấy phép thật, đã có bản mới thay");
        citizen.Text.ShouldNotContain("Hòn Chồng Mới");
        await citizen.GetAsync(citizen.Page.QuerySelectorAll("main a").First(a => a.TextContent == "Xem bản mới").GetAttribute("href")!);
        citizen.Heading.ShouldBe("Giấy phép thật, còn hiệu lực");
        citizen.Text.ShouldContain("Nhà in Hòn Chồng Mới (minh họa)");
        await citizen.GetAsync("/danh-sach-cong-khai/" + Register + "?Q=" + Uri.EscapeDataString("hon chong moi"));
        citizen.Text.ShouldContain(entry.Number);
        citizen.Page.QuerySelector($"td a[href='/xac-minh/{await TokenAsync(house, second)}']")!.TextContent.ShouldBe(entry.Number, "this register keeps its papers to itself, so the check may be linked");
    }

    [Theory, BothEngines]
    public async Task A_withdrawn_licence_is_not_issued_anew(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var entry = await EntryAsync(house, await IssueAsync(house, Grant));
        await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().Where(e => e.Id == entry.Id).ExecuteUpdateAsync(u => u.SetProperty(e => e.State, "thu-hoi")));
        var line = new AnyLine(house, Reissue);
        var id = await line.ToOfficerAsync(await line.SubmitAsync(new Dictionary<string, string> { ["so_giay_phep_da_cap"] = entry.Number }));
        using var officer = await line.ToDraftAsync(id);
        await officer.SubmitAsync(button: "Trình ký dự thảo");
        officer.Errors.ShouldContain("hiện ở trạng thái “Bị thu hồi” nên không cấp lại được");
    }

    [Theory, BothEngines]
    public async Task A_licence_withdrawn_after_the_draft_is_not_approved_and_one_that_is_hidden_is_not_found(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var entry = await EntryAsync(house, await IssueAsync(house, Grant));
        var line = new AnyLine(house, Reissue);
        var id = await line.ToOfficerAsync(await line.SubmitAsync(new Dictionary<string, string> { ["so_giay_phep_da_cap"] = entry.Number }));
        using var officer = await line.ToDraftAsync(id);
        await HideAsync(house, entry.MatterId, Confidentiality.Restricted);
        await officer.SubmitAsync(button: "Xem bản in");
        officer.Errors.ShouldContain($"Không thấy số “{entry.Number}” trong sổ");
        await officer.GetAsync($"/mot-cua/{id}");
        officer.Page.QuerySelector($"main a[href='/so-bo/{Register}/{entry.Id}']").ShouldBeNull();
        await HideAsync(house, entry.MatterId, Confidentiality.Open);
        (await TheLine.ActAsync(officer, id, "trinh-du-thao")).Errors.ShouldBeEmpty();
        await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().Where(e => e.Id == entry.Id).ExecuteUpdateAsync(u => u.SetProperty(e => e.State, "thu-hoi")));
        using var leader = await house.SignInAsync("phogiamdoc");
        (await TheLine.ActAsync(leader, id, "ky-duyet")).Errors.ShouldContain("hiện ở trạng thái “Bị thu hồi” nên không cấp lại được. Trả lại dự thảo để sửa.");
        (await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().Where(e => e.Id == entry.Id).Select(e => e.Version).SingleAsync())).ShouldBe(1);
    }

    /// <summary>The matter a licence came from, without the keys of those who may see it.</summary>
    private static Task<int> HideAsync(WebHouse house, Guid matter, Confidentiality confidentiality) => house.AskAsync(async (DepartmentDb db) =>
    {
        await db.Set<MatterScope>().Where(s => s.MatterId == matter).ExecuteDeleteAsync();
        return await db.Set<Matter>().Where(m => m.Id == matter).ExecuteUpdateAsync(u => u.SetProperty(m => m.Confidentiality, confidentiality));
    });

    private static async Task<string> IssueAsync(WebHouse house, string procedure, Dictionary<string, string>? said = null)
    {
        var line = new AnyLine(house, procedure);
        var id = await line.ToOfficerAsync(await line.SubmitAsync(said));
        using var officer = await line.ToDraftAsync(id);
        await officer.SubmitAsync(button: "Trình ký dự thảo");
        return await line.IssueAsync(id);
    }

    /// <summary>The entry that a paper shows today.</summary>
    private static Task<RegisterEntry> EntryAsync(WebHouse house, string document) =>
        house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.DocumentId == DocumentId(document)));

    private static Guid DocumentId(string document) => Guid.Parse(document["/van-ban/".Length..]);

    private static Task<string> TokenAsync(WebHouse house, string document) =>
        house.AskAsync(async (NhiemSo.Documents.IDocumentOffice office) => (await office.FindAsync(DocumentId(document), CancellationToken.None))!.Token);
}
