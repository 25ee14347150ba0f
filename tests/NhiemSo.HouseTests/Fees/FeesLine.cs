using NhiemSo.HouseTests.Web;
using Shouldly;

namespace NhiemSo.HouseTests.Fees;

/// <summary>A dossier whose fee is counted and due.</summary>
internal static class FeesLine
{
    /// <summary>Accepted and appraised with 86 pages counted: 86 × 15.000 ₫ (Thông tư 214/2016/TT-BTC).</summary>
    public const long Due = 1_290_000;

    /// <summary>Answers the citizen, who follows the dossier, and the dossier.</summary>
    public static async Task<(Visitor Citizen, Guid Id)> AppraisedAsync(WebHouse house)
    {
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" });
        var id = await line.ToOfficerAsync(code);
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Page.QuerySelector("#phi")!.TextContent.ShouldContain("Chúng tôi đang xác định khoản này");
        citizen.Page.QuerySelector("svg.qr").ShouldBeNull("nothing is counted yet");
        using var officer = await house.SignInAsync("chuyenvien");
        await TheLine.ActAsync(officer, id, "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đúng tôn chỉ.", ["so_trang_quy_chuan"] = "86" });
        return (citizen, id);
    }
    /// <summary>The desk records the fee of an appraised dossier in cash: its result may be taken.</summary>
    public static async Task PayAsync(WebHouse house, Guid id)
    {
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync($"/mot-cua/{id}/phi");
        await desk.SubmitAsync(new() { ["Cash.ReceiptNumber"] = "0000123" }, "Ghi đã thu 1.290.000 ₫");
        desk.Errors.ShouldBeEmpty();
    }
}
