using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Fees;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Fees;

/// <summary>Paid online, against a gateway of our own on a real port.</summary>
public sealed class PaymentGatewayTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task A_gateway_is_believed_by_its_signature_once_and_only_when_it_fits(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var (citizen, id) = await FeesLine.AppraisedAsync(house);
        using var _ = citizen;
        (await citizen.GetAsync("/ho-so-cua-toi")).Page.QuerySelector("#phi a.btn").ShouldBeNull("none is set up");
        await citizen.GetAsync("/tra-cuu");
        (await citizen.PostAsync("/ho-so-cua-toi/nop-truc-tuyen", [])).Status.ShouldBe(HttpStatusCode.Conflict);

        await using var gateway = await LocalGateway.OpenAsync();
        var settings = house.Services.GetRequiredService<IConfiguration>();
        (settings["Payment:Name"], settings["Payment:Url"], settings["Payment:Merchant"], settings["Payment:Secret"]) = ("Cổng thử", gateway.Page.ToString(), LocalGateway.Merchant, LocalGateway.Secret);
        await citizen.GetAsync("/ho-so-cua-toi");
        await citizen.GetAsync(citizen.Page.QuerySelector("#phi a.btn")!.GetAttribute("href")!);

        // Not paid; paid with another amount: nothing is recorded, and the second is shown to who must look.
        gateway.Fails = true;
        await PayAsync(citizen);
        citizen.Heading.ShouldBe("Bạn chưa trả tiền");
        (gateway.Fails, gateway.Reports) = (false, 5_000);
        await PayAsync(citizen);
        citizen.Heading.ShouldBe("Khoản này chưa được ghi nhận");
        gateway.Answered.ShouldBe(HttpStatusCode.Conflict);
        (await citizen.GetAsync("/ho-so-cua-toi")).Text.ShouldContain("Còn phải nộp 1.290.000 ₫");
        citizen.Text.ShouldContain("Có khoản nộp trực tuyến chưa được ghi nhận");
        using var desk = await house.SignInAsync("motcua");
        (await desk.GetAsync($"/mot-cua/{id}/phi")).Text.ShouldContain("Cổng thử báo 5.000 ₫, đơn là 1.290.000 ₫");

        // Paid: the notification records it, the payer's return and the same notification again change nothing.
        gateway.Reports = null;
        await PayAsync(citizen);
        citizen.Heading.ShouldBe("Chúng tôi đã ghi nhận 1.290.000 ₫");
        gateway.Answered.ShouldBe(HttpStatusCode.OK);
        await gateway.NotifyAsync(gateway.Last);
        gateway.Answered.ShouldBe(HttpStatusCode.OK);
        (await PaymentsAsync()).ShouldBe([FeesLine.Due]);

        // Not signed, signed by another, changed on the way.
        await gateway.NotifyAsync(new(gateway.Last) { ["amount"] = "1" });
        gateway.Answered.ShouldBe(HttpStatusCode.Forbidden);
        await gateway.NotifyAsync(gateway.Last.Where(v => v.Key != "signature").ToDictionary(v => v.Key, v => v.Value));
        gateway.Answered.ShouldBe(HttpStatusCode.Forbidden);
        await gateway.NotifyAsync(LocalGateway.Signed(new() { ["order"] = $"{Guid.NewGuid():N}", ["transaction"] = "X", ["amount"] = "1", ["status"] = "paid" }));
        gateway.Answered.ShouldBe(HttpStatusCode.NotFound);
        // A second transaction for the same order is no second payment, but somebody must give it back.
        await gateway.NotifyAsync(LocalGateway.Signed(new() { ["order"] = gateway.Last["order"], ["transaction"] = "KHAC", ["amount"] = $"{FeesLine.Due}", ["status"] = "paid" }));
        (await PaymentsAsync()).ShouldBe([FeesLine.Due]);
        (await desk.GetAsync($"/mot-cua/{id}/phi")).Text.ShouldContain("báo thêm giao dịch KHAC");
        (await desk.PostAsync($"/mot-cua/{id}/phi?handler=Reverse", new() { ["Reverse.Which"] = $"{(await house.AskAsync((DepartmentDb db) => db.Set<FeePayment>().Where(p => p.DossierId == id).Select(p => p.Id).SingleAsync()))}", ["Reverse.Reason"] = "x" })).Status.ShouldBe(HttpStatusCode.Conflict);
        (await house.AskAsync((AuditVerifier v) => v.VerifyAsync(CancellationToken.None))).Clean.ShouldBeTrue();

        Task<List<long>> PaymentsAsync() => house.AskAsync((DepartmentDb db) => db.Set<FeePayment>().Where(p => p.DossierId == id).Select(p => p.Amount).ToListAsync());
    }

    private static async Task PayAsync(Visitor citizen)
    {
        await citizen.GetAsync("/ho-so-cua-toi/nop-truc-tuyen");
        await citizen.SubmitAsync(button: "Tiếp tục");
        await citizen.GetAsync(citizen.Page.QuerySelector("main a.primary")!.GetAttribute("href")!);
    }
}
