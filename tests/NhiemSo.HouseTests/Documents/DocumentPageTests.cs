using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Signing;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Documents;

/// <summary>The document's page over HTTP, on a dossier that came down the whole line.</summary>
public sealed class DocumentPageTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task The_agents_ticket_page_may_reach_the_agent_and_a_signed_document_can_be_given_up_by_the_clerk(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        var id = await line.ToOfficerAsync(code);
        var address = await line.ToApprovedAsync(id);
        var document = await house.AskAsync((DepartmentDb db) => db.Set<Document>().AsNoTracking().SingleAsync(d => d.MatterId == id));
        var pem = (await house.AskAsync((SigningKeys keys) => Task.FromResult(keys.Person(document.SignerId, DemoSigning.Pin)))).Must().Identity.Certificate.ExportCertificatePem();

        using var leader = await house.SignInAsync("phogiamdoc");
        await leader.GetAsync(address);
        leader.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("5081");
        await leader.SubmitAsync(new() { ["CertificatePem"] = pem }, "Lấy phiếu ký");
        leader.Page.QuerySelector("form[action='http://127.0.0.1:5081/sign'] input[name=ticket]").ShouldNotBeNull(leader.Text);
        leader.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("form-action 'self' http://127.0.0.1:5081");
        leader.Headers.GetValues("Referrer-Policy").Single().ShouldBe("origin");

        await line.SignAsync(address);
        using var clerk = await house.SignInAsync("vanthu");
        await clerk.GetAsync(address);
        await clerk.SubmitAsync(new() { ["Reason"] = "Thiếu nơi nhận" }, $"Hủy số {document.Symbol}");
        clerk.Status.ShouldBe(HttpStatusCode.OK, clerk.Text);
        clerk.Text.ShouldContain("Thiếu nơi nhận");
        (await house.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.Id == id).Select(m => m.State).SingleAsync())).ShouldBe("cho-ky");
        await clerk.GetAsync($"/van-ban/so/{document.Book}/{document.Year}");
        clerk.Page.QuerySelectorAll("tbody tr").Select(r => Visitor.Clean(r.TextContent)).ShouldContain(r => r.StartsWith(document.Symbol, StringComparison.Ordinal) && r.EndsWith("Thiếu nơi nhận", StringComparison.Ordinal));
    }

    [Theory, BothEngines]
    public async Task A_document_does_not_exist_for_who_may_not_see_its_matter(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        citizen.Dispose();
        var address = await line.ToApprovedAsync(await line.ToOfficerAsync(code));
        using var other = await house.SignInAsync("phongcntt");
        (await other.GetAsync(address)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await other.GetAsync(address + "/tep")).Status.ShouldBe(HttpStatusCode.NotFound);
        await other.GetAsync("/van-ban?loc=tat-ca");
        other.Page.QuerySelectorAll("table a").ShouldBeEmpty();
    }
}
