using System.Net;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

public sealed class PortalTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task Everyday_words_lead_to_the_procedure_with_or_without_diacritics(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        foreach (var words in new[] { "in tài liệu tập huấn để phát, không bán", "in tai lieu phat khong", "xuất bản tài liệu không kinh doanh", "kỷ yếu hội thảo" })
        {
            await visitor.GetAsync("/thu-tuc?q=" + Uri.EscapeDataString(words));
            visitor.Page.QuerySelectorAll(".rows a").First().GetAttribute("href").ShouldBe("/thu-tuc/" + TheLine.Procedure, words);
        }

        await visitor.GetAsync("/thu-tuc?q=" + Uri.EscapeDataString("đăng ký kết hôn"));
        visitor.Text.ShouldContain("Chưa thấy thủ tục nào");
        (await visitor.GetAsync("/thu-tuc/khong-co")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task The_procedure_says_how_long_how_much_what_is_needed_and_what_is_not_sure(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/thu-tuc/" + TheLine.Procedure);
        visitor.Text.ShouldContain("15 ngày");
        visitor.Text.ShouldContain("15.000 ₫");
        visitor.Text.ShouldContain("Bản thảo tài liệu");
        visitor.Text.ShouldContain("luật cập nhật đến 28/3/2024, cần đối chiếu");
    }

    [Theory, BothEngines]
    public async Task A_fault_keeps_what_was_typed_and_a_wrong_file_is_refused_in_words(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var visitor = house.Visit();
        await visitor.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await visitor.SubmitAsync(button: "Nộp trực tuyến");
        var start = visitor.Path;
        await visitor.SubmitAsync(new() { ["ten_viet_tat"] = "TTKN" }, "Tiếp tục");
        visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Errors.ShouldContain("Nhập tên cơ quan, tổ chức của bạn.");
        visitor.Page.Title!.ShouldStartWith("Lỗi:");
        await visitor.GetAsync(start);
        visitor.Page.QuerySelector("[name=ten_viet_tat]")!.GetAttribute("value").ShouldBe("TTKN");

        await visitor.GetAsync(start[..^1] + "9");
        await visitor.SubmitAsync(button: "Tiếp tục", file: ("giay-to.ban-thao", "ban-thao.pdf", "MZ không phải PDF"u8.ToArray()));
        visitor.Status.ShouldBe(HttpStatusCode.BadRequest);
        visitor.Errors.ShouldContain("ban-thao.pdf");
        using var other = house.Visit();
        (await other.GetAsync("/nop-ho-so/AAAAAAAAAAAAAAAAAAAAAA/1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory, BothEngines]
    public async Task Pressing_submit_twice_makes_one_dossier(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync("/mot-cua?loc=cho-tiep-nhan&Q=" + code);
        desk.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(1);
    }

    [Theory, BothEngines]
    public async Task Five_tries_an_hour_and_a_wrong_code_answers_like_wrong_digits(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        citizen.Dispose();
        using var guess = house.Visit();
        var wrongDigits = await TryAsync(guess, code, "0000");
        var wrongCode = await TryAsync(guess, "261110-AAAA-BBBB", "0000");
        wrongCode.ShouldBe(wrongDigits);
        for (var i = 0; i < 3; i++) await TryAsync(guess, "261110-AAAA-BBBB", "0000");
        await TryAsync(guess, code, "3482");
        guess.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        house.Time.Advance(TimeSpan.FromHours(1));
        await TryAsync(guess, code, "3482");
        guess.Path.ShouldBe("/ho-so-cua-toi");

        static async Task<string> TryAsync(Visitor visitor, string code, string digits)
        {
            await visitor.GetAsync("/tra-cuu");
            await visitor.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = digits });
            return visitor.Status + visitor.Errors;
        }
    }

    [Theory, BothEngines]
    public async Task The_applicant_withdraws_with_a_reason_and_the_office_sees_it(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var _ = citizen;
        await citizen.GetAsync("/ho-so-cua-toi");
        await citizen.SubmitAsync(new() { ["Reason"] = "Không in nữa" }, "Rút hồ sơ " + code);
        citizen.Heading.ShouldBe("Bạn đã rút hồ sơ này");
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync($"/mot-cua/{await TheLine.FindAsync(desk, code)}");
        desk.Text.ShouldContain("Không in nữa");
        desk.Text.ShouldContain("Hồ sơ đã kết thúc");
    }
}
