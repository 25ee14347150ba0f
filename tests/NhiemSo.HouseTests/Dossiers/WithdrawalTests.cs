using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Opened by the department itself on a licence: grounds, notice, explanation, decision, register, public list; never on the portal.</summary>
public sealed class WithdrawalTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Grant = "in-cap-giay-phep-hoat-dong-in", Withdrawal = "in-thu-hoi-giay-phep-hoat-dong-in", Register = "giay-phep-hoat-dong-in";

    [Theory, BothEngines]
    public async Task A_licence_is_withdrawn_after_its_holder_was_heard(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (paper, entry) = await LicenceAsync(house);
        using var officer = await house.SignInAsync("chuyenvien");
        var dossier = await OpenAsync(officer, entry);
        officer.Text.ShouldContain($"Mở hồ sơ về {entry.Number}");
        (await TheLine.ActAsync(officer, dossier, "trinh-du-thao")).Status.ShouldBe(HttpStatusCode.Conflict, "nothing is decided before the holder was told");

        await NotifyAsync(house, officer, dossier);
        await officer.GetAsync($"/mot-cua/{dossier}");
        officer.Text.ShouldContain("Chờ chủ giấy phép giải trình");
        (await TheLine.ActAsync(officer, dossier, "khong-giai-trinh")).Errors.ShouldContain("Hạn đã báo là hết ngày 20/12/2026");
        (await TheLine.ActAsync(officer, dossier, "nhan-giai-trinh", new() { ["ngay_giai_trinh"] = "10/11/2026", ["noi_dung_giai_trinh"] = "Cơ sở đã bán hết máy và ngừng hoạt động." })).Errors.ShouldBeEmpty();
        await officer.GetAsync($"/mot-cua/{dossier}/viec/trinh-du-thao");
        await officer.SubmitAsync(new() { ["noi_dung_ket_luan"] = "Cơ sở thừa nhận đã ngừng hoạt động." }, "Xem bản in");
        officer.MediaType.ShouldBe("application/pdf");
        var draft = await Pdf.TextAsync(officer.Bytes);
        draft.ShouldContain("Nghị định số 60/2014/NĐ-CP");
        draft.ShouldContain("Không hoạt động trên 12 tháng kể từ ngày cấp. Cơ sở thừa nhận đã ngừng hoạt động.");
        await officer.GetAsync($"/mot-cua/{dossier}");
        officer.Text.ShouldContain("Cơ sở đã bán hết máy và ngừng hoạt động.", customMessage: "who decides reads what the holder said");
        (await TheLine.ActAsync(officer, dossier, "trinh-du-thao", new() { ["noi_dung_ket_luan"] = "Cơ sở thừa nhận đã ngừng hoạt động." })).Errors.ShouldBeEmpty();
        var decision = await new TheLine(house).IssueAsync(dossier);
        (await TheLine.ActAsync(officer, dossier, "tra-ket-qua", new() { ["so-hieu-buu-gui"] = "RE123" })).Errors.ShouldBeEmpty();
        officer.Text.ShouldContain("Đã giao quyết định");

        var withdrawn = await EntryAsync(house, entry.Id);
        (withdrawn.State, withdrawn.Version, withdrawn.DocumentId).ShouldBe(("thu-hoi", 2, entry.DocumentId), "the licence goes on showing its own paper");
        await officer.GetAsync($"/so-bo/{Register}/{entry.Id}");
        officer.Text.ShouldContain("Thu hồi giấy phép hoạt động in theo");
        officer.Page.QuerySelectorAll("main .actions a").ShouldBeEmpty("nothing more is done to a withdrawn licence");
        using var citizen = house.Visit();
        (await citizen.GetAsync("/xac-minh/" + await TokenAsync(house, paper))).Heading.ShouldBe("Giấy phép đã bị thu hồi");
        (await citizen.GetAsync("/xac-minh/" + await TokenAsync(house, decision))).Heading.ShouldBe("Quyết định thật, do Sở phát hành");
        await citizen.GetAsync($"/danh-sach-cong-khai/{Register}?Q={Uri.EscapeDataString(entry.Number)}");
        citizen.Text.ShouldContain("Bị thu hồi");
    }

    [Theory, BothEngines]
    public async Task Nothing_is_opened_twice_or_by_another_unit_or_on_what_is_withdrawn(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (_, entry) = await LicenceAsync(house);
        using var officer = await house.SignInAsync("chuyenvien");
        var dossier = await OpenAsync(officer, entry);
        await officer.GetAsync(Address(entry));
        await officer.SubmitAsync(Grounds, "Mở hồ sơ");
        officer.Errors.ShouldContain($"về {entry.Number}");

        using var other = await house.SignInAsync("chuyenviencntt");
        (await other.GetAsync(Address(entry))).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var citizen = house.Visit();
        (await citizen.GetAsync("/thu-tuc/" + Withdrawal)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await citizen.GetAsync("/tim?q=" + Uri.EscapeDataString("thu hồi giấy phép hoạt động in"))).Page.QuerySelector($"main a[href='/thu-tuc/{Withdrawal}']").ShouldBeNull();

        using var leader = await house.SignInAsync("giamdoc");
        (await TheLine.ActAsync(leader, dossier, "dung", new() { ["reason"] = "Cơ sở đã khắc phục." })).Errors.ShouldBeEmpty();
        leader.Text.ShouldContain("Kết thúc không xử lý");
        (await EntryAsync(house, entry.Id)).State.ShouldBe("con-hieu-luc");
    }

    [Theory, BothEngines]
    public async Task Evidence_is_kept_with_its_file_and_a_notice_sent_back_is_written_anew(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var (_, entry) = await LicenceAsync(house);
        using var officer = await house.SignInAsync("chuyenvien");
        var dossier = await OpenAsync(officer, entry);
        await officer.GetAsync($"/mot-cua/{dossier}/viec/them-chung-cu");
        await officer.SubmitAsync(new() { ["mo_ta_chung_cu"] = "Biên bản kiểm tra" });
        officer.Errors.ShouldContain("Chọn tệp");
        await officer.SubmitAsync(new() { ["mo_ta_chung_cu"] = "Biên bản kiểm tra" }, file: ("tep", "bien-ban.pdf", Samples.Pdf()));
        officer.Errors.ShouldBeEmpty();
        officer.Text.ShouldContain("bien-ban.pdf");

        (await TheLine.ActAsync(officer, dossier, "trinh-thong-bao", Notice)).Errors.ShouldBeEmpty();
        using var leader = await house.SignInAsync("phogiamdoc");
        (await TheLine.ActAsync(leader, dossier, "tra-lai", new() { ["reason"] = "Nêu rõ điều luật." })).Errors.ShouldBeEmpty();
        (await officer.GetAsync($"/mot-cua/{dossier}")).Text.ShouldContain("Nêu rõ điều luật.");
        await NotifyAsync(house, officer, dossier, until: "12/11/2026");
        house.Time.Advance(TimeSpan.FromDays(3));
        using var later = await house.SignInAsync("chuyenvien");
        (await TheLine.ActAsync(later, dossier, "khong-giai-trinh")).Errors.ShouldBeEmpty();
        later.Text.ShouldContain("Đang dự thảo");
    }

    private static readonly Dictionary<string, string> Grounds = new() { ["hinh_thuc"] = "thu-hoi", ["can_cu"] = "can-cu-2", ["noi_dung_vi_pham"] = "Kiểm tra ngày 05/11/2026: cơ sở đóng cửa từ tháng 8/2025." };

    private static readonly Dictionary<string, string> Notice = new() { ["noi_dung_thong_bao"] = "Cơ sở không hoạt động trên 12 tháng.", ["han_giai_trinh"] = "20/12/2026" };

    private static string Address(RegisterEntry entry) => $"/mot-cua/so-mo/{Withdrawal}?so={Uri.EscapeDataString(entry.Number)}";

    private static async Task<Guid> OpenAsync(Visitor officer, RegisterEntry entry)
    {
        await officer.GetAsync($"/so-bo/{Register}/{entry.Id}");
        var button = officer.Page.QuerySelectorAll("main .actions a").Single(a => a.TextContent.StartsWith("Thu hồi", StringComparison.Ordinal));
        await officer.GetAsync(button.GetAttribute("href")!);
        await officer.SubmitAsync(Grounds, "Mở hồ sơ");
        officer.Errors.ShouldBeEmpty();
        return Guid.Parse(officer.Path.Split('/', '?')[2]);
    }

    private static async Task NotifyAsync(WebHouse house, Visitor officer, Guid dossier, string until = "20/12/2026")
    {
        (await TheLine.ActAsync(officer, dossier, "trinh-thong-bao", new(Notice) { ["han_giai_trinh"] = until })).Errors.ShouldBeEmpty();
        await new TheLine(house).IssueAsync(dossier);
    }

    private static async Task<(string Paper, RegisterEntry Entry)> LicenceAsync(WebHouse house)
    {
        await new AnyLine(house, Withdrawal).ConfirmAsync();
        var line = new AnyLine(house, Grant);
        var id = await line.ToOfficerAsync(await line.SubmitAsync());
        using var officer = await line.ToDraftAsync(id);
        await officer.SubmitAsync(button: "Trình ký dự thảo");
        var paper = await line.IssueAsync(id);
        var document = Guid.Parse(paper["/van-ban/".Length..]);
        return (paper, await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.DocumentId == document)));
    }

    private static Task<RegisterEntry> EntryAsync(WebHouse house, Guid id) => house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.Id == id));

    private static Task<string> TokenAsync(WebHouse house, string document) =>
        house.AskAsync(async (NhiemSo.Documents.IDocumentOffice office) => (await office.FindAsync(Guid.Parse(document["/van-ban/".Length..]), CancellationToken.None))!.Token);
}
