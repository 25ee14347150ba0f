using Microsoft.EntityFrameworkCore;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using Shouldly;

namespace NhiemSo.HouseTests.Identity;

/// <summary>Somebody whom the administrator adds on the screen: an account that isn't the demo department's.</summary>
internal sealed record Newcomer(Guid Id, string UserName, string Password)
{
    public const string Sentence = "ruộng muối Hòn Khói";

    /// <summary>With the one-time password still.</summary>
    public static async Task<Newcomer> AddAsync(WebHouse house, string name, string userName, string? email = null)
    {
        using var admin = await house.SignInAsync("quantri");
        var unit = await house.AskAsync((DepartmentDb db) => db.Set<Unit>().Where(u => u.Code == "TTBC").Select(u => u.Id).FirstAsync());
        await admin.GetAsync("/quan-tri/nguoi/them");
        await admin.SubmitAsync(new()
        {
            ["FullName"] = name, ["UserName"] = userName, ["Email"] = email ?? "", ["Post.UnitId"] = unit.ToString(), ["Post.Title"] = "Chuyên viên", ["Post.Roles"] = "officer",
            ["Post.From"] = "01/10/2026", ["Post.Basis"] = "QĐ 7/QĐ-STTTT ngày 30/9/2026",
        });
        admin.Heading.ShouldBe("Đã thêm " + name);
        var id = await house.AskAsync((DepartmentDb db) => db.Set<Person>().Where(p => p.FullName == name).Select(p => p.Id).FirstAsync());
        return new(id, userName, Visitor.Clean(admin.Page.QuerySelector("code.one-time")!.TextContent));
    }

    /// <summary>With a password of their own.</summary>
    public static async Task<Newcomer> SettledAsync(WebHouse house, string name, string userName, string? email = null)
    {
        var added = await AddAsync(house, name, userName, email);
        using var person = await added.SignInAsync(house);
        await person.SubmitAsync(new() { ["Current"] = added.Password, ["Password"] = Sentence, ["Again"] = Sentence });
        person.Path.ShouldBe("/viec", person.Errors);
        return added with { Password = Sentence };
    }

    public Task<Visitor> SignInAsync(WebHouse house) => SignInAsync(house, Password);

    public async Task<Visitor> SignInAsync(WebHouse house, string password)
    {
        var visitor = house.Visit();
        await visitor.GetAsync("/dang-nhap");
        return await visitor.SubmitAsync(new() { ["UserName"] = UserName, ["Password"] = password });
    }
}
