using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Documents;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Fees;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Matters;
using NhiemSo.Registers;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Registers;

/// <summary>What anyone learns with a paper or a file in hand, and what stays inside.</summary>
public sealed class VerificationTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Register = "giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh";

    [Theory, BothEngines]
    public async Task A_sealed_licence_is_shown_as_genuine_and_its_file_is_recognised_unless_a_byte_differs(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var document = await IssueAsync(house);
        using var citizen = house.Visit();
        await citizen.GetAsync("/xac-minh?ma=" + Uri.EscapeDataString("https://so.example/xac-minh/" + document.Token));
        citizen.Path.ShouldBe("/xac-minh/" + document.Token);
        citizen.Heading.ShouldEndWith("thật, còn hiệu lực");
        citizen.Text.ShouldContain(document.Symbol);
        citizen.Text.ShouldContain("Trung tâm Khuyến nông Ninh Hải (minh họa)");
        citizen.Text.ShouldContain("Chữ ký số trong tệp hợp lệ.");
        citizen.Page.QuerySelectorAll("ul.rows > li").Count(s => s.TextContent.Contains("có dấu thời gian", StringComparison.Ordinal)).ShouldBe(2, "the person's and the organ's");

        await FeesLine.PayAsync(house, document.MatterId);
        await citizen.GetAsync($"/xac-minh/{document.Token}/tep");
        var pdf = citizen.Bytes;
        pdf.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
        byte[] tampered = [.. pdf];
        tampered[pdf.Length / 3] ^= 1;

        (await CompareAsync(citizen, document.Token, pdf)).ShouldContain("Tệp của bạn đúng là bản đã cấp");
        (await CompareAsync(citizen, document.Token, tampered)).ShouldContain("Tệp này đã bị sửa");
        citizen.Text.ShouldNotContain("hoặc không phải bản đã cấp", customMessage: "it bears this document's code");
        citizen.Heading.ShouldBe("Tệp này đã bị sửa", "the file's verdict comes before the paper's");
        citizen.Page.QuerySelectorAll(".verdict").ShouldHaveSingleItem().ClassList.ShouldContain("bad");
        var result = citizen.Page.QuerySelector("form[method=post]")!.GetAttribute("action")!.Split('#')[1];
        citizen.Page.GetElementById(result)!.TextContent.ShouldContain("Tệp này đã bị sửa", customMessage: "the browser goes there without a script");
        (await CompareAsync(citizen, document.Token, Samples.Pdf())).ShouldContain("Tệp này đã bị sửa hoặc không phải bản đã cấp");
        (await CheckAsync(citizen, pdf)).ShouldContain("Tệp này đúng là bản đã cấp");
        citizen.Page.QuerySelector($"a[href='/xac-minh/{document.Token}']").ShouldNotBeNull();
        (await CheckAsync(citizen, tampered)).ShouldContain($"Tệp mang mã kiểm tra của Giấy phép số {document.Symbol} nhưng không phải bản đã cấp.");
        citizen.Page.QuerySelector($"a[href='/xac-minh/{document.Token}']").ShouldNotBeNull("leads to what it claims to be");
        (await CheckAsync(citizen, Samples.Pdf())).ShouldContain("Tệp này không phải bản đã cấp");
        (await CheckAsync(citizen, Encoding.UTF8.GetBytes("không phải PDF"))).ShouldContain("Không đọc được tệp này");
        await citizen.SubmitAsync(button: "Kiểm tra tệp");
        (citizen.Status, citizen.Errors.Contains("Chọn tệp PDF", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadRequest, true));
    }

    [Theory, BothEngines]
    public async Task The_page_says_when_a_licence_no_longer_stands(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var document = await IssueAsync(house);
        using var citizen = house.Visit();
        await SetAsync(house, document, e => e.To = house.Time.Today().AddDays(-1));
        (await citizen.GetAsync("/xac-minh/" + document.Token)).Heading.ShouldEndWith("thật, đã hết hạn");
        using var reader = await house.SignInAsync("chuyenvien2");
        (await reader.GetAsync($"/so-bo/{Register}?TrangThai=con-hieu-luc")).Text.ShouldNotContain(document.Symbol, customMessage: "in force by its stored state only");
        (await reader.GetAsync($"/so-bo/{Register}?TrangThai=het-han")).Text.ShouldContain(document.Symbol);
        await SetAsync(house, document, e => e.To = house.Time.Today());
        (await reader.GetAsync($"/so-bo/{Register}?TrangThai=con-hieu-luc")).Text.ShouldContain(document.Symbol, customMessage: "in force to the end of its last day");
        (await reader.GetAsync($"/so-bo/{Register}?TrangThai=het-han")).Text.ShouldNotContain(document.Symbol);
        await SetStateAsync(house, document, "dinh-chi");
        (await citizen.GetAsync("/xac-minh/" + document.Token)).Heading.ShouldBe("Giấy phép đang bị đình chỉ");
        await SetStateAsync(house, document, "thu-hoi");
        (await citizen.GetAsync("/xac-minh/" + document.Token)).Heading.ShouldBe("Giấy phép đã bị thu hồi");
        citizen.Page.QuerySelector(".verdict.bad").ShouldNotBeNull();

        using var officer = await house.SignInAsync("chuyenvien");
        var entry = await EntryAsync(house, document);
        await officer.GetAsync($"/so-bo/{Register}/{entry.Id}");
        officer.Text.ShouldContain("Quyết định thử nghiệm thu-hoi");
        entry.Version.ShouldBe(3);
    }

    [Theory, BothEngines]
    public async Task A_voided_number_is_worthless_and_an_unknown_code_says_what_to_do(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var path = await line.ToApprovedAsync(id);
        var document = (await house.AskAsync((IDocumentOffice o) => o.OfMatterAsync(id, CancellationToken.None))).Single();
        using var citizen = house.Visit();
        (await citizen.GetAsync("/xac-minh/" + document.Token)).Status.ShouldBe(HttpStatusCode.NotFound, "not issued yet");
        using var leader = await house.SignInAsync("phogiamdoc");
        await leader.GetAsync(path);
        await leader.SubmitAsync(new() { ["Reason"] = "Sai tên cơ sở in" }, leader.Page.QuerySelectorAll("button").Select(b => Visitor.Clean(b.TextContent)).First(t => t.StartsWith("Hủy số", StringComparison.Ordinal)));

        (await citizen.GetAsync("/xac-minh/" + document.Token)).Heading.ShouldBe("Số này đã hủy, không có giá trị");
        citizen.Text.ShouldNotContain("Sai tên cơ sở in");
        await citizen.GetAsync("/tra-cuu");
        await citizen.PostAsync("/xac-minh/" + document.Token, []);
        (citizen.Status, citizen.Heading).ShouldBe((HttpStatusCode.BadRequest, "Số này đã hủy, không có giá trị"), "no file chosen");
        await citizen.GetAsync("/tra-cuu");
        await citizen.UploadAsync("/xac-minh/" + document.Token, ("Tep", "giay-phep.pdf", Samples.Pdf()));
        citizen.Status.ShouldBe(HttpStatusCode.Conflict);
        citizen.Errors.ShouldContain("hãy hỏi Sở");
        await citizen.GetAsync($"/xac-minh/{document.Token}/tep");
        citizen.Status.ShouldBe(HttpStatusCode.NotFound);
        await citizen.GetAsync("/xac-minh/AAAAAAAAAAAAAAAAAAAAAA");
        (citizen.Status, citizen.Heading).ShouldBe((HttpStatusCode.NotFound, "Không có văn bản nào mang mã này"));
        citizen.Page.QuerySelector("a[href='/xac-minh']").ShouldNotBeNull();
        foreach (var number in new[] { "01/GP-STTTT", "01 / GP-STTTT" })
        {
            await citizen.GetAsync("/xac-minh?ma=" + Uri.EscapeDataString(number));
            citizen.Status.ShouldBe(HttpStatusCode.BadRequest);
            citizen.Errors.ShouldContain("Chỉ có số, ký hiệu thì chưa kiểm tra được");
            citizen.Page.GetElementById(citizen.Page.QuerySelector(".faults a")!.GetAttribute("href")![1..]).ShouldNotBeNull("the summary leads to the field");
            citizen.Text.ShouldNotContain("không do Sở phát hành");
        }

        (await citizen.GetAsync("/xac-minh/01-GP-STTTT")).Text.ShouldNotContain("không do Sở phát hành", customMessage: "no code at all");
    }

    [Theory, BothEngines]
    public async Task Public_pages_and_tables_show_no_personal_column_and_no_formula(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var document = await IssueAsync(house);
        await SetAsync(house, document, e =>
        {
            var data = JsonNode.Parse(e.Data)!;
            (data["nguoi_dich"], data["ten"], data["muc_dich"]) = ("Lê Thị Dịch Giả", "=HYPERLINK(\"x\")", "Mục đích nội bộ");
            e.Data = data.ToJsonString();
        });
        using var citizen = house.Visit();
        foreach (var path in new[] { $"/xac-minh/{document.Token}", "/danh-sach-cong-khai", $"/danh-sach-cong-khai/{Register}", $"/danh-sach-cong-khai/{Register}?handler=bang" })
        {
            await citizen.GetAsync(path);
            citizen.Status.ShouldBe(HttpStatusCode.OK, path);
            var text = WebUtility.HtmlDecode(Encoding.UTF8.GetString(citizen.Bytes));
            text.ShouldNotContain("Lê Thị Dịch Giả", customMessage: path);
            text.ShouldNotContain("Mục đích nội bộ", customMessage: path);
        }

        Encoding.UTF8.GetString(citizen.Bytes).ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        (await citizen.GetAsync($"/danh-sach-cong-khai/{Register}?Q=dich+gia")).Text.ShouldContain("Không có mục nào.");
        (await citizen.GetAsync($"/danh-sach-cong-khai/{Register}?Q=khuyen+nong")).Text.ShouldContain(document.Symbol);
        citizen.Page.QuerySelector("td a[href^='/xac-minh/']").ShouldBeNull("the address opens the signed paper: only the paper itself gives it");
        foreach (var (head, at) in citizen.Page.QuerySelectorAll("thead th").Select((h, i) => (h.TextContent, i)))
            citizen.Page.QuerySelectorAll("tbody tr").ShouldContain(row => Visitor.Clean(row.Children[at].TextContent).Length > 0, $"“{head}” is empty in every row");
        (await citizen.GetAsync($"/so-bo/{Register}")).Path.ShouldStartWith("/dang-nhap");

        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync($"/so-bo/{Register}?Q=KHUYEN+nong")).Text.ShouldContain(document.Symbol);
        (await officer.GetAsync($"/so-bo/{Register}?TrangThai=het-han")).Text.ShouldNotContain(document.Symbol);
        await officer.GetAsync($"/so-bo/{Register}/xuat");
        (await officer.SubmitAsync(new() { ["Format"] = "csv" })).Errors.ShouldContain("Ghi mục đích");
        await officer.SubmitAsync(new() { ["Format"] = "csv", ["Purpose"] = "Báo cáo Cục Xuất bản" });
        Encoding.UTF8.GetString(officer.Bytes).ShouldContain("Mục đích nội bộ");
        Encoding.UTF8.GetString(officer.Bytes).ShouldNotContain("Lê Thị Dịch Giả");
        (await officer.GetAsync("/nhiem-vu/4.3.2.a")).Text.ShouldContain("Sổ giấy phép xuất bản tài liệu không kinh doanh");
    }

    [Theory, BothEngines]
    public async Task An_entry_of_a_restricted_matter_is_in_no_list(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var document = await IssueAsync(house);
        var entry = await EntryAsync(house, document);
        await house.AskAsync(async (DepartmentDb db) =>
        {
            var matter = await db.Set<Platform.Matters.Matter>().FirstAsync(m => m.Id == entry.MatterId);
            matter.Confidentiality = Platform.Matters.Confidentiality.Restricted;
            var keys = await db.Set<Platform.Matters.MatterScope>().Where(s => s.MatterId == matter.Id).ToListAsync();
            db.RemoveRange(keys.Where(k => !k.Key.StartsWith("p:", StringComparison.Ordinal)));
            return await db.SaveChangesAsync();
        });
        using var citizen = house.Visit();
        (await citizen.GetAsync($"/danh-sach-cong-khai/{Register}")).Text.ShouldNotContain(document.Symbol);
        (await citizen.GetAsync($"/xac-minh/{document.Token}")).Text.ShouldNotContain("Khuyến nông");
        using var clerk = await house.SignInAsync("vanthu");
        (await clerk.GetAsync($"/so-bo/{Register}/{entry.Id}")).Status.ShouldBe(HttpStatusCode.NotFound);
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync($"/so-bo/{Register}/{entry.Id}")).Heading.ShouldBe(document.Symbol);
    }

    private static async Task<DocumentFacts> IssueAsync(WebHouse house)
    {
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var path = await line.ToApprovedAsync(id);
        await line.SignAsync(path);
        (await line.SealAsync(path)).Dispose();
        return (await house.AskAsync((IDocumentOffice o) => o.OfMatterAsync(id, CancellationToken.None))).Single();
    }

    private static async Task<string> CompareAsync(Visitor citizen, string token, byte[] file)
    {
        await citizen.GetAsync("/xac-minh/" + token);
        return (await citizen.SubmitAsync(button: "So với bản gốc", file: ("Tep", "giay-phep.pdf", file))).Text;
    }

    private static async Task<string> CheckAsync(Visitor citizen, byte[] file)
    {
        await citizen.GetAsync("/xac-minh");
        return (await citizen.SubmitAsync(button: "Kiểm tra tệp", file: ("Tep", "giay-phep.pdf", file))).Text;
    }

    private static Task<RegisterEntry> EntryAsync(WebHouse house, DocumentFacts document) =>
        house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.DocumentId == document.Id));

    private static Task SetAsync(WebHouse house, DocumentFacts document, Action<RegisterEntry> change) => house.AskAsync(async (DepartmentDb db) =>
    {
        change(await db.Set<RegisterEntry>().SingleAsync(e => e.DocumentId == document.Id));
        return await db.SaveChangesAsync();
    });

    private static async Task SetStateAsync(WebHouse house, DocumentFacts document, string state) =>
        (await house.AskAsync((IServiceProvider s) => s.GetRequiredService<Work>().ActAsync<Done>(async ct =>
        {
            var entry = await s.GetRequiredService<DepartmentDb>().Set<RegisterEntry>().SingleAsync(e => e.DocumentId == document.Id, ct);
            var matter = await s.GetRequiredService<DepartmentDb>().Set<Matter>().SingleAsync(m => m.Id == entry.MatterId, ct);
            await s.GetRequiredService<IRegisterBook>().ChangeAsync(matter, new EntryChange(entry.Id, $"Quyết định thử nghiệm {state}", entry.HolderName, new Dictionary<string, object?>(), null, state), Actor.System, ct);
            return Done.Yes;
        }, CancellationToken.None))).Ok.ShouldBeTrue();
}
