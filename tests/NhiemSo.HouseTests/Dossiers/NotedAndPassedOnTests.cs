using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>What the department doesn't grant: it takes note of a notification, confirms one by a paper, or passes an application on.</summary>
public sealed class NotedAndPassedOnTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string NewsPage = "giay-phep-trang-tin-tong-hop", Copier = "may-photocopy-mau";

    [Theory, BothEngines]
    public async Task A_declared_colour_copier_stands_in_the_list_under_the_dossiers_own_code_and_its_user_is_not_public(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new AnyLine(house, "in-khai-bao-may-photocopy-mau");
        var id = await line.ToOfficerAsync(await line.SubmitAsync(new Dictionary<string, string> { ["ten_to_chuc_ca_nhan"] = "Tiệm photo Bãi Dương (minh họa)", ["ten_may"] = "Máy Bãi Dương" }));
        using var officer = await house.SignInAsync(await line.OfficerAsync(id));
        (await TheLine.ActAsync(officer, id, "ghi-nhan")).Errors.ShouldBeEmpty();

        var matter = await MatterAsync(house, id);
        matter.State.ShouldBe("da-ghi-nhan");
        var entry = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.MatterId == id));
        (entry.Register, entry.Number, entry.State, entry.DocumentId).ShouldBe((Copier, matter.Number!, "con-hieu-luc", null));
        await officer.GetAsync($"/so-bo/{Copier}/{entry.Id}");
        officer.Text.ShouldContain("Tiệm photo Bãi Dương (minh họa)");
        using var citizen = house.Visit();
        await citizen.GetAsync($"/danh-sach-cong-khai/{Copier}?Q=" + Uri.EscapeDataString("Máy Bãi Dương"));
        citizen.Text.ShouldContain(entry.Number);
        citizen.Text.ShouldNotContain("Tiệm photo Bãi Dương");
    }

    [Theory, BothEngines]
    public async Task A_changed_owner_is_confirmed_by_a_paper_and_written_to_the_licence_that_keeps_its_number(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var grant = new AnyLine(house, "trang-tin-tong-hop-cap-giay-phep");
        var granted = await grant.ToOfficerAsync(await grant.SubmitAsync());
        using (var officer = await house.SignInAsync(await grant.OfficerAsync(granted)))
        {
            await TheLine.ActAsync(officer, granted, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đủ điều kiện.", ["ngay_het_han_giay_phep"] = "01/10/2030" });
            (await TheLine.ActAsync(officer, granted, "trinh-du-thao")).Errors.ShouldBeEmpty();
        }

        await grant.IssueAsync(granted);
        var licence = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.MatterId == granted));

        var notice = new AnyLine(house, "trang-tin-tong-hop-thong-bao-thay-doi");
        var id = await notice.ToOfficerAsync(await notice.SubmitAsync(new Dictionary<string, string>
        {
            ["so_giay_phep"] = licence.Number, ["noi_dung_thay_doi"] = "Chủ sở hữu; địa chỉ trụ sở chính", ["chu_so_huu_moi"] = "Lê Thị Hải Đăng", ["dia_chi_tru_so_chinh"] = "8 Lê Lợi, Nha Trang",
        }));
        using var writer = await notice.ToDraftAsync(id);
        await writer.SubmitAsync(button: "Trình ký văn bản trả lời");
        writer.Errors.ShouldBeEmpty();
        await writer.GetAsync($"/mot-cua/{id}/du-thao");
        writer.MediaType.ShouldBe("application/pdf");
        await notice.IssueAsync(id);

        var changed = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.Id == licence.Id));
        (changed.Number, changed.Version, changed.State).ShouldBe((licence.Number, 2, "con-hieu-luc"));
        changed.Data.ShouldContain("Lê Thị Hải Đăng");
        changed.Data.ShouldContain("8 Lê Lợi, Nha Trang");
        using var citizen = house.Visit();
        await citizen.GetAsync($"/danh-sach-cong-khai/{NewsPage}?Q=" + Uri.EscapeDataString(licence.Number));
        citizen.Text.ShouldContain(licence.Number);
        citizen.Text.ShouldNotContain("Hải Đăng", customMessage: "an owner may be a person");
    }

    [Theory, BothEngines]
    public async Task A_fishing_boats_radio_is_passed_on_by_a_letter_and_the_other_bodys_permit_handed_over(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new AnyLine(house, "tan-so-tiep-nhan-phuong-tien-nghe-ca");
        var code = await line.SubmitAsync(new Dictionary<string, string> { ["dien_thoai"] = "0905 123 482" });
        var id = await line.ToOfficerAsync(code);
        using var officer = await house.SignInAsync(await line.OfficerAsync(id));
        await TheLine.ActAsync(officer, id, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đủ giấy tờ." });
        (await TheLine.ActAsync(officer, id, "trinh-van-ban-chuyen", new() { ["co_quan_nhan"] = "Trung tâm Tần số vô tuyến điện khu vực VII", ["noi_dung_chuyen"] = "Hồ sơ đủ giấy tờ theo quy định." })).Errors.ShouldBeEmpty();
        await new TheLine(house).IssueAsync(id);
        (await MatterAsync(house, id)).State.ShouldBe("da-chuyen");
        await SupplementAsync(house, officer, id, code);

        await officer.GetAsync($"/mot-cua/{id}/viec/nhan-ket-qua");
        await officer.SubmitAsync(new() { ["co_quan_ban_hanh"] = "Cục Tần số vô tuyến điện", ["so_van_ban"] = "271828/GP", ["ngay_van_ban"] = "01/11/2026", ["trich_yeu_van_ban"] = "Giấy phép sử dụng tần số và thiết bị vô tuyến điện" }, file: ("tep", "giay-phep.pdf", Samples.Pdf()));
        officer.Errors.ShouldBeEmpty();
        using var oneStop = await house.SignInAsync("motcua");
        await TheLine.ActAsync(oneStop, id, "tra-ket-qua", new() { ["Receiver"] = "Chủ tàu" });
        (await MatterAsync(house, id)).State.ShouldBe("da-tra-ket-qua");
        (await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AnyAsync(e => e.MatterId == id))).ShouldBeFalse("the permit isn't ours to register");
    }

    /// <summary>The other body asks for a paper: the applicant is told, sends it, and it is passed on.</summary>
    private static async Task SupplementAsync(WebHouse house, Visitor officer, Guid id, string code)
    {
        await officer.GetAsync($"/mot-cua/{id}/viec/co-quan-yeu-cau-bo-sung");
        var paper = officer.Page.QuerySelectorAll("input[type=checkbox][name^=check-]").Last().GetAttribute("name")!;
        await officer.SubmitAsync(new() { [paper] = "1", ["reason"] = "Cơ quan cấp phép cần bản rõ hơn." });
        officer.Errors.ShouldBeEmpty();
        using var citizen = house.Visit();
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        citizen.Text.ShouldContain("Cơ quan cấp phép cần bản rõ hơn.");
        await citizen.SubmitAsync(button: "Gửi tệp bổ sung", file: ("giay-to." + paper["check-".Length..], "ban-ro.pdf", Samples.Pdf()));
        citizen.Errors.ShouldBeEmpty();
        (await TheLine.ActAsync(officer, id, "chuyen-bo-sung", new() { ["cach_gui_bo_sung"] = "Bưu chính" })).Errors.ShouldBeEmpty();
        (await MatterAsync(house, id)).State.ShouldBe("co-quan-xu-ly");
        officer.Text.ShouldNotContain("Đã yêu cầu người nộp", customMessage: "what was asked for has come");
    }

    private static Task<Matter> MatterAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<Matter>().AsNoTracking().SingleAsync(m => m.Id == id));
}
