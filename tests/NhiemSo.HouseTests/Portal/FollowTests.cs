using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Dossiers.Model;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Portal;

/// <summary>The applicant follows a dossier: look-up, withdrawal, what was asked for and is sent.</summary>
public sealed class FollowTests(WebBed bed) : IClassFixture<WebBed>
{
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
        await TryAsync(guess, code, "3482");
        guess.Path.ShouldBe("/ho-so-cua-toi", "a right answer is no failed try");
        await TryAsync(guess, $" {code.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant()} ", "3482");
        guess.Path.ShouldBe("/ho-so-cua-toi", "as people type it");
        for (var i = 0; i < 3; i++) await TryAsync(guess, "261110-AAAA-BBBB", "0000");
        await TryAsync(guess, code, "3482");
        guess.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        guess.Text.ShouldContain("Đợi sang giờ sau");
        guess.Text.ShouldNotContain("Chờ vài phút");
        guess.Text.ShouldNotContain("Bạn đã thử");
        house.Time.Advance(TimeSpan.FromHours(1));
        await TryAsync(guess, code, "3482");
        guess.Path.ShouldBe("/ho-so-cua-toi");
    }

    [Theory, BothEngines]
    public async Task Guesses_sent_at_once_are_counted_one_by_one(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        citizen.Dispose();
        var guesses = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => house.AskAsync((Lookup lookup) => lookup.FindAsync(code, $"{n:0000}", IPAddress.Parse($"10.0.0.{n}"), CancellationToken.None))));
        guesses.Count(g => !g.Ok && g.Problem.Kind == ProblemKind.Invalid).ShouldBeLessThanOrEqualTo(Lookup.TriesAnHour);
        (await house.AskAsync((Lookup lookup) => lookup.FindAsync(code, "3482", IPAddress.Loopback, CancellationToken.None))).Problem!.Kind.ShouldBe(ProblemKind.TooMany);
    }

    [Theory, BothEngines]
    public async Task The_applicant_withdraws_with_a_reason_and_the_office_sees_it(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var _ = citizen;
        await citizen.GetAsync("/ho-so-cua-toi/rut");
        citizen.Heading.ShouldBe($"Rút hồ sơ {code}?");
        await citizen.SubmitAsync(button: "Rút hồ sơ");
        citizen.Errors.ShouldContain("Ghi lý do bạn rút hồ sơ.");
        await citizen.SubmitAsync(new() { ["Reason"] = "Không in nữa" }, "Rút hồ sơ");
        citizen.Heading.ShouldBe("Bạn đã rút hồ sơ này");
        citizen.Page.QuerySelector("a[href='/ho-so-cua-toi/rut']").ShouldBeNull();
        using var desk = await house.SignInAsync("motcua");
        await desk.GetAsync($"/mot-cua/{await TheLine.FindAsync(desk, code)}");
        desk.Text.ShouldContain("Không in nữa");
        desk.Text.ShouldContain("Hồ sơ đã kết thúc");
    }

    [Theory, BothEngines]
    public async Task What_the_desk_asks_for_is_said_and_comes_back_to_its_list(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await TheLine.ActAsync(desk, id, "huong-dan-hoan-thien", new() { ["reason"] = "Bản thảo chưa đóng dấu." });
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Heading.ShouldBe("Hồ sơ của bạn còn thiếu và chưa được tiếp nhận");
        citizen.Text.ShouldContain("Bản thảo chưa đóng dấu.");
        var form = citizen.Page.QuerySelectorAll(".files a").Single().GetAttribute("href")!;
        await citizen.SubmitAsync(button: "Nộp lại hồ sơ", file: ("giay-to.ban-thao", "đã đóng dấu.pdf", Samples.Pdf("Đã đóng dấu")));
        citizen.Heading.ShouldBe("Chúng tôi đã nhận được hồ sơ bạn nộp và đang kiểm tra");
        await citizen.GetAsync(form);
        citizen.Bytes.AsSpan(0, 5).SequenceEqual("%PDF-"u8).ShouldBeTrue();
        using var stranger = house.Visit();
        (await stranger.GetAsync(form)).Path.ShouldBe("/tra-cuu");
        await desk.GetAsync($"/mot-cua/{id}");
        desk.Text.ShouldContain("đã đóng dấu.pdf");
    }

    [Theory, BothEngines]
    public async Task A_paper_asked_for_must_come_as_a_file_or_be_announced_on_paper(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var (citizen, code) = await new TheLine(house).SubmitAsync();
        using var _ = citizen;
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, code);
        await desk.GetAsync($"/mot-cua/{id}/viec/huong-dan-hoan-thien");
        await desk.PostAsync(desk.Path, new() { ["reason"] = "Nộp lại bản thảo.", ["check-don-de-nghi"] = "1", ["remark-ban-thao"] = "thiếu trang 5" });
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Page.QuerySelectorAll("form .field").First().TextContent.ShouldContain("Cần nộp lại: thiếu trang 5");
        await citizen.SubmitAsync(button: "Nộp lại hồ sơ");
        (citizen.Status, citizen.Heading).ShouldBe((HttpStatusCode.BadRequest, "Hồ sơ của bạn còn thiếu và chưa được tiếp nhận"));
        citizen.Errors.ShouldContain("Chọn tệp: Bản thảo tài liệu");
        await citizen.SubmitAsync(button: "Nộp lại hồ sơ", file: ("giay-to.ban-dich", "bản dịch.pdf", Samples.Pdf()));
        citizen.Errors.ShouldContain("Chọn tệp: Bản thảo tài liệu", customMessage: "another paper is not the one asked for");
        await citizen.SubmitAsync(new() { [Supplement.OnPaper] = "1" }, "Nộp lại hồ sơ");
        citizen.Heading.ShouldBe("Chúng tôi đã nhận được hồ sơ bạn nộp và đang kiểm tra");
        (await desk.GetAsync($"/mot-cua/{id}")).Text.ShouldContain("Người nộp báo mang bản giấy đến: Bản thảo tài liệu");
    }

    [Theory, BothEngines]
    public async Task Papers_are_taken_only_while_they_are_asked_for(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        using var _ = citizen;
        var id = await line.ToOfficerAsync(code);
        using var officer = await house.SignInAsync("chuyenvien");
        await TheLine.ActAsync(officer, id, "yeu-cau-bo-sung", new() { ["reason"] = "Bổ sung bản dịch." });
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Heading.ShouldBe("Chúng tôi đang chờ bạn bổ sung giấy tờ");
        await citizen.SubmitAsync(button: "Gửi tệp bổ sung", file: ("giay-to.ban-dich", "bản dịch.pdf", Samples.Pdf()));
        citizen.Text.ShouldContain("đang kiểm tra giấy tờ bạn gửi bổ sung");
        (await house.AskAsync((DepartmentDb db) => db.Set<Matter>().Where(m => m.Id == id).Select(m => m.Turn).FirstAsync())).ShouldBe(Role.Desk);

        using var desk = await house.SignInAsync("motcua");
        await TheLine.ActAsync(desk, id, "bo-sung", TheLine.AllPapers);
        await citizen.SubmitAsync(button: "Gửi tệp bổ sung", file: ("giay-to.ban-thao", "đổi sau.pdf", Samples.Pdf()));
        citizen.Status.ShouldBe(HttpStatusCode.Conflict);
        (await house.AskAsync((DepartmentDb db) => db.Set<FileRef>().AnyAsync(f => f.Name == "đổi sau.pdf"))).ShouldBeFalse();
        await citizen.GetAsync("/ho-so-cua-toi");
        citizen.Text.ShouldContain("Hẹn trả kết quả");
        citizen.Text.ShouldNotContain("Minh Hạnh");
    }

    private static async Task<string> TryAsync(Visitor visitor, string code, string digits)
    {
        await visitor.GetAsync("/tra-cuu");
        await visitor.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = digits });
        return visitor.Status + visitor.Errors;
    }
}
