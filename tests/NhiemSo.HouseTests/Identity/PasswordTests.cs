using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Setup;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Identity;

/// <summary>One rule wherever a password is set; resetting is shown by <see cref="ResetTests"/>.</summary>
public sealed class PasswordTests(WebBed bed) : IClassFixture<WebBed>
{
    [Theory, BothEngines]
    public async Task The_first_administrator_may_not_take_a_common_word_nor_a_name(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine, demo: false);
        using var admin = house.Visit();
        await admin.GetAsync("/thiet-lap");
        Dictionary<string, string> typed = new() { ["Code"] = house.Services.GetRequiredService<SetupCode>().Code, ["FullName"] = "Nguyễn Thị Quản", ["UserName"] = "quan" };
        foreach (var (password, fault) in new[] { ("password1234", "dễ đoán"), ("khanhhoa2026", "dễ đoán"), ("nguyenthiquan1", "Mật khẩu lấy từ họ tên"), ("STTTT-Khánh Hòa 1", "Mật khẩu lấy từ họ tên") })
        {
            await admin.SubmitAsync(new(typed) { ["Password"] = password, ["Again"] = password });
            (admin.Status, admin.Errors).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.BadRequest), x => x.Errors.ShouldContain(fault, customMessage: password));
        }

        await admin.SubmitAsync(new(typed) { ["Password"] = Newcomer.Sentence, ["Again"] = Newcomer.Sentence });
        admin.Path.ShouldBe("/quan-tri/nguoi", admin.Errors);
    }

    [Theory, BothEngines]
    public async Task Neither_may_who_changes_theirs_and_guesses_at_the_one_in_use_are_counted(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var person = await Newcomer.AddAsync(house, "Phạm Thị Lan Anh", "lananh");
        using var staff = await person.SignInAsync(house);
        foreach (var (password, fault) in new[] { ("Mật khẩu 2026!", "dễ đoán"), ("phamthilananh90", "Mật khẩu lấy từ họ tên"), ("minh-hoa-2026", "dễ đoán") })
        {
            await staff.SubmitAsync(new() { ["Current"] = person.Password, ["Password"] = password, ["Again"] = password });
            (staff.Status, staff.Errors).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.BadRequest), x => x.Errors.ShouldContain(fault, customMessage: password));
        }

        for (var i = 0; i < 10; i++) (await staff.SubmitAsync(new() { ["Current"] = $"đoán mò {i}", ["Password"] = Newcomer.Sentence, ["Again"] = Newcomer.Sentence })).Errors.ShouldContain("Mật khẩu đang dùng không đúng");
        await staff.SubmitAsync(new() { ["Current"] = person.Password, ["Password"] = Newcomer.Sentence, ["Again"] = Newcomer.Sentence });
        staff.Status.ShouldBe(HttpStatusCode.TooManyRequests);
        house.Time.Advance(TimeSpan.FromHours(1));
        await staff.GetAsync("/doi-mat-khau");
        await staff.SubmitAsync(new() { ["Current"] = person.Password, ["Password"] = Newcomer.Sentence, ["Again"] = Newcomer.Sentence });
        staff.Path.ShouldBe("/viec");
    }

    [Theory, BothEngines]
    public async Task Neither_may_an_applicant(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        using var citizen = house.Visit();
        await citizen.GetAsync("/nguoi-nop/dang-ky");
        foreach (var (password, fault) in new[] { ("0935111222333", "dễ đoán"), ("khanhhoa2026", "dễ đoán"), ("STTTT Khánh Hòa", "Mật khẩu lấy từ") })
        {
            await citizen.SubmitAsync(new() { ["Phone"] = "0935 111 222", ["Password"] = password, ["Again"] = password });
            (citizen.Status, citizen.Errors).ShouldSatisfyAllConditions(x => x.Status.ShouldBe(HttpStatusCode.BadRequest), x => x.Errors.ShouldContain(fault, customMessage: password));
        }
    }
}
