using System.Text.Json;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.Host.Operate;
using NhiemSo.HouseTests.Clients;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.WorkingTime;
using Shouldly;

namespace NhiemSo.HouseTests.Day;

/// <summary>How dossiers come to the department: by the online form, through another portal's API, on paper at the counter or by post.</summary>
internal sealed class WaysIn(WebHouse house, Staff staff) : IDisposable
{
    private ConnectedProgram? portal;

    private int sent;

    /// <summary>Hands one in; answers its look-up code.</summary>
    /// <param name="turn">Of those that may come online every third comes through the API and every seventh on paper.</param>
    public async Task<string> SubmitAsync(Procedure procedure, IReadOnlyDictionary<string, string> said, int turn)
    {
        var line = new AnyLine(house, procedure.Code);
        if (procedure.Channels.Contains(Channel.Online) && turn % 3 != 1 && turn % 7 != 2) return await line.SubmitAsync(said);
        await line.ConfirmAsync();
        var answers = InventedAnswers.Of(procedure, new Random(7), Vietnam.Day(WebHouse.Start));
        foreach (var (key, value) in said) answers[key] = value;
        return procedure.Channels.Contains(Channel.Online) && turn % 3 == 1 ? await ThroughPortalAsync(procedure, answers) : await AtCounterAsync(procedure, answers, turn % 2 == 0 ? "post" : "desk");
    }

    private async Task<string> ThroughPortalAsync(Procedure procedure, Dictionary<string, string> answers)
    {
        portal ??= await ConnectedProgram.ConnectAsync(house, null, "Cổng Dịch vụ công quốc gia (minh họa)");
        // A token of its own each time: the day is longer than one lives.
        var curl = await Curl.AsAsync(portal, house.Address, "dossiers.submit");
        var files = procedure.Components.Where(c => c.Required && Submission.IsUploaded(c)).Select(c => new { component = c.Code, name = c.Code + ".pdf", content = Convert.ToBase64String(Staff.Paper) });
        var (status, body) = await curl.PostAsync("/api/v1/national/submissions", JsonSerializer.Serialize(new { externalId = $"000.00.00.G22-261110-{++sent:D6}", procedure = procedure.Code, answers, returnBy = "desk", files }));
        status.ShouldBe(201, $"{procedure.Code}: {body?.ToJsonString()}");
        return body!["lookupCode"]!.GetValue<string>();
    }

    private async Task<string> AtCounterAsync(Procedure procedure, Dictionary<string, string> answers, string cameBy)
    {
        var desk = await staff.AskAsync("motcua");
        await desk.GetAsync("/mot-cua/nop-tai-quay/" + procedure.Code);
        await desk.SubmitAsync(new(answers) { ["CameBy"] = cameBy, ["ReturnBy"] = "desk" }, "Lưu hồ sơ");
        desk.Errors.ShouldBeEmpty(procedure.Code);
        const string Before = "Mã tra cứu ";
        var shown = Visitor.Clean(desk.Page.QuerySelector(".headline + .num")?.TextContent).Split(" · ")[0];
        shown.ShouldStartWith(Before, customMessage: procedure.Code);
        return shown[Before.Length..];
    }

    public void Dispose() => portal?.Dispose();
}
