using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Host.Operate;
using NhiemSo.HouseTests.Bed;

namespace NhiemSo.HouseTests.Web;

/// <summary>Any procedure that the department decides, walked over HTTP with invented answers: from the online form to the sealed paper.</summary>
/// <param name="house">Where.</param>
/// <param name="code">Code of the procedure.</param>
internal sealed class AnyLine(WebHouse house, string code)
{
    public async Task<Procedure> ProcedureAsync() => (await house.AskAsync((Catalogue c) => Task.FromResult(c.Find(code, DateOnly.FromDateTime(WebHouse.Start)))))?.Procedure ?? throw new InvalidOperationException($"No procedure {code}.");

    /// <summary>What is doubtful in its book is confirmed by the director; the demo does so for the central procedures only.</summary>
    public async Task ConfirmAsync()
    {
        var done = await house.AskAsync(async (IServiceProvider s) =>
        {
            var day = DateOnly.FromDateTime(WebHouse.Start);
            var director = await s.GetRequiredService<NhiemSo.Platform.Data.DepartmentDb>().Set<NhiemSo.Platform.Organisation.Person>().FirstAsync(p => p.FullName == "Lê Hoàng Nam");
            var leader = await s.GetRequiredService<NhiemSo.Platform.Authority.Readers>().OfPersonAsync(director.Id, CancellationToken.None);
            return await s.GetRequiredService<NhiemSo.Platform.Rules.RuleConfirmations>().ConfirmAllAsync(day, b => b.Kind == ProcedureKind.Name && b.Code == code, "Đối chiếu để thử", leader, demo: true, CancellationToken.None);
        });
        if (!done.Ok) throw new InvalidOperationException(done.Problem.Message);
    }

    /// <summary>Invented answers to the form of the procedure, which is confirmed first.</summary>
    /// <param name="said">Answers that matter to the test.</param>
    public async Task<Dictionary<string, string>> AnswersAsync(IReadOnlyDictionary<string, string>? said = null)
    {
        await ConfirmAsync();
        var answers = InventedAnswers.Of(await ProcedureAsync(), new Random(7), DateOnly.FromDateTime(WebHouse.Start));
        foreach (var (key, value) in said ?? new Dictionary<string, string>()) answers[key] = value;
        return answers;
    }

    /// <summary>Online, page by page, to the look-up code.</summary>
    /// <param name="said">Answers that matter to the test; the rest is invented.</param>
    public async Task<string> SubmitAsync(IReadOnlyDictionary<string, string>? said = null, string returnBy = "desk")
    {
        var procedure = await ProcedureAsync();
        var answers = await AnswersAsync(said);
        using var citizen = house.Visit();
        await citizen.GetAsync("/thu-tuc/" + code);
        await citizen.SubmitAsync(button: "Nộp trực tuyến");
        await citizen.SubmitAsync(new() { ["nop-cho"] = citizen.Page.QuerySelector("[name='nop-cho']")!.GetAttribute("value")!, ["nguoi-nop.ten"] = "Phạm Văn Lộc", ["nguoi-nop.tu-cach"] = "Giám đốc" }, "Tiếp tục");
        foreach (var group in procedure.Groups)
        {
            await citizen.SubmitAsync(group.Fields.Where(f => answers.ContainsKey(f.Key)).ToDictionary(f => f.Key, f => answers[f.Key]), "Tiếp tục");
            if (citizen.Errors.Length > 0) throw new InvalidOperationException($"{code}, {group.Title}: {citizen.Errors}");
        }

        var papers = citizen.Path;
        foreach (var component in procedure.Components.Where(c => c.Required && NhiemSo.Dossiers.Apply.Submission.IsUploaded(c)))
        {
            await citizen.GetAsync(papers);
            await citizen.SubmitAsync(button: "Tiếp tục", file: ("giay-to." + component.Code, component.Code + ".pdf", Samples.Pdf()));
        }

        if (citizen.Path == papers) await citizen.SubmitAsync(button: "Tiếp tục");
        await citizen.SubmitAsync(new() { ["nhan-ket-qua"] = returnBy }, "Tiếp tục");
        await citizen.SubmitAsync(button: "Nộp hồ sơ");
        return Visitor.Clean(citizen.Page.QuerySelector(".lookup-code")?.TextContent) is { Length: > 0 } lookup ? lookup : throw new InvalidOperationException($"{code}: {citizen.Heading}: {citizen.Errors}");
    }

