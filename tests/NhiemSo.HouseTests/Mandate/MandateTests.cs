using System.Net;
using System.Text.Json;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Mandate;

public sealed class MandateTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task The_api_lists_117_duties_with_unit_rule_books_and_says_which_have_none(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/api/v1/mandates/current/duties");
        using var json = JsonDocument.Parse(visitor.Bytes);
        var root = json.RootElement;
        (root.GetProperty("number").GetString(), root.GetProperty("effectiveFrom").GetString(), root.GetProperty("replaces").GetString()).ShouldBe(("55/QĐ-STTTT", "2024-03-28", "233/QĐ-STTTT"));
        var duties = root.GetProperty("duties").EnumerateArray().ToList();
        duties.Count.ShouldBe(117);
        duties.Select(d => d.GetProperty("unitCode").GetString()).Distinct().ShouldBe(["VP", "TTRA", "CNTT", "TTBC"]);
        var ours = duties.Single(d => d.GetProperty("citation").GetString() == "4.3.2.a");
        ours.GetProperty("bound").GetBoolean().ShouldBeTrue();
        duties.Single(d => d.GetProperty("citation").GetString() == "1.3.u").GetProperty("bound").GetBoolean().ShouldBeFalse();
    }

    [Theory, BothEngines]
    public async Task Chart_unit_and_duty_pages_stand_and_an_unknown_duty_is_told(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/co-cau");
        visitor.Text.ShouldContain("4 đơn vị, 117 nhiệm vụ");
        await visitor.GetAsync("/co-cau/TTBC");
        visitor.Text.ShouldContain("Phó Trưởng phòng");
        visitor.Text.ShouldNotContain("Nguyễn Quốc Việt");
        await visitor.GetAsync("/nhiem-vu/4.3.2.a");
        visitor.Text.ShouldContain("Điểm a mục 4.3.2 khoản 4 Điều 1 Quyết định 55/QĐ-STTTT");
        (await visitor.GetAsync("/nhiem-vu/9.9.z")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await visitor.GetAsync("/co-cau/XX")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
