using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.Dossiers.Opinions;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Mandate;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Reading;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Running;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Rules;
using NhiemSo.Registers.Model;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Mandate;

/// <summary>One office per engine that went over to an invented second decision with open work in every state of every process.</summary>
public sealed class SuccessionBed(Databases databases) : IAsyncDisposable
{
    private readonly WebBed beds = new(databases);
    private readonly Dictionary<Engine, SuccessionWorld> worlds = [];

    internal async Task<SuccessionWorld> OpenAsync(Engine engine) => worlds.TryGetValue(engine, out var world) ? world : worlds[engine] = await SuccessionWorld.MakeAsync(await beds.FreshAsync(engine));

    public async ValueTask DisposeAsync()
    {
        foreach (var world in worlds.Values) await world.House.DisposeAsync();
    }
}

/// <summary>The matter as it was before the day.</summary>
internal sealed record Before(Guid Id, string State, Guid DutyId, string Citation, Guid UnitId, Guid? ResponsibleId, string Clocks, DateTime? Due, Role? Turn);

/// <summary>
/// From the import of the second decision to the end of the run, over the administrator's pages. The run breaks off in the middle, on a matter
/// whose process version is unreadable for a while, and goes on by itself.
/// </summary>
internal sealed class SuccessionWorld
{
    public const string Page = "/quan-tri/sap-xep";

    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal) { ["1"] = "VPTT", ["2"] = "CDS", ["3"] = "BCHT", ["4"] = "BCXB" };

    private SuccessionWorld(WebHouse house) => House = house;

    public WebHouse House { get; }

    public IReadOnlyList<Before> Open { get; private set; } = [];

    /// <summary>All matters as they were right after the run.</summary>
    public IReadOnlyDictionary<Guid, Matter> After { get; private set; } = new Dictionary<Guid, Matter>();

    public ILookup<Guid, string> Keys { get; private set; } = Array.Empty<MatterScope>().ToLookup(s => s.MatterId, s => s.Key);

    /// <summary>Open matters of the rehearsal, summed over its lines.</summary>
    public int Rehearsed { get; private set; }

    public (Guid Id, string LookupCode, Visitor Citizen) Running { get; private set; }

    /// <summary>Another with its officer, to be worked on after the day.</summary>
    public Guid GoesOn { get; private set; }

    public Guid Restricted { get; private set; }

    public Guid Cooperating { get; private set; }

    /// <summary>How many matters had moved when the run broke off.</summary>
    public int MovedAtBreak { get; private set; }

    public Guid MandateId { get; private set; }

    public IReadOnlyDictionary<string, Guid> OldDuties { get; private set; } = new Dictionary<string, Guid>();

    /// <summary>Number of the licence issued before the day.</summary>
    public string LicenceBefore { get; private set; } = "";

    public static async Task<SuccessionWorld> MakeAsync(WebHouse house)
    {
        var world = new SuccessionWorld(house);
        await world.WorkAsync();
        await world.ImportAsync();
        using (var admin = await house.SignInAsync("quantri"))
        {
            await world.ArrangeAsync(admin);
            await world.RehearseAsync(admin);
        }

        house.Time.Advance(TimeSpan.FromDays(3));
        await world.ChangeOverAsync();
        return world;
    }

    public Task<T> AskAsync<T>(Func<DepartmentDb, Task<T>> ask) => House.AskAsync(ask);

    public Task<Guid> UnitAsync(string code) => AskAsync(db => db.Set<Platform.Organisation.Unit>().Where(u => u.Code == code).Select(u => u.Id).SingleAsync());

    public Task<Guid> PersonAsync(string account) => AskAsync(async db => (await db.Set<Account>().Where(a => a.UserName == account).Select(a => a.PersonId).SingleAsync())!.Value);

    private async Task WorkAsync()
    {
        var line = new TheLine(House);
        var (first, code) = await line.SubmitAsync();
        first.Dispose();
        var issued = await line.ToOfficerAsync(code);
        await SignedAsync(line, await line.ToApprovedAsync(issued));
        LicenceBefore = await AskAsync(db => db.Set<RegisterEntry>().Where(e => e.MatterId == issued).Select(e => e.Number).SingleAsync());
        var (citizen, lookup) = await line.SubmitAsync();
        Running = (await line.ToOfficerAsync(lookup), lookup, citizen);
        var (other, otherCode) = await line.SubmitAsync();
        other.Dispose();
        GoesOn = await line.ToOfficerAsync(otherCode);
        var made = await new EveryState(House).MakeAsync();
        Restricted = made.First(m => m is { Process: "mot-cua-so-quyet-dinh", State: "dang-tham-dinh" }).Id;
        Cooperating = made.First(m => m is { Process: "mot-cua-so-quyet-dinh", State: "cho-bo-sung" }).Id;
        await LendAsync();
        await AskAsync(async db =>
        {
            (await db.Set<Matter>().SingleAsync(m => m.Id == Restricted)).Confidentiality = Confidentiality.Restricted;
            db.RemoveRange(await db.Set<MatterScope>().Where(s => s.MatterId == Restricted && !s.Key.StartsWith("p:") && !s.Key.StartsWith("m:")).ToListAsync());
            var inspectors = await db.Set<Platform.Organisation.Unit>().Where(u => u.Code == "TTRA").Select(u => u.Id).SingleAsync();
            var asked = new Assignment { MatterId = Cooperating, UnitId = inspectors, Role = AssignmentRole.Cooperating, Instruction = "Kiểm tra cơ sở", At = WebHouse.Start, ById = inspectors };
            db.AddRange(
                asked, new MatterScope { MatterId = Cooperating, Key = Scope.Unit(inspectors) },
                new Opinion { DossierId = Cooperating, UnitId = inspectors, Asked = "Thanh tra Sở", Question = "Kiểm tra cơ sở", Days = 10, AskedAt = WebHouse.Start, AskedByName = "Trần Thị Minh Hạnh", Due = WebHouse.Start.AddDays(14), AssignmentId = asked.Id });
            return await db.SaveChangesAsync();
        });
        Open = await AskAsync(db => db.Set<Matter>().AsNoTracking().Where(m => m.Closed == null).OrderBy(m => m.Id)
            .Select(m => new Before(m.Id, m.State, m.DutyId, m.DutyCitation, m.UnitId, m.ResponsibleId, m.Clocks, m.Due, m.Turn)).ToListAsync());
        OldDuties = await AskAsync(db => db.Set<Provision>().Where(p => p.IsDuty).ToDictionaryAsync(p => p.Citation, p => p.Id));
    }

    private static async Task SignedAsync(TheLine line, string document)
    {
        await line.SignAsync(document);
        (await line.SealAsync(document)).Dispose();
    }

    /// <summary>One delegation of somebody whose post will go on elsewhere, one of somebody whose post will end.</summary>
    private async Task LendAsync()
    {
        var (head, officer, inspector) = (await PersonAsync("truongphong"), await PersonAsync("chuyenvien"), await PersonAsync("chanhthanhtra"));
        await AskAsync(async db =>
        {
            foreach (var from in (Guid[])[head, inspector])
                db.Add(new Delegation { FromPersonId = from, ToPersonId = officer, Roles = "unit-head", From = new DateOnly(2026, 11, 10), To = new DateOnly(2026, 12, 31), Basis = $"Giấy ủy quyền {(from == head ? "01" : "02")}" });
            return await db.SaveChangesAsync();
        });
    }

    /// <summary>The invented decision, read by the reader, reviewed (codes of units), imported and planned.</summary>
    private async Task ImportAsync()
    {
        var text = await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Mandate", "qd-99-2026.txt"));
        var reading = DecisionReader.Read(text, "qd-99-2026.txt").Value!;
        var folder = Directory.CreateTempSubdirectory("nhiemso-rules-").FullName;
        var own = House.Services.GetRequiredService<RulesFolder>().Path;
        foreach (var file in Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(folder, Path.GetRelativePath(own, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        var place = Directory.CreateDirectory(Path.Combine(folder, "mandates", "qd-99-2026")).FullName;
        await File.WriteAllBytesAsync(Path.Combine(place, "decision.txt"), text);
        await File.WriteAllTextAsync(Path.Combine(place, "mandate.yaml"), MandateBook.Draft(reading, "qd-99-2026", Codes).ToYaml());
        var imported = await House.AskAsync((RuleImport i) => i.ImportAsync(folder, Actor.System, CancellationToken.None));
        imported.Ok.ShouldBeTrue(imported.Problem?.ToString());
        var early = await House.AskAsync((IMandateImport i) => i.TakeInAsync(folder, "qd-99-2026", new DateOnly(2026, 11, 12), Actor.System, CancellationToken.None));
        early.Problem!.Message.ShouldContain("chỉ có hiệu lực từ 13/11/2026");
        (await House.AskAsync((IMandateImport i) => i.PutInForceAsync(folder, "qd-99-2026", Actor.System, CancellationToken.None))).Problem!.Message.ShouldContain("đang thi hành");
        var planned = await House.AskAsync((IMandateImport i) => i.TakeInAsync(folder, "qd-99-2026", null, Actor.System, CancellationToken.None));
        planned.Ok.ShouldBeTrue(planned.Problem?.ToString());
        MandateId = planned.Value.Id;
        Directory.Delete(folder, recursive: true);
    }

    private async Task ArrangeAsync(Visitor admin)
    {
        var units = await AskAsync(db => db.Set<PlannedUnit>().ToDictionaryAsync(u => u.Code, u => u.Id));
        foreach (var (old, to) in ((string, string[])[])[("VP", ["VPTT"]), ("TTRA", ["VPTT"]), ("CNTT", ["CDS", "BCHT"]), ("TTBC", ["BCXB"])])
        {
            await admin.GetAsync($"{Page}/don-vi/{await UnitAsync(old)}");
            var filled = new Dictionary<string, string> { ["New"] = $"{units[to[0]]}" };
            if (to.Length > 1) filled["Default"] = $"{units[to[0]]}";
            foreach (var select in admin.Page.QuerySelectorAll("main select[name^=Posts]"))
            {
                var label = admin.Page.QuerySelector($"label[for='{select.Id}']")!.TextContent;
                if (label.Contains("Ngọc Lan", StringComparison.Ordinal)) filled[select.GetAttribute("name")!] = $"{units["BCHT"]}";
                if (label.Contains("Bùi Văn Sơn", StringComparison.Ordinal)) filled[select.GetAttribute("name")!] = "thoi";
            }

            await admin.SubmitAsync(filled, also: [.. to.Skip(1).Select(t => ("New", $"{units[t]}"))]);
            admin.Errors.ShouldBeEmpty(old);
        }

        // What is alike is taken up by its button; the merge, the split and what is dropped are said one by one.
        await admin.GetAsync($"{Page}?loc=chua-xep");
        while (admin.Page.QuerySelectorAll("td button").FirstOrDefault(Alike) is { } button) await admin.SubmitAsync(button: Visitor.Clean(button.TextContent));
        await DutyAsync(admin, "1.3.t", new() { ["WindsUp"] = $"{units["VPTT"]}" });
        await DutyAsync(admin, "3.3.12", new() { ["Other"] = "2.3.14, 3.3.7", ["Default"] = "2.3.14" });
        // Said wrongly, taken back, said again.
        await DutyAsync(admin, "1.3.c", new() { ["Other"] = "1.3.1.d" });
        await admin.GetAsync($"{Page}/nhiem-vu/{OldDuties["1.3.c"]}");
        await admin.SubmitAsync(button: "Bỏ sắp xếp nhiệm vụ này");
        admin.Errors.ShouldBeEmpty();
        foreach (var (old, to) in ((string, string)[])[("1.3.c", "1.3.1.c"), ("2.3.g", "1.3.1.v"), ("4.3.6.a", "4.3.5"), ("4.3.6.b", "4.3.5")]) await DutyAsync(admin, old, new() { ["Other"] = to });
        await admin.GetAsync($"{Page}?loc=chua-xep");
        admin.Page.QuerySelectorAll("td .num:first-child").Select(l => l.TextContent).First().ShouldBe("4.3.2.d", "all but one is said");
        admin.Text.ShouldContain("Còn 0 đơn vị và 1 nhiệm vụ chưa sắp xếp");

        static bool Alike(IElement button)
        {
            var row = button.Closest("tr")!;
            return row.QuerySelector("a")!.TextContent is not ("4.3.2.d" or "1.3.t" or "1.3.c") && row.QuerySelectorAll(".sub").Any(s => s.TextContent.Contains("· giống", StringComparison.Ordinal) || s.TextContent.Contains("nguyên văn", StringComparison.Ordinal));
        }
    }

    private async Task RehearseAsync(Visitor admin)
    {
        await admin.GetAsync($"{Page}/thu");
        admin.Text.ShouldContain("Nhiệm vụ 4.3.2.d chưa sắp xếp", customMessage: "what blocks is named");
        admin.Text.ShouldContain("Phòng Bưu chính và Hạ tầng số: chưa có ai phân công việc");
        Rehearsed = admin.Page.QuerySelectorAll("td[data-label='Số việc']").Sum(c => int.Parse(Visitor.Clean(c.TextContent).Split(',')[0], CultureInfo.InvariantCulture));
        admin.Text.ShouldContain("hạn chế người xem, không liệt kê");
        foreach (var (kind, said) in ((string, string)[])[
            ("don-vi", "Phòng Chuyển đổi số, Phòng Bưu chính và Hạ tầng số"), ("chuc-vu", "thôi giữ chức vụ"), ("uy-quyen", "chấm dứt cùng chức vụ"), ("phoi-hop", "Kiểm tra cơ sở"), ("so", "tiếp từ")])
            (await admin.GetAsync($"{Page}/thu?loai={kind}")).Text.ShouldContain(said, customMessage: kind);
    }

    private async Task ChangeOverAsync()
    {
        // The morning's own look finds that something is missing and leaves it to the administrator.
        await UntilAsync(db => db.Set<Job>().AnyAsync(j => j.Kind == SuccessionDay.Name && j.Key.Contains("2026-11-13") && j.State == JobState.Done));
        using var admin = await House.SignInAsync("quantri");
        (await admin.GetAsync($"{Page}/chuyen")).Text.ShouldContain("Còn 0 đơn vị và 1 nhiệm vụ chưa sắp xếp");
        var units = await AskAsync(db => db.Set<PlannedUnit>().ToDictionaryAsync(u => u.Code, u => u.Id));
        await DutyAsync(admin, "4.3.2.d", new() { ["WindsUp"] = $"{units["BCXB"]}" });
        var stuck = Open[Open.Count / 2].Id;
        var version = await SetVersionAsync(stuck, new string('0', 64));
        await admin.GetAsync($"{Page}/chuyen");
        (await admin.SubmitAsync()).Errors.ShouldBeEmpty();
        var job = $"mandate.succession:{MandateId:N}";
        await UntilAsync(db => db.Set<Job>().AnyAsync(j => j.Key == job && j.LastError != null));
        MovedAtBreak = await AskAsync(db => db.Set<Move>().CountAsync(m => m.Kind == MoveKind.Matter));
        await SetVersionAsync(stuck, version);
        House.Time.Advance(TimeSpan.FromSeconds(15));
        await UntilAsync(db => db.Set<MandateSuccession>().AnyAsync(s => s.State == SuccessionState.Done));
        After = await AskAsync(db => db.Set<Matter>().AsNoTracking().ToDictionaryAsync(m => m.Id));
        Keys = (await AskAsync(db => db.Set<MatterScope>().AsNoTracking().ToListAsync())).ToLookup(s => s.MatterId, s => s.Key);
    }

    private async Task DutyAsync(Visitor admin, string citation, Dictionary<string, string> filled)
    {
        await admin.GetAsync($"{Page}/nhiem-vu/{OldDuties[citation]}");
        foreach (var box in admin.Page.QuerySelectorAll("input[name=New]").OfType<IHtmlInputElement>()) box.IsChecked = false;
        await admin.SubmitAsync(filled);
        admin.Errors.ShouldBeEmpty(citation);
    }

    private Task<string> SetVersionAsync(Guid id, string version) => AskAsync(async db =>
    {
        var matter = await db.Set<Matter>().SingleAsync(m => m.Id == id);
        var before = matter.ProcessVersion;
        matter.ProcessVersion = version;
        await db.SaveChangesAsync();
        return before;
    });

    private async Task UntilAsync(Func<DepartmentDb, Task<bool>> so)
    {
        for (var i = 0; i < 300; i++)
        {
            if (await AskAsync(so)) return;
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException(string.Join('\n', House.Warnings.Lines));
    }
}
