using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Dossiers;

/// <summary>A leader signs many drafts in one go.</summary>
public sealed class SignManyTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Many_are_agreed_to_and_signed_in_one_go_and_one_that_fails_holds_up_none(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var line = new TheLine(house);
        var ids = new List<Guid>();
        using var officer = await house.SignInAsync("chuyenvien");
        for (var i = 0; i < 4; i++)
        {
            ids.Add(await line.ToOfficerAsync((await line.SubmitAsync()).LookupCode));
            await TheLine.ActAsync(officer, ids[i], "tham-dinh", new() { ["noi_dung_tham_dinh"] = "Đúng tôn chỉ.", ["so_trang_quy_chuan"] = "86" });
            await TheLine.ActAsync(officer, ids[i], "trinh-du-thao");
        }

        (await officer.GetAsync("/mot-cua/cho-ky")).Status.ShouldBe(HttpStatusCode.Forbidden);
        using var leader = await house.SignInAsync("phogiamdoc");
        (await leader.GetAsync("/viec")).Text.ShouldContain("Ký nhiều hồ sơ một lần (4)");
        await leader.GetAsync("/mot-cua/cho-ky");
        leader.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(4);
        (await leader.SubmitAsync(new() { ["Pin"] = "minh-hoa-2026" })).Errors.ShouldContain("Đánh dấu ít nhất một hồ sơ");
        var chosen = ids.Take(3).ToDictionary(id => $"chon-{id}", _ => "1");
        await leader.SubmitAsync(new(chosen) { ["Pin"] = "sai" });
        leader.Errors.ShouldContain("Mã PIN không đúng");
        (await StatesAsync(house, ids)).ShouldAllBe(s => s == "cho-ky", "nothing was reserved for a signature that can't come");
        leader.Page.QuerySelectorAll("input[name^=chon-]").Count(b => b.HasAttribute("checked")).ShouldBe(3, "what was ticked stays");

        // Meanwhile the director sends the third one back.
        using (var director = await house.SignInAsync("giamdoc"))
            await TheLine.ActAsync(director, ids[2], "tra-lai", new() { ["reason"] = "Sửa tên tài liệu." });
        await leader.SubmitAsync(new(chosen) { ["Pin"] = "minh-hoa-2026" });
        leader.Text.ShouldContain("Đã ký 2/3 hồ sơ");
        leader.Text.ShouldContain("Không còn chờ bạn ký: đang dự thảo kết quả.");
        (await StatesAsync(house, ids)).ShouldBe(["cho-dong-dau", "cho-dong-dau", "dang-du-thao", "cho-ky"]);
        foreach (var id in ids.Take(2))
            (await house.AskAsync((IDocumentOffice o) => o.OfMatterAsync(id, CancellationToken.None))).ShouldHaveSingleItem().SignerName.ShouldBe("Phan Thị Thu Hương");
        await leader.GetAsync("/mot-cua/cho-ky");
        leader.Page.QuerySelectorAll("tbody tr").ShouldHaveSingleItem();
    }

    private static Task<List<string>> StatesAsync(WebHouse house, List<Guid> ids) =>
        house.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => ids.Contains(m.Id)).OrderBy(m => m.Id).Select(m => m.State).ToListAsync());
}
