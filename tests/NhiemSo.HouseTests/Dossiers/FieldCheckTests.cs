using System.Net;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>The check on the spot and its minutes (Nghị định 61/2018/NĐ-CP, Điều 19.3).</summary>
public sealed class FieldCheckTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task A_check_is_planned_held_written_down_corrected_and_closed_by_the_signed_copy(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using var officer = await house.SignInAsync("chuyenvien");
        await officer.GetAsync($"/mot-cua/{id}/kiem-tra-thuc-dia");
        await officer.SubmitAsync(new() { ["Day"] = "10/11/2026", ["Hour"] = "25:00" });
        officer.Errors.ShouldContain("Ghi giờ và phút");
        await officer.SubmitAsync(new() { ["Day"] = "10/11/2026", ["Hour"] = "08:00" });
        officer.Errors.ShouldContain("phải ở phía trước");
        await officer.SubmitAsync(new() { ["Day"] = "10/11/2026", ["Hour"] = "14:00", ["Place"] = "5 Lê Lợi, Nha Trang", ["Members"] = "Trần Thị Minh Hạnh, chuyên viên\nPhạm Văn Lộc, đại diện cơ sở in" });
        officer.Text.ShouldContain("Hẹn kiểm tra thực địa lúc 14:00, 10/11/2026, tại 5 Lê Lợi");
        var minutes = officer.Page.QuerySelectorAll("a").Single(a => Visitor.Clean(a.TextContent) == "Lập biên bản").GetAttribute("href")!;
        (await officer.GetAsync(minutes + "/bien-ban")).Status.ShouldBe(HttpStatusCode.NotFound, "not written yet");

        house.Time.Advance(TimeSpan.FromHours(7)); // 16:12
        using var after = await house.SignInAsync("chuyenvien");
        await after.GetAsync(minutes);
        await after.SubmitAsync(new() { ["From"] = "14:00", ["To"] = "13:00", ["Findings"] = "", ["Conclusion"] = "" });
        after.Errors.ShouldContain("Giờ kết thúc phải sau giờ bắt đầu");
        after.Errors.ShouldContain("Ghi kết luận");
        await after.SubmitAsync(new() { ["To"] = "15:30", ["Findings"] = "Xem máy in, giấy phép hoạt động của cơ sở.", ["Conclusion"] = "Cơ sở đủ điều kiện in 500 bản." });
        after.Text.ShouldContain("Lập biên bản kiểm tra thực địa");
        await after.GetAsync(minutes);
        await after.SubmitAsync(new() { ["Conclusion"] = "Cơ sở đủ điều kiện in." });
        after.Text.ShouldContain("Sửa biên bản kiểm tra thực địa");
        var pdf = await Pdf.TextAsync((await after.GetAsync(minutes + "/bien-ban")).Bytes);
        foreach (var part in new[] { "BIÊN BẢN", "14 giờ 00 phút, ngày 10 tháng 11 năm 2026", "5 Lê Lợi, Nha Trang", "2. Phạm Văn Lộc, đại diện cơ sở in", "Xem máy in", "Cơ sở đủ điều kiện in.", "15 giờ 30 phút" })
            pdf.ShouldContain(part);

        await after.GetAsync(minutes);
        await after.SubmitAsync(button: "Lưu bản đã ký");
        after.Errors.ShouldContain("Chọn tệp");
        await after.SubmitAsync(button: "Lưu bản đã ký", file: ("Tep", "bien-ban-da-ky.pdf", Samples.Pdf("Biên bản đã ký")));
        after.Text.ShouldContain("Bản đã ký");
        after.Text.ShouldContain("Cơ sở đủ điều kiện in.");
        (await after.GetAsync(minutes)).Status.ShouldBe(HttpStatusCode.Conflict, "the signed minutes stand");
        using var desk = await house.SignInAsync("motcua");
        (await desk.GetAsync($"/mot-cua/{id}")).Text.ShouldContain("Kiểm tra thực địa", Case.Sensitive, "whoever sees the dossier reads it");
        (await desk.GetAsync($"/mot-cua/{id}/kiem-tra-thuc-dia")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
