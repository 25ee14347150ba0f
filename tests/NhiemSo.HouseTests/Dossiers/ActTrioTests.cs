using System.Net;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>Every act of the dossier: who may not see it, who may not do it, and when it can't be done.</summary>
public sealed class ActTrioTests(WebBed bed) : IClassFixture<WebBed>
{
    private static readonly string[] Acts =
    [
        "tiep-nhan", "huong-dan-hoan-thien", "tu-choi-tiep-nhan", "chuyen", "bo-sung", "hoan-thien", "phan-cong", "tham-dinh", "yeu-cau-bo-sung",
        "trinh-du-thao", "tu-choi-giai-quyet", "tra-lai", "ky-duyet", "tra-ket-qua", "xin-loi-hen-lai", "dung",
    ];

    [Theory, BothEngines]
    public async Task Nobody_of_another_unit_finds_the_dossier_its_acts_files_or_forms(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using var stranger = await house.SignInAsync("phongcntt");
        foreach (var path in Acts.Select(a => $"/mot-cua/{id}/viec/{a}").Append($"/mot-cua/{id}").Append($"/mot-cua/{id}/du-thao").Append($"/mot-cua/{id}/phieu-kiem-soat").Append($"/mot-cua/{id}/mau/{Guid.NewGuid()}").Append($"/mot-cua/{id}/tep/{Guid.NewGuid()}"))
            (await stranger.GetAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound, path);
        await stranger.GetAsync("/mot-cua?loc=tat-ca");
        stranger.Text.ShouldNotContain("Ninh Hải");
    }

    [Theory, BothEngines]
    public async Task Who_sees_it_but_has_not_the_role_is_refused_and_a_wrong_state_is_told(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var id = await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode);
        using var clerk = await house.SignInAsync("vanthu");
        foreach (var act in new[] { "phan-cong", "tham-dinh", "yeu-cau-bo-sung", "tu-choi-giai-quyet", "dung" })
            (await clerk.GetAsync($"/mot-cua/{id}/viec/{act}")).Status.ShouldBe(HttpStatusCode.Forbidden, act);
        using var officer = await house.SignInAsync("chuyenvien2");
        (await officer.GetAsync($"/mot-cua/{id}/viec/tham-dinh")).Status.ShouldBe(HttpStatusCode.Forbidden, "of the unit, but not responsible");
        using var desk = await house.SignInAsync("motcua");
        foreach (var act in new[] { "tiep-nhan", "chuyen", "tra-ket-qua", "bo-sung" })
            (await desk.GetAsync($"/mot-cua/{id}/viec/{act}")).Status.ShouldBe(HttpStatusCode.Conflict, act);
        (await desk.GetAsync($"/mot-cua/{id}/viec/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Without_signing_in_staff_pages_lead_to_the_sign_in(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        foreach (var path in new[] { "/viec", "/mot-cua", $"/mot-cua/{Guid.NewGuid()}", "/van-ban", $"/van-ban/{Guid.NewGuid()}", "/tai-khoan" })
            (await visitor.GetAsync(path)).Path.ShouldStartWith("/dang-nhap", customMessage: path);
    }

    [Theory, BothEngines]
    public async Task Acceptance_needs_every_required_paper_and_keeps_the_ticks(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var code = (await line.SubmitAsync()).LookupCode;
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await desk.GetAsync($"/mot-cua/{id}/viec/tiep-nhan");
        await desk.PostAsync($"/mot-cua/{id}/viec/tiep-nhan", new() { ["check-don-de-nghi"] = "1", ["remark-ban-thao"] = "mờ trang 3" });
        desk.Status.ShouldBe(HttpStatusCode.BadRequest);
        desk.Errors.ShouldContain("Bản thảo tài liệu");
        desk.Page.QuerySelector("[name=remark-ban-thao]")!.GetAttribute("value").ShouldBe("mờ trang 3");
        await TheLine.ActAsync(desk, id, "tu-choi-tiep-nhan", new() { ["reason"] = "" });
        desk.Errors.ShouldContain("Ghi lý do");
        await TheLine.ActAsync(desk, id, "huong-dan-hoan-thien", new() { ["reason"] = "Nộp lại bản thảo rõ hơn." });
        desk.Text.ShouldContain("In phiếu yêu cầu bổ sung, hoàn thiện hồ sơ");
        var form = desk.Page.QuerySelectorAll("a").Select(a => a.GetAttribute("href") ?? "").First(h => h.Contains("/mau/", StringComparison.Ordinal));
        (await desk.GetAsync(form)).Bytes.AsSpan().StartsWith("%PDF-"u8).ShouldBeTrue();
    }
}
