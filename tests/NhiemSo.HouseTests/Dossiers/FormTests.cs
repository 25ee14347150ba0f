using System.Net;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>The printed forms of the one-stop desk, read by pdftotext.</summary>
public sealed class FormTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Form_01_lists_what_was_handed_in_and_leads_to_the_look_up(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await TheLine.ActAsync(desk, id, "tiep-nhan", TheLine.AllPapers);
        var pdf = await FormAsync(desk, "Giấy tiếp nhận");
        var text = await Pdf.TextAsync(pdf);
        text.ShouldContain("Điện thoại của Bộ phận: ....", Case.Sensitive, "the number is not known: room to write it");
        text.ShouldContain("Quét mã để xem hồ sơ đang ở đâu");
        text.ShouldContain("đơn điện tử");
        text.ShouldContain("tệp điện tử 1", Case.Sensitive, "three copies are asked for on paper, one file was handed in");
        text.ShouldNotContain("Bản dịch tiếng Việt", Case.Sensitive, "not handed in");
        text.ShouldContain("Lê Thu Hà");
        (await Pdf.SizeAsync(pdf)).ShouldBe((148, 210));
        (await Pdf.PagesAsync(pdf)).ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Forms_02_and_03_say_whom_to_ask_and_lead_to_the_look_up(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await desk.GetAsync($"/mot-cua/{id}/viec/huong-dan-hoan-thien");
        await desk.PostAsync(desk.Path, new() { ["reason"] = "Nộp lại bản thảo rõ hơn.", ["check-don-de-nghi"] = "1" });
        var pdf = await FormAsync(desk, "Phiếu yêu cầu");
        var text = await Pdf.TextAsync(pdf);
        text.ShouldContain($"Số: {code}/HDHS");
        text.ShouldContain("liên hệ với Lê Thu Hà, số điện thoại ……");
        text.ShouldContain("Quét mã để bổ sung hồ sơ trên mạng");
        text.ShouldContain("Lý do: Nộp lại bản thảo rõ hơn.");
        (await Pdf.SizeAsync(pdf)).ShouldBe((148, 210));

        await TheLine.ActAsync(desk, id, "tu-choi-tiep-nhan", new() { ["reason"] = "Không thuộc thẩm quyền." });
        text = await Pdf.TextAsync(await FormAsync(desk, "Phiếu từ chối"));
        text.ShouldContain("Quét mã để xem hồ sơ");
        text.ShouldContain("Không thuộc thẩm quyền.");
    }

    [Theory, BothEngines]
    public async Task Form_05_follows_the_dossier_from_hand_to_hand(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        house.Time.Advance(TimeSpan.FromDays(14));
        var document = await line.ToApprovedAsync(id);
        await line.SignAsync(document);
        using var clerk = await line.SealAsync(document);
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync($"/mot-cua/{id}");
        desk.Page.QuerySelectorAll("a").ShouldContain(a => a.GetAttribute("href") == $"/mot-cua/{id}/phieu-kiem-soat");
        await desk.GetAsync($"/mot-cua/{id}/phieu-kiem-soat");
        var text = await Pdf.TextAsync(desk.Bytes);
        text.ShouldContain("Người giao: Lê Thu Hà");
        text.ShouldContain("Người nhận: Nguyễn Quốc Việt");
        text.ShouldContain("Người giao: Trần Thị Minh Hạnh");
        text.ShouldContain("Người nhận: Phan Thị Thu Hương");
        // The unit had three quarters of the limit and took fourteen of fifteen days.
        text.ShouldContain("Quá hạn");
        using var stranger = await house.SignInAsync("phongcntt");
        (await stranger.GetAsync($"/mot-cua/{id}/phieu-kiem-soat")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Form_06_is_the_desks_book_of_what_was_accepted(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        await line.SubmitAsync(); // not accepted: not in the book
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/mot-cua/so-theo-doi");
        desk.Page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem().TextContent.ShouldContain("Ninh Hải");
        await desk.GetAsync(desk.Page.QuerySelectorAll("a").First(a => a.TextContent.Contains("In sổ", StringComparison.Ordinal)).GetAttribute("href")!);
        var text = await Pdf.TextAsync(desk.Bytes);
        text.ShouldContain("SỔ THEO DÕI HỒ SƠ");
        text.ShouldContain("Hồ sơ tiếp nhận từ ngày 01/11/2026 đến ngày 10/11/2026");
        text.ShouldContain("25/11/2026");
        text.ShouldNotContain("0905123482");
        (await Pdf.SizeAsync(desk.Bytes)).ShouldBe((297, 210));

        await desk.GetAsync("/mot-cua/so-theo-doi?Tu=12/11/2026&Den=11/11/2026");
        desk.Errors.ShouldContain("Ngày đầu phải trước");
        await desk.GetAsync("/mot-cua/so-theo-doi?Tu=01/10/2026&Den=31/10/2026");
        desk.Text.ShouldContain("Không có hồ sơ nào tiếp nhận trong khoảng này.");
        using var officer = await house.SignInAsync("chuyenvien");
        (await officer.GetAsync("/mot-cua/so-theo-doi")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Theory, BothEngines]
    public async Task The_licence_stays_on_one_page_with_its_signature(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        var document = await line.ToApprovedAsync(id);
        await line.SignAsync(document);
        using var clerk = await line.SealAsync(document);
        await clerk.GetAsync(document + "/tep");
        (await Pdf.PagesAsync(clerk.Bytes)).ShouldBe(1);
        (await Pdf.TextAsync(clerk.Bytes)).ShouldContain("Phan Thị Thu Hương");
        var words = await Pdf.WordsAsync(clerk.Bytes);
        string.Join(' ', words.Select(w => w.Text)).ShouldContain("Đóng dấu số:");
        var recipients = words.First(w => w.Text == "Nơi");
        var seal = words.Last(w => w.Text == "Đóng");
        seal.Left.ShouldBeGreaterThan(recipients.Left + 200, "beside the recipients, in the signer's half");
        foreach (var (word, other) in words.SelectMany((w, i) => words.Skip(i + 1).Select(o => (w, o))))
            word.Covers(other).ShouldBeFalse($"“{word.Text}” over “{other.Text}”");
    }

    /// <summary>The newest printed form whose name begins so, from the page of the dossier the visitor is on.</summary>
    private static async Task<byte[]> FormAsync(Visitor staff, string name)
    {
        var link = staff.Page.QuerySelectorAll("a").First(a => Visitor.Clean(a.TextContent).StartsWith(name, StringComparison.Ordinal)).GetAttribute("href")!;
        var page = staff.Path;
        var pdf = (await staff.GetAsync(link)).Bytes;
        await staff.GetAsync(page);
        return pdf;
    }
}
