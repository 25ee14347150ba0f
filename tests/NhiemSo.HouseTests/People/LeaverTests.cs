using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Identity;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.WorkingTime;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.People;

/// <summary>The sessions of whoever leaves end with the last post.</summary>
public sealed class LeaverTests(WebBed bed) : IClassFixture<WebBed>
{
    private static readonly DateOnly Today = Vietnam.Day(WebHouse.Start);

    [Theory, BothEngines]
    public async Task A_post_that_ended_before_today_ends_the_sessions_with_the_press(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var person = await Newcomer.SettledAsync(house, "Đinh Công Thành", "dinhthanh");
        using var staff = await person.SignInAsync(house);
        await AppointAsync(house, person.Id);
        await EndAsync(house, person.Id, Today.AddDays(-1), number: 0);
        (await staff.GetAsync("/viec")).Path.ShouldBe("/viec", "another post is left");
        await EndAsync(house, person.Id, Today.AddDays(-1), number: 0);
        (await OpenAsync(house, person.Id)).ShouldBe(0);
        (await staff.GetAsync("/viec")).Path.ShouldStartWith("/dang-nhap");
        staff.Text.ShouldContain("Phiên đăng nhập này đã được kết thúc");
    }

    [Theory, BothEngines]
    public async Task The_day_after_the_last_day_ends_them_by_itself(Engine engine)
    {
        await using var house = await bed.FreshAsync(engine);
        var person = await Newcomer.SettledAsync(house, "Đinh Công Thành", "dinhthanh");
        using var staff = await person.SignInAsync(house);
        using var colleague = await house.SignInAsync("chuyenvien");
        await EndAsync(house, person.Id, Today, number: 0);
        house.Time.Advance(TimeSpan.FromHours(14));
        (await staff.GetAsync("/viec")).Path.ShouldBe("/viec", "the last day is worked to its end");

        // 23:12 to 00:02: nobody pressed anything.
        house.Time.Advance(TimeSpan.FromMinutes(50));
        (await staff.GetAsync("/doi-mat-khau")).Path.ShouldStartWith("/dang-nhap", Case.Sensitive, "nor the pages that need no post");
        staff.Text.ShouldContain("Bạn không còn giữ chức vụ nào ở Sở");
        (await OpenAsync(house, person.Id)).ShouldBe(0);
        (await colleague.GetAsync("/viec")).Path.ShouldBe("/viec");

        // The password still opens nothing of the department.
        using var back = await person.SignInAsync(house);
        (await back.GetAsync("/viec")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static async Task AppointAsync(WebHouse house, Guid person)
    {
        using var admin = await house.SignInAsync("quantri");
        var unit = await house.AskAsync((DepartmentDb db) => db.Set<Unit>().Where(u => u.Code == "VP").Select(u => u.Id).FirstAsync());
        await admin.GetAsync($"/quan-tri/nguoi/{person}");
        await admin.SubmitAsync(new()
        {
            ["Post.UnitId"] = unit.ToString(), ["Post.Title"] = "Chuyên viên", ["Post.Roles"] = "officer", ["Post.From"] = "02/10/2026", ["Post.Basis"] = "QĐ 8/QĐ-STTTT",
        }, "Giao chức vụ");
        admin.Status.ShouldBe(HttpStatusCode.OK, admin.Errors);
    }

    private static async Task EndAsync(WebHouse house, Guid person, DateOnly last, int number)
    {
        using var admin = await house.SignInAsync("quantri");
        await admin.GetAsync($"/quan-tri/nguoi/{person}");
        var post = admin.Page.QuerySelectorAll("[name=AppointmentId] option").Select(o => o.GetAttribute("value")!).Where(v => v.Length > 0).ElementAt(number);
        await admin.SubmitAsync(new() { ["AppointmentId"] = post, ["Last"] = last.ToString("dd/MM/yyyy"), ["Reason"] = "QĐ 9/QĐ-STTTT" }, "Kết thúc chức vụ");
        admin.Status.ShouldBe(HttpStatusCode.OK, admin.Errors);
    }

    private static Task<int> OpenAsync(WebHouse house, Guid person) => house.AskAsync((DepartmentDb db) =>
        (from s in db.Set<Platform.Identity.Sessions.Session>() join a in db.Users on s.AccountId equals a.Id where a.PersonId == person && s.EndedAt == null select s.Id).CountAsync());
}
