using NhiemSo.Dossiers.Procedures;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>The demo confirms what the central procedures need; the others are shown with what a department still has to confirm.</summary>
public sealed class CentralProceduresTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Central_ones_are_offered_and_the_others_say_what_is_missing(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var all = await house.AskAsync((Catalogue c) => Task.FromResult(c.All(DateOnly.FromDateTime(WebHouse.Start))));
        all.Count.ShouldBe(54, "the ten of 4.3.5.b and c are drafts and in no catalogue");
        all.Where(o => o.Procedure.Central && !o.MayBeFiled).Select(o => $"{o.Procedure.Code}: {string.Join("; ", o.Blocks)}").ShouldBeEmpty();
        var waiting = all.First(o => o is { Procedure: { Central: false, OpenedByOffice: false } });
        waiting.MayBeFiled.ShouldBeFalse();

        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + waiting.Procedure.Code);
        citizen.Heading.ShouldBe(waiting.Procedure.Name);
        citizen.Page.QuerySelectorAll("main button").ShouldNotContain(b => b.TextContent.Contains("Nộp trực tuyến"), "what isn't confirmed can't be handed in");
        await new AnyLine(house, waiting.Procedure.Code).ConfirmAsync();
        await citizen.GetAsync("/thu-tuc/" + waiting.Procedure.Code);
        citizen.Page.QuerySelectorAll("main button").ShouldContain(b => b.TextContent.Contains("Nộp trực tuyến"));
    }
}
