using Microsoft.EntityFrameworkCore;
using MiniExcelLibs;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Rules;
using NhiemSo.Registers.Books;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Registers;

/// <summary>What is about to expire, and registers as files. Today is 10/11/2026; sixty days on is 09/01/2027.</summary>
public sealed class ExpiryTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Register = "giay-phep-buu-chinh";

    [Theory, BothEngines]
    public async Task Licences_near_their_end_are_listed_soonest_first_and_registers_go_out_as_files(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        await house.AskAsync(async (DepartmentDb db) =>
        {
            var schema = await house.AskAsync((RuleShelf r) => Task.FromResult(r.Today.Book<RegisterSchema>(Register)!.Hash));
            foreach (var (number, to, state) in new[] { ("01/GP", "2026-11-09", "con-hieu-luc"), ("02/GP", "2026-11-10", "con-hieu-luc"), ("03/GP", "2027-01-09", "con-hieu-luc"), ("04/GP", "2027-01-10", "con-hieu-luc"), ("05/GP", "2026-12-01", "thu-hoi"), ("06/GP", "2026-12-02", "con-hieu-luc") })
                db.Add(Entry(number, DateOnly.Parse(to), state, schema));
            // Of a restricted matter: in no list of who may not see it.
            var hidden = new Matter
            {
                Kind = "dossier", Title = "Kín", DutyId = Guid.CreateVersion7(), DutyCitation = "3.3.1.a", UnitId = Guid.CreateVersion7(), Process = "x", ProcessVersion = "x", State = "x", StateName = "x",
                Opened = WebHouse.Start, LastEvent = WebHouse.Start, Confidentiality = Confidentiality.Restricted,
            };
            db.AddRange(hidden, new MatterScope { MatterId = hidden.Id, Key = Scope.Itself(hidden.Id) }, Entry("07/GP", new DateOnly(2026, 12, 3), "con-hieu-luc", schema, hidden.Id));
            return await db.SaveChangesAsync();
        });

        using var officer = await house.SignInAsync("chuyenviencntt");
        await officer.GetAsync("/so-bo/sap-het-han");
        officer.Page.QuerySelectorAll("tbody tr td:nth-child(2)").Select(c => c.TextContent.Trim()).ShouldBe(["02/GP", "06/GP", "03/GP"]);
        officer.Text.ShouldContain("Hết hôm nay");
        officer.Text.ShouldContain("Còn 60 ngày");
        officer.Page.QuerySelectorAll("nav a").Single(a => a.GetAttribute("href") == "/so-bo/sap-het-han").TextContent.ShouldContain("3");
        (await officer.GetAsync("/so-bo/sap-het-han?so=giay-phep-ban-tin")).Text.ShouldContain("Không có giấy phép nào hết hạn trong 60 ngày tới");
        await officer.GetAsync($"/so-bo/{Register}?TrangThai=het-han");
        officer.Page.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim()).ShouldBe(["01/GP"]);

        await officer.GetAsync($"/so-bo/{Register}/xuat?TrangThai=con-hieu-luc");
        (await officer.SubmitAsync()).Errors.ShouldContain("Ghi mục đích");
        await officer.SubmitAsync(new() { ["Purpose"] = "Rà soát gia hạn" });
        Rows(officer.Bytes).Select(r => r["A"]).ShouldBe(["06/GP", "04/GP", "03/GP", "02/GP"], ignoreOrder: true);
        Rows(officer.Bytes)[0].Values.ShouldNotContain("Nguyễn Văn Đại Diện");
        var noted = await house.AskAsync((DepartmentDb db) => db.Set<AuditEntry>().SingleAsync(e => e.Act == "xuat-so"));
        (noted.ActorName, noted.Reason).ShouldBe(("Phạm Thị Ngọc Lan", "Rà soát gia hạn"));
        noted.Text.ShouldBe("Xuất Sổ giấy phép bưu chính (XLSX), trạng thái “Còn hiệu lực”");

        using var citizen = house.Visit();
        await citizen.GetAsync($"/danh-sach-cong-khai/{Register}?handler=xlsx");
        var open = Rows(citizen.Bytes);
        open.Count.ShouldBe(6);
        open.Single(r => (string)r["A"]! == "03/GP")["B"].ShouldBe(new DateTime(2024, 1, 10));
        open.Single(r => (string)r["A"]! == "02/GP").Values.ShouldContain("=1+1 Bưu chính (minh họa)");
        open.SelectMany(r => r.Values).ShouldNotContain("Nguyễn Văn Đại Diện");
    }

    private static RegisterEntry Entry(string number, DateOnly to, string state, string schema, Guid? matter = null) => new()
    {
        Register = Register, SchemaVersion = schema, Number = number, HolderId = null, HolderName = "=1+1 Bưu chính (minh họa)", State = state, From = new DateOnly(2024, 1, 10), To = to,
        Data = $$"""{"doanh_nghiep":"=1+1 Bưu chính (minh họa)","ngay_cap":"2024-01-10","ngay_het_han":"{{to:yyyy-MM-dd}}","nguoi_dai_dien":"Nguyễn Văn Đại Diện","so_giay_phep":"{{number}}"}""",
        MatterId = matter ?? Guid.CreateVersion7(), DocumentId = null, DutyId = Guid.CreateVersion7(), UnitId = Guid.CreateVersion7(), At = WebHouse.Start,
    };

    /// <summary>Below the title, the line on the day, an empty row and the head.</summary>
    private static List<IDictionary<string, object?>> Rows(byte[] xlsx)
    {
        using var file = new MemoryStream(xlsx);
        return [.. MiniExcel.Query(file, useHeaderRow: false).Cast<IDictionary<string, object?>>().Skip(4)];
    }
}
