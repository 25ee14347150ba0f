using System.Text.Json;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Model;
using NhiemSo.HouseTests.Clients;
using NhiemSo.HouseTests.Web;
using Shouldly;

namespace NhiemSo.HouseTests.Day;

/// <summary>How a dossier comes to the department.</summary>
internal enum WayIn
{
    OnlineForm,

    /// <summary>Through the API, from another portal.</summary>
    OtherPortal,

    /// <summary>On paper, to the counter.</summary>
    Counter,

    /// <summary>On paper, by post.</summary>
    Post,
}

/// <summary>Hands dossiers in, each by the way of its turn.</summary>
internal sealed class WaysIn(WebHouse house, Staff staff) : IDisposable
{
    private ConnectedProgram? portal;

    private int sent;

    /// <param name="turn">Every third comes from another portal, every seventh of the others on paper; what isn't filed online, always on paper.</param>
    public static WayIn Of(Procedure procedure, int turn)
    {
        var paper = turn % 2 == 0 ? WayIn.Post : WayIn.Counter;
        if (!procedure.Channels.Contains(Channel.Online)) return paper;
        return turn % 3 == 1 ? WayIn.OtherPortal : turn % 7 == 2 ? paper : WayIn.OnlineForm;
    }

    /// <summary>Answers the look-up code.</summary>
    public async Task<string> SubmitAsync(Procedure procedure, IReadOnlyDictionary<string, string> said, WayIn way)
    {
        var line = new AnyLine(house, procedure.Code);
        return way switch
        {
            WayIn.OnlineForm => await line.SubmitAsync(said),
            WayIn.OtherPortal => await ThroughPortalAsync(procedure, await line.AnswersAsync(said)),
            _ => await AtDeskAsync(procedure, await line.AnswersAsync(said), way == WayIn.Post ? "post" : "desk"),
        };
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

    private async Task<string> AtDeskAsync(Procedure procedure, Dictionary<string, string> answers, string cameBy)
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