    /// <summary>Accepted with all papers, handed on, assigned to the unit's first officer; answers the dossier.</summary>
    public async Task<Guid> ToOfficerAsync(string lookupCode)
    {
        using var desk = await house.SignInAsync("motcua");
        var id = await TheLine.FindAsync(desk, lookupCode);
        await desk.GetAsync($"/mot-cua/{id}/viec/tiep-nhan");
        await desk.SubmitAsync(desk.Page.QuerySelectorAll("input[type=checkbox][name^=check-]").ToDictionary(c => c.GetAttribute("name")!, _ => "1"));
        await TheLine.ActAsync(desk, id, "chuyen");
        using var head = await house.SignInAsync(await HeadAsync());
        await head.GetAsync($"/mot-cua/{id}/viec/phan-cong");
        var officer = head.Page.QuerySelectorAll("select[name=Officer] option").Select(o => o.GetAttribute("value")!).First(v => v.Length > 0);
        await head.SubmitAsync(new() { ["Officer"] = officer });
        return id;
    }

    /// <summary>What the officer fills in at the appraisal: days the licence gives lie ahead.</summary>
    public async Task<Dictionary<string, string>> AppraisalAsync()
    {
        var filled = (await ProcedureAsync()).OfficeGroups.SelectMany(g => g.Fields).Where(f => f.Required && f.Type == NhiemSo.Platform.Forms.FieldType.Date).ToDictionary(f => f.Key, _ => "01/10/2030");
        filled["noi_dung_tham_dinh"] = "Đủ điều kiện.";
        return filled;
    }

    /// <summary>Appraised; answers the officer on the page of the draft.</summary>
    public async Task<Visitor> ToDraftAsync(Guid id)
    {
        var officer = await house.SignInAsync(await OfficerAsync(id));
        await TheLine.ActAsync(officer, id, "tham-dinh", await AppraisalAsync());
        await officer.GetAsync($"/mot-cua/{id}/viec/trinh-du-thao");
        return officer;
    }

    /// <summary>From the draft on to the sealed paper; answers the document's address.</summary>
    public async Task<string> IssueAsync(Guid id)
    {
        var document = await new TheLine(house).IssueAsync(id);
        using var desk = await house.SignInAsync("motcua");
        await TheLine.ActAsync(desk, id, "tra-ket-qua", new() { ["Receiver"] = "Người được giao nhận", ["reason"] = "Người nộp xin nộp phí sau." });
        return document;
    }

    private async Task<bool> OfItUnitAsync() => (await ProcedureAsync()).Duty.StartsWith("3.", StringComparison.Ordinal);

    private async Task<string> HeadAsync() => await OfItUnitAsync() ? "phongcntt" : "truongphong";

    /// <summary>Account of the officer to whom the dossier is assigned.</summary>
    public async Task<string> OfficerAsync(Guid id)
    {
        if (await OfItUnitAsync()) return "chuyenviencntt";
        var name = await house.AskAsync(async (NhiemSo.Platform.Data.DepartmentDb db) =>
            (await db.Set<NhiemSo.Platform.Organisation.Person>().FindAsync((await db.Set<NhiemSo.Platform.Matters.Matter>().FindAsync(id))!.ResponsibleId))!.FullName);
        return name.EndsWith("Đức", StringComparison.Ordinal) ? "chuyenvien2" : "chuyenvien";
    }
}
