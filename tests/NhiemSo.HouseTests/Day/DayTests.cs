using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Xunit;

namespace NhiemSo.HouseTests.Day;

/// <summary>A day in the department over its pages and its API, recounted afterwards by code that shares nothing with it.</summary>
public sealed class DayTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Bulletin = "bao-chi-cap-giay-phep-ban-tin";

    [Theory, BothEngines]
    public Task A_short_day_adds_up(Engine engine) => DayAsync(engine, 16);

    [Theory, BothEngines, Trait("long", "true")]
    public Task A_day_of_500_dossiers_adds_up(Engine engine) => DayAsync(engine, 500);

    private async Task DayAsync(Engine engine, int dossiers)
    {
        await using var house = await bed.FreshAsync(engine);
        using var staff = new Staff(house);
        // So that something is decided above, too.
        var leader = await staff.AskAsync("giamdoc");
        await leader.GetAsync("/quan-tri/phan-cap");
        await leader.SubmitAsync(new() { ["Procedure"] = Bulletin, ["DecidedBy"] = "tinh", ["From"] = "10/11/2026", ["Basis"] = "Quyết định số 00/QĐ-UBND (minh họa)" }, "Lưu");
        using var waysIn = new WaysIn(house, staff);
        var walk = new DayWalk(house, staff, waysIn);
        await walk.GoAsync(dossiers);
        await new DayRecount(house, walk.Walked).ShouldHoldAsync();
    }
}
