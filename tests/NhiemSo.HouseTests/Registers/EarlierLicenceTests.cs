using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using NhiemSo.Registers.Earlier;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Registers;

/// <summary>Licences issued on paper before this system: typed in by one, confirmed by another, from then on like any other.</summary>
public sealed class EarlierLicenceTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Register = "giay-phep-hoat-dong-in", Place = "/so-bo/" + Register, Public = "/danh-sach-cong-khai/" + Register, Reissue = "in-cap-lai-giay-phep-hoat-dong-in";

    private static Dictionary<string, string> Typed(string number) => new()
    {
        ["so_giay_phep"] = number, ["ngay_cap"] = "15/06/2019", ["co_quan_cap"] = "Sở Thông tin và Truyền thông", ["co_so"] = "Nhà in Cam Ranh (minh họa)", ["nguoi_dung_dau"] = "Lý Thị Hiền",
        ["dia_chi"] = "12 Hùng Vương, Cam Ranh", ["Source"] = "Bản gốc lưu tại phòng",
    };

    [Theory, BothEngines]
    public async Task A_licence_of_before_is_typed_in_confirmed_corrected_listed_and_reissued_on_the_portal(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        const string Number = "88/GP-STTTT";
        using var officer = await house.SignInAsync("chuyenvien");
        using var head = await house.SignInAsync("truongphong");
        using var other = await house.SignInAsync("chuyenviencntt");
        using var anyone = house.Visit();
        (await other.GetAsync(Place + "/nhap")).Status.ShouldBe(HttpStatusCode.Forbidden);

        await officer.GetAsync(Place);
        await officer.GetAsync(officer.Page.QuerySelector($"main a[href='{Place}/nhap']")!.GetAttribute("href")!);
        await officer.SubmitAsync(new() { ["so_giay_phep"] = Number, ["ngay_cap"] = "15/06/2030" });
        officer.Status.ShouldBe(HttpStatusCode.BadRequest);
        officer.Errors.ShouldContain("ngày 15/06/2030 chưa tới");
        officer.Errors.ShouldContain("Nhập cơ sở in");
        officer.Page.QuerySelector("[name=so_giay_phep]")!.GetAttribute("value").ShouldBe(Number);
        await officer.SubmitAsync(Typed(Number), "Gửi để xác nhận", ("Tep", "giay-phep.pdf", Samples.Pdf()));
        officer.Heading.ShouldBe($"Giấy phép cấp trước {Number}");
        var waiting = officer.Path;
        officer.Page.QuerySelectorAll("main form button").Length.ShouldBe(0, "nobody confirms what they typed in");
        await officer.PostAsync(waiting + "?handler=Confirm", []);
        officer.Status.ShouldBe(HttpStatusCode.Forbidden);

        // Until a second person confirms, nobody outside the unit knows of it, and its number is taken.
        (await other.GetAsync(waiting)).Status.ShouldBe(HttpStatusCode.NotFound);
        await anyone.GetAsync(Public + "?Q=" + Uri.EscapeDataString("cam ranh"));
        anyone.Text.ShouldNotContain(Number);
        (await anyone.GetAsync("/xac-minh?ma=" + Uri.EscapeDataString(Number))).Status.ShouldBe(HttpStatusCode.BadRequest);
        await officer.GetAsync(Place + "/nhap");
        await officer.SubmitAsync(Typed(Number));
        officer.Errors.ShouldContain("đang chờ xác nhận");

        await head.GetAsync(Place + "/cho-xac-nhan");
        await head.GetAsync(head.Page.QuerySelectorAll("main td a").Single(a => a.TextContent == Number).GetAttribute("href")!);
        await head.GetAsync(waiting + "?handler=File");
        head.MediaType.ShouldBe("application/pdf");
        await head.GetAsync(waiting);
        await head.SubmitAsync(button: "Xác nhận và ghi vào sổ");
        var entry = head.Path;
        head.Text.ShouldContain("Cấp trước khi dùng hệ thống");
        head.Text.ShouldContain("Lý Thị Hiền", customMessage: "the unit that keeps the register sees what it typed");
        await other.GetAsync(entry);
        other.Text.ShouldNotContain("Lý Thị Hiền");
        await head.GetAsync(waiting);
        await head.PostAsync(waiting + "?handler=Confirm", []);
        head.Status.ShouldBe(HttpStatusCode.Conflict);
        head.Text.ShouldContain("đã xác nhận giấy phép");

        await anyone.GetAsync(Public + "?Q=" + Uri.EscapeDataString("cam ranh"));
        anyone.Text.ShouldContain(Number);
        anyone.Text.ShouldNotContain("Lý Thị Hiền");
        anyone.Page.QuerySelector("td a[href^='/xac-minh']").ShouldBeNull("no paper of ours stands behind it");
        await anyone.GetAsync("/xac-minh?ma=" + Uri.EscapeDataString(Number));
        anyone.Text.ShouldContain("bản giấy không kiểm tra được ở đây");
        anyone.Text.ShouldContain("Còn hiệu lực");
        await anyone.GetAsync("/tim?q=" + Uri.EscapeDataString("nha in cam ranh"));
        anyone.Page.QuerySelector($"main a[href^='{Public}']").ShouldNotBeNull();

        // Corrected: the second person sees what stands beside what shall stand, every version is kept.
        await officer.GetAsync(entry);
        await officer.GetAsync(officer.Page.QuerySelectorAll("main a").Single(a => a.TextContent == "Đính chính…").GetAttribute("href")!);
        await officer.SubmitAsync(new() { ["co_so"] = "Nhà in Cam Ranh Bay (minh họa)", ["Source"] = "Đối chiếu lại bản gốc" });
        await head.GetAsync(officer.Path);
        head.Text.ShouldContain("Nhà in Cam Ranh Bay (minh họa) – trong sổ đang ghi: Nhà in Cam Ranh (minh họa)");
        await head.SubmitAsync(button: "Xác nhận và ghi vào sổ");
        head.Path.ShouldBe(entry);
        head.Page.QuerySelectorAll("table tbody tr").Length.ShouldBe(2);
        head.Text.ShouldContain("Đính chính, nhập từ giấy tờ: Đối chiếu lại bản gốc");

        // The holder asks on the portal for a new paper: the number is found, from then on the licence is shown by a paper of ours.
        var line = new AnyLine(house, Reissue);
        var dossier = await line.ToOfficerAsync(await line.SubmitAsync(new Dictionary<string, string> { ["ten_co_so_in"] = "Nhà in Vịnh Cam Ranh (minh họa)", ["so_giay_phep_da_cap"] = Number }));
        using var drafter = await line.ToDraftAsync(dossier);
        await drafter.SubmitAsync(button: "Trình ký dự thảo");
        drafter.Errors.ShouldBeEmpty();
        await line.IssueAsync(dossier);
        var id = Guid.Parse(entry.Split('/')[^1]);
        var reissued = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.Id == id));
        (reissued.Number, reissued.Version, reissued.HolderName, reissued.DocumentId is null).ShouldBe((Number, 3, "Nhà in Vịnh Cam Ranh (minh họa)", false));
        await officer.GetAsync(entry);
        officer.Text.ShouldNotContain("Đính chính…");
        (await anyone.GetAsync("/xac-minh?ma=" + Uri.EscapeDataString(Number))).Status.ShouldBe(HttpStatusCode.BadRequest, "its paper is ours now and bears a code");
        var earlier = Guid.Parse(waiting.Split('/')[^1]);
        (await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().Where(e => e.Subject == EarlierDesk.Subject && e.SubjectId == earlier).OrderBy(e => e.Position).Select(e => e.Act).ToListAsync()))
            .ShouldBe(["nhap-giay-phep-cap-truoc", "xac-nhan-giay-phep-cap-truoc"]);
    }

    [Theory, BothEngines]
    public async Task A_table_of_many_is_looked_at_and_taken_as_a_whole_or_not_at_all(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var officer = await house.SignInAsync("chuyenvien");
        using var head = await house.SignInAsync("truongphong");
        await officer.GetAsync(Place + "/nhap-tep?handler=Mau");
        using (var template = new MemoryStream(officer.Bytes)) ((IDictionary<string, object?>)template.Query(useHeaderRow: true).First()).Keys.ShouldContain("Cơ sở in");

        await officer.GetAsync(Place + "/nhap-tep");
        await officer.SubmitAsync(button: "Xem trước", file: ("Tep", "so-in.csv", Csv("Số giấy phép;Ngày cấp;Cơ quan cấp;Cơ sở in;Trạng thái\r\n201/GP-STTTT;31/02/2018;Sở;\"Nhà in A; chi nhánh\";\r\n201/GP-STTTT;1/3/2018;Sở;;Đã mất\r\n")));
        officer.Status.ShouldBe(HttpStatusCode.BadRequest);
        officer.Errors.ShouldContain("Dòng 2, cột “Ngày cấp”: không có ngày 31/02/2018");
        officer.Errors.ShouldContain("Dòng 3, cột “Cơ sở in”");
        officer.Errors.ShouldContain("Dòng 3, cột “Trạng thái”");
        await officer.SubmitAsync(button: "Xem trước", file: ("Tep", "so-in.csv", Csv("Số giấy phép\tNgày cấp\tGhi chú\r\n1\t1/3/2018\tx\r\n")));
        officer.Errors.ShouldContain("Dòng 1, cột “Ghi chú”: Sổ này không có cột tên như vậy");
        officer.Errors.ShouldContain("Dòng 1, cột “Cơ sở in”: Thiếu cột này");

        using var book = new MemoryStream();
        book.SaveAs(new[] { 301, 302 }.Select(n => new Dictionary<string, object> { ["Số giấy phép"] = $"{n}/GP-STTTT", ["Ngày cấp"] = new DateTime(2017, 5, 4), ["Cơ quan cấp"] = "Sở", ["Cơ sở in"] = $"Nhà in số {n} (minh họa)" }));
        await officer.SubmitAsync(button: "Xem trước", file: ("Tep", "so-in.xlsx", book.ToArray()));
        officer.Errors.ShouldBeEmpty();
        officer.Text.ShouldContain("2 giấy phép trong tệp so-in.xlsx đọc được, chưa nhập");
        officer.Text.ShouldContain("04/05/2017");
        (await house.AskAsync((DepartmentDb db) => db.Set<EarlierLicence>().CountAsync(e => e.BatchId != null))).ShouldBe(0);
        await officer.SubmitAsync(button: "Nhập 2 giấy phép");
        officer.Path.ShouldBe(Place + "/cho-xac-nhan");
        officer.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Xác nhận cả tệp", StringComparison.Ordinal));

        // The same file again: every number is taken, nothing is typed in twice.
        await officer.GetAsync(Place + "/nhap-tep");
        await officer.SubmitAsync(button: "Xem trước", file: ("Tep", "so-in.xlsx", book.ToArray()));
        await officer.SubmitAsync(button: "Nhập 2 giấy phép");
        officer.Status.ShouldBe(HttpStatusCode.BadRequest);
        officer.Errors.ShouldContain("Số 302/GP-STTTT năm 2017 đã được nhập và đang chờ xác nhận");
        (await house.AskAsync((DepartmentDb db) => db.Set<EarlierLicence>().CountAsync(e => e.BatchId != null))).ShouldBe(2);

        // One is sent back with its reason, the rest of the file is confirmed at once.
        await head.GetAsync(Place + "/cho-xac-nhan");
        await head.GetAsync(head.Page.QuerySelectorAll("main td a").Single(a => a.TextContent == "302/GP-STTTT").GetAttribute("href")!);
        await head.SubmitAsync(new() { ["Reason"] = "Thiếu địa chỉ" }, "Trả lại");
        head.Text.ShouldContain("Thiếu địa chỉ");
        await head.SubmitAsync(button: "Xác nhận cả tệp so-in.xlsx");
        head.Path.ShouldBe(Place);
        head.Text.ShouldContain("301/GP-STTTT");
        head.Text.ShouldNotContain("302/GP-STTTT");
        using var anyone = house.Visit();
        await anyone.GetAsync(Public + "?Q=" + Uri.EscapeDataString("nhà in số 301"));
        anyone.Text.ShouldContain("301/GP-STTTT");
    }

    private static byte[] Csv(string text) => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
}
