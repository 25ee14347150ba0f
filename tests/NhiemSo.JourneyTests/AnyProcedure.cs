using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Books;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Host.Operate;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.JourneyTests;

/// <summary>Any procedure in the browser, with invented answers: handed in by a citizen, brought to the officer by the desk and the unit's head.</summary>
internal sealed class AnyProcedure(Stage stage, string code, int width)
{
    private static DateOnly Today => Pictures.Clock.Today();

    /// <summary>The director confirms what is doubtful in its book, where the demo didn't.</summary>
    public async Task ConfirmAsync()
    {
        await using var scope = stage.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var director = await services.GetRequiredService<DepartmentDb>().Set<Person>().FirstAsync(p => p.FullName == "Lê Hoàng Nam");
        var leader = await services.GetRequiredService<Readers>().OfPersonAsync(director.Id, CancellationToken.None);
        await services.GetRequiredService<RuleConfirmations>().ConfirmAllAsync(Today, b => b.Kind == ProcedureKind.Name && b.Code == code, "Đối chiếu để thử", leader, demo: true, CancellationToken.None);
    }

    /// <summary>Answers the look-up code.</summary>
    public async Task<string> ApplyAsync()
    {
        var procedure = Find();
        var answers = InventedAnswers.Of(procedure, new Random(11), Today);
        var page = await stage.OpenAsync(width);
        await page.GotoAsync("/thu-tuc/" + code);
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp trực tuyến" }).ClickAsync();
        await page.Locator("[name='nop-cho']").First.CheckAsync();
        await page.GetByLabel("Họ và tên người nộp").FillAsync("Phạm Văn Lộc");
        await page.GetByLabel("Chức vụ trong tổ chức").FillAsync("Giám đốc");
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        foreach (var group in procedure.Groups)
        {
            foreach (var field in group.Fields.Where(f => answers.ContainsKey(f.Key))) await FillAsync(page, field.Key, answers[field.Key]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        }

        foreach (var component in procedure.Components.Where(c => c.Required && Submission.IsUploaded(c)))
            await page.Locator($"input[type=file][name='giay-to.{component.Code}']").SetInputFilesAsync(new FilePayload { Name = component.Code + ".pdf", MimeType = "application/pdf", Buffer = Citizen.Manuscript });
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await page.GetByLabel("Trực tuyến").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Tiếp tục" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Nộp hồ sơ" }).ClickAsync();
        return (await page.Locator(".lookup-code").InnerTextAsync()).Trim();
    }

    /// <summary>Paper at the counter, one page for all questions; answers the address the desk is led to.</summary>
    /// <param name="change">Answers in place of the invented ones, by key of the field.</param>
    /// <param name="button">“Lưu hồ sơ”, or “Lưu và số hóa giấy tờ”.</param>
    public async Task<string> AtTheCounterAsync(IPage desk, string button = "Lưu hồ sơ", IReadOnlyDictionary<string, string>? change = null, Func<IPage, Task>? look = null)
    {
        var procedure = Find();
        var answers = InventedAnswers.Of(procedure, new Random(11), Today);
        foreach (var (key, value) in change ?? new Dictionary<string, string>()) answers[key] = value;
        await desk.GotoAsync("/mot-cua/nop-tai-quay/" + code);
        await desk.Locator("[name='nop-cho']").First.CheckAsync();
        await desk.GetByLabel("Họ và tên người nộp").FillAsync("Phạm Văn Lộc");
        await desk.GetByLabel("Chức vụ trong tổ chức").FillAsync("Giám đốc");
        foreach (var (key, value) in answers) await FillAsync(desk, key, value);
        if (look is not null) await look(desk);
        await desk.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
        await desk.WaitForURLAsync(u => !u.Contains("nop-tai-quay", StringComparison.Ordinal));
        return new Uri(desk.Url).AbsolutePath;
    }

    /// <summary>Found by the desk, accepted, handed on, assigned; answers the dossier's address.</summary>
    public async Task<string> ToOfficerAsync(string lookupCode, string headName, string officerName)
    {
        var desk = await stage.SignInAsync("motcua", width);
        var dossier = await FindAsync(desk, lookupCode);
        await AcceptAsync(desk, dossier);
        await AssignAsync(desk, dossier, headName, officerName);
        return dossier;
    }

    public static async Task<string> FindAsync(IPage desk, string lookupCode)
    {
        await desk.GotoAsync("/mot-cua");
        await desk.GetByLabel("Mã hồ sơ, mã tra cứu hoặc tên người nộp").FillAsync(lookupCode);
        await desk.GetByRole(AriaRole.Button, new() { Name = "Lọc" }).ClickAsync();
        await desk.Locator("table a").First.ClickAsync();
        return new Uri(desk.Url).AbsolutePath;
    }

    /// <summary>Every paper ticked as there and looked at.</summary>
    public static Task AcceptAsync(IPage desk, string dossier, Func<IPage, Task>? look = null) => ActAsync(desk, dossier, "Tiếp nhận hồ sơ", async p =>
    {
        foreach (var box in await p.Locator("input[type=checkbox][name^=check-]").AllAsync()) await box.CheckAsync();
        if (look is not null) await look(p);
    });

    /// <summary>Handed on by the desk, given to an officer by the unit's head.</summary>
    public async Task AssignAsync(IPage desk, string dossier, string headName, string officerName)
    {
        await ActAsync(desk, dossier, "Chuyển phòng xử lý");
        var head = await stage.SignInAsync(headName, width);
        await ActAsync(head, dossier, "Phân công xử lý", p => p.GetByLabel("Người xử lý").SelectOptionAsync(new SelectOptionValue { Label = officerName }));
    }

    public static async Task ActAsync(IPage page, string dossier, string act, Func<IPage, Task>? fill = null)
    {
        await page.GotoAsync(dossier);
        await page.GetByRole(AriaRole.Link, new() { Name = act, Exact = true }).ClickAsync();
        if (fill is not null) await fill(page);
        await page.GetByRole(AriaRole.Button, new() { Name = act.TrimEnd('…'), Exact = true }).ClickAsync();
    }

    /// <summary>The leader agrees and signs, văn thư seals.</summary>
    public Task IssueAsync(string dossier) => IssueAsync(stage, width, dossier);

    public static async Task IssueAsync(Stage stage, int width, string dossier)
    {
        var leader = await stage.SignInAsync("phogiamdoc", width);
        await ActAsync(leader, dossier, "Duyệt và ký");
        var document = new Uri(leader.Url).AbsolutePath;
        await leader.GetByLabel("Mã PIN của khóa ký").FillAsync("minh-hoa-2026");
        await leader.GetByRole(AriaRole.Button, new() { Name = "Ký số" }).ClickAsync();
        await Assertions.Expect(leader.GetByRole(AriaRole.Heading, new() { Name = "Đã ký, chờ đóng dấu" })).ToBeVisibleAsync();
        var clerk = await stage.SignInAsync("vanthu", width);
        await clerk.GotoAsync(document);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "Đóng dấu và phát hành" }).ClickAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Heading, new() { Name = "Đã phát hành" })).ToBeVisibleAsync();
    }

    public static async Task FillAsync(IPage page, string key, string value)
    {
        var control = page.Locator($"[name='{key}']");
        switch (await control.First.EvaluateAsync<string>("e => e.type"))
        {
            case "radio" or "checkbox": await page.Locator($"[name='{key}'][value='{value}']").CheckAsync(); break;
            case "select-one": await control.SelectOptionAsync(value); break;
            default: await control.FillAsync(value); break;
        }
    }

    private Procedure Find()
    {
        using var scope = stage.Services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Catalogue>().Find(code, Today)!.Procedure;
    }
}
