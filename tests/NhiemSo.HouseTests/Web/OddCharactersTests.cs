using System.Net;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Web;

/// <summary>Characters that no keyboard types but any program can send: a zero, which PostgreSQL's text can't hold, and U+FFFE, which Unicode leaves out.</summary>
public sealed class OddCharactersTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Odd = "tài\0 liệu\uFFFE";

    [Theory, BothEngines]
    public async Task Searches_and_filters_answer(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var staff = await house.SignInAsync("motcua");
        foreach (var path in (string[])["/tim?q=", "/thu-tuc?q=", "/mot-cua?loc=tat-ca&q=", "/so-bo/giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh?q=", "/xac-minh?ma=", "/mot-cua?loc="])
            (await staff.GetAsync(path + Uri.EscapeDataString(Odd))).Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest, HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task A_form_that_holds_them_is_saved_or_refused_in_words(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await citizen.SubmitAsync(button: "Nộp trực tuyến");
        await citizen.SubmitAsync(new() { ["nguoi-nop.ten"] = Odd }, "Lưu và làm tiếp sau");
        citizen.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        await citizen.GetAsync(citizen.Path.Split('?')[0][..^1] + "1");
        await citizen.SubmitAsync(new() { ["ten_to_chuc_bang_tieng_viet"] = Odd }, "Lưu và làm tiếp sau");
        citizen.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        await citizen.GetAsync("/tra-cuu");
        await citizen.SubmitAsync(new() { ["Code"] = Odd, ["LastFour"] = Odd });
        citizen.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
        await citizen.GetAsync("/dang-nhap");
        await citizen.SubmitAsync(new() { ["UserName"] = Odd, ["Password"] = Odd });
        citizen.Status.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.BadRequest);
    }
}
