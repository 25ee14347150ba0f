using System.Net;
using System.Text.Json;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Clients;

public sealed class RegistersApiTests(WebBed bed) : IClassFixture<WebBed>
{
    private const string Register = "giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh";

    [Theory, BothEngines]
    public async Task Entries_come_without_personal_data_and_without_those_of_restricted_matters(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        await EnterAsync(house, "901/GP-STTTT", Confidentiality.Open);
        await EnterAsync(house, "902/GP-STTTT", Confidentiality.Restricted);
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        var (status, body) = await program.GetAsync($"/api/v1/registers/{Register}/entries", await program.TokenAsync());
        status.ShouldBe(HttpStatusCode.OK);
        using var json = JsonDocument.Parse(body);
        var entry = json.RootElement.GetProperty("entries").EnumerateArray().Single(e => e.GetProperty("number").GetString()!.StartsWith("90", StringComparison.Ordinal));
        entry.GetProperty("number").GetString().ShouldBe("901/GP-STTTT");
        entry.GetProperty("data").EnumerateObject().Select(p => p.Name).ShouldBe(["muc_dich"]);
        json.RootElement.GetProperty("next").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory, BothEngines]
    public async Task An_entry_whose_last_day_is_past_is_told_as_expired(Engine engine)
    {
        var house = await bed.OpenAsync(engine);
        await EnterAsync(house, "801/GP-STTTT", Confidentiality.Open, to: DateOnly.FromDateTime(WebHouse.Start).AddDays(-1));
        await EnterAsync(house, "802/GP-STTTT", Confidentiality.Open, to: DateOnly.FromDateTime(WebHouse.Start).AddYears(1));
        using var program = await ConnectedProgram.ConnectAsync(house, "registers.read");
        var (_, body) = await program.GetAsync($"/api/v1/registers/{Register}/entries", await program.TokenAsync());
        using var json = JsonDocument.Parse(body);
        var states = json.RootElement.GetProperty("entries").EnumerateArray().ToDictionary(e => e.GetProperty("number").GetString()!, e => e.GetProperty("state").GetString());
        states["801/GP-STTTT"].ShouldBe("het-han");
        states["802/GP-STTTT"].ShouldBe("con-hieu-luc");
    }

    private static Task<int> EnterAsync(WebHouse house, string number, Confidentiality confidentiality, DateOnly? to = null) => house.AskAsync((DepartmentDb db) =>
    {
        var matter = Samples.Matter();
        matter.Confidentiality = confidentiality;
        db.Add(matter);
        db.Add(new RegisterEntry
        {
            Register = Register, SchemaVersion = "thu", Number = number, HolderId = null, HolderName = "Trung tâm Khuyến nông", State = "con-hieu-luc", From = new DateOnly(2025, 11, 1), To = to,
            Data = """{"muc_dich":"Phát cho học viên","nguoi_dich":"Trần Thị Dịch"}""", MatterId = matter.Id, DocumentId = Guid.CreateVersion7(), DutyId = matter.DutyId, UnitId = matter.UnitId, At = WebHouse.Start,
        });
        return db.SaveChangesAsync();
    });
}
