using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using Shouldly;
using Xunit;

namespace NhiemSo.HouseTests.Million;

/// <summary>A province's work of decades: every page that lists, searches or counts, asked over HTTP. Times are written down, never judged.</summary>
public sealed class MillionTests(Databases databases)
{
    private const string Register = "giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh", Command = "./test --long";

    /// <summary>Fewer while working on the test itself.</summary>
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("NHIEMSO_MATTERS") ?? "1000000", CultureInfo.InvariantCulture);

    [Theory, BothEngines, Trait("long", "true")]
    public async Task A_million_dossiers_are_listed_searched_and_read(Engine engine)
    {
        // While working on a query, a database made once is asked again and again.
        await using var kept = Environment.GetEnvironmentVariable("NHIEMSO_KEPT") is { Length: > 0 } folder ? await KeptOffice.OpenAsync(engine, folder, Count) : null;
        var settings = kept?.Settings ?? await databases.NewAsync(engine);
        var ids = kept?.Ids ?? await FillAsync(settings);
        var start = Stopwatch.GetTimestamp();
        await using var house = await WebHouse.OpenAsync(settings, afterwards: kept is null ? () => databases.DropAsync(settings) : null);
        Note(engine, "start of the server", Stopwatch.GetElapsedTime(start));
        using var desk = await house.SignInAsync("motcua");
        using var officer = await house.SignInAsync("chuyenvien");
        using var stranger = await house.SignInAsync("phongcntt");
        using var leader = await house.SignInAsync("giamdoc");

        await ListsAsync(engine, desk, ids);
        await SearchesAsync(engine, desk);
        await TimeAsync(engine, "dossier page", desk, $"/mot-cua/{ids[Count / 2]}", v => v.Text.ShouldContain(ManyDossiers.NameOf(Count / 2)));
        await TimeAsync(engine, "my work, desk", desk, "/viec", v => Rows(v).ShouldBe(50));
        await TimeAsync(engine, "my work, officer", officer, "/viec", v => Rows(v).ShouldBeGreaterThan(0));
        await TimeAsync(engine, "all dossiers, leader", leader, "/mot-cua?loc=tat-ca", v => Rows(v).ShouldBe(50));
        await TimeAsync(engine, "all dossiers, head of a unit that has none", stranger, "/mot-cua?loc=tat-ca", v => v.Text.ShouldContain("Không có hồ sơ nào"));
        await TimeAsync(engine, "register, first page", officer, $"/so-bo/{Register}", v => Rows(v).ShouldBe(50));
        await TimeAsync(engine, "register, a holder", officer, $"/so-bo/{Register}?q={Uri.EscapeDataString(ManyDossiers.Rare)}", v => Rows(v).ShouldBe(RareOnes(step: 5)));
        await TimeAsync(engine, "registers with their counts", officer, "/so-bo", v => v.Text.ShouldContain("hơn 1.000"));
        await TimeAsync(engine, "duty with its evidence", officer, "/nhiem-vu/4.3.2.a", v => v.Text.ShouldContain("Hồ sơ một cửa"));
        await TimeAsync(engine, "figures of a quarter, leader", leader, "/bao-cao/mot-cua?ky=2014-q2", v => v.Text.ShouldContain("Đã giải quyết"));
        await TimeAsync(engine, "dossiers behind a figure, leader", leader, "/bao-cao/mot-cua/ho-so?so=truoc-han&ky=2014-q2", v => Rows(v).ShouldBeGreaterThan(0));
        await TimeAsync(engine, "form of a quarter", leader, "/bao-cao/mot-cua/ii-06a?ky=2014-q2", v => v.Text.ShouldContain("Tổng số"));
        await TimeAsync(engine, "the desk's day", desk, "/mot-cua/chot-ngay", v => v.Status.ShouldBe(System.Net.HttpStatusCode.OK));
        await TimeAsync(engine, "what is about to expire", officer, "/so-bo/sap-het-han", v => v.Status.ShouldBe(System.Net.HttpStatusCode.OK));
        await TimeAsync(engine, "outgoing documents", leader, "/van-ban", v => v.Status.ShouldBe(System.Net.HttpStatusCode.OK));
        await PlansAsync(settings, ids);
    }

    private static async Task ListsAsync(Engine engine, Visitor desk, IReadOnlyList<Guid> ids)
    {
        await TimeAsync(engine, "desk queue, first page", desk, "/mot-cua", v => Rows(v).ShouldBe(50));
        await TimeAsync(engine, "all dossiers, first page", desk, "/mot-cua?loc=tat-ca", v => Rows(v).ShouldBe(50));
        var deep = Count / 100;
        await TimeAsync(engine, "all dossiers, page by keyset after 99 %", desk, $"/mot-cua?loc=tat-ca&sau={ids[deep]}", v => Links(v).ShouldBe(Enumerable.Range(1, 50).Select(back => $"/mot-cua/{ids[deep - back]}")));
        var code = ManyDossiers.LookupCodeOf(Count / 3);
        await TimeAsync(engine, "all dossiers, by look-up code", desk, $"/mot-cua?loc=tat-ca&q={code}", v => Links(v).ShouldBe([$"/mot-cua/{ids[Count / 3]}"]));
        await TimeAsync(engine, "all dossiers, by the beginning of a rare name", desk, $"/mot-cua?loc=tat-ca&q={Uri.EscapeDataString("Huyện đoàn Trường Sa")}", v => Rows(v).ShouldBe(RareOnes(step: 1)));
        await TimeAsync(engine, "all dossiers, by a name nobody has", desk, $"/mot-cua?loc=tat-ca&q={Uri.EscapeDataString("Không ai tên thế")}", v => v.Text.ShouldContain("Không có hồ sơ nào"));
    }

    private static async Task SearchesAsync(Engine engine, Visitor desk)
    {
        Task FindAsync(string name, string words, Action<Visitor> check) => TimeAsync(engine, $"search, {name}", desk, "/tim?q=" + Uri.EscapeDataString(words), check);
        await FindAsync("a rare applicant", "huyện đoàn trường sa lớn", v => v.Page.QuerySelectorAll("main a[href^='/mot-cua/']").Length.ShouldBeGreaterThan(0));
        await FindAsync("a frequent phrase", "kỷ yếu hội thảo", v => v.Text.ShouldContain("Hồ sơ một cửa"));
        await FindAsync("words of every dossier", "tài liệu không kinh doanh", v => v.Text.ShouldContain("Hồ sơ một cửa"));
        await FindAsync("words of none", "zyxwv qponm", v => v.Page.QuerySelectorAll("main a[href^='/mot-cua/']").Length.ShouldBe(0));
    }

    private static async Task<IReadOnlyList<Guid>> FillAsync(DatabaseSettings settings)
    {
        var start = Stopwatch.GetTimestamp();
        var ids = await FilledOffice.FillAsync(settings, Count);
        Note(settings.Engine, "made in bulk", Stopwatch.GetElapsedTime(start));
        await using var office = Office.Open(settings);
        (await office.AskAsync((DepartmentDb db) => db.Set<Matter>().CountAsync())).ShouldBe(Count + 5);
        return ids;
    }

    private static async Task PlansAsync(DatabaseSettings settings, IReadOnlyList<Guid> ids)
    {
        var plans = new Plans(settings.Engine);
        await using var office = Office.Open(settings, services => services.ConfigureDbContext<DepartmentDb>(o => o.AddInterceptors(plans)));
        await new Queries(office).AskAllAsync(ids[Count / 2]);
        plans.Count.ShouldBeGreaterThan(100);
        plans.FullScans.ShouldBeEmpty();
    }

    private static async Task TimeAsync(Engine engine, string what, Visitor by, string path, Action<Visitor> check)
    {
        const int Times = 50;
        check(await by.GetAsync(path));
        var (took, start) = (new List<TimeSpan>(), Stopwatch.GetTimestamp());
        while (took.Count < Times && (took.Count < 3 || Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(15))) took.Add(await by.TimeAsync(path));
        took.Sort();
        Measured.Add($"{engine}, {Count:N0} dossiers: {what}, {took.Count} requests", $"p50 {Milliseconds(took[took.Count / 2])}, p95 {Milliseconds(took[Math.Min(took.Count - 1, took.Count * 95 / 100)])}", Command);
    }

    private static void Note(Engine engine, string what, TimeSpan took) => Measured.Add($"{engine}, {Count:N0} dossiers: {what}", $"{took.TotalSeconds:0.0} s", Command);

    private static string Milliseconds(TimeSpan time) => $"{time.TotalMilliseconds:0} ms";

    private static int Rows(Visitor visitor) => visitor.Page.QuerySelectorAll("main tbody tr").Length;

    private static IEnumerable<string> Links(Visitor visitor) => visitor.Page.QuerySelectorAll("main tbody a").Select(a => a.GetAttribute("href")!);

    private static int RareOnes(int step) => Enumerable.Range(0, Count / step).Count(i => ManyDossiers.NameOf(i * step) == ManyDossiers.Rare);
}
