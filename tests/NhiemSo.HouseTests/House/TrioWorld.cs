using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Documents;
using NhiemSo.Dossiers.Model;
using NhiemSo.Host.Operate;
using NhiemSo.HouseTests.Bed;
using NhiemSo.HouseTests.Web;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Registers.Model;
using Shouldly;

namespace NhiemSo.HouseTests.House;

/// <summary>One world per engine for the class: <c>class X(TrioBed bed) : IClassFixture&lt;TrioBed&gt;</c>.</summary>
public sealed class TrioBed(Databases databases) : IAsyncDisposable
{
    private readonly WebBed beds = new(databases);
    private readonly Dictionary<Engine, TrioWorld> worlds = [];

    internal async Task<TrioWorld> OpenAsync(Engine engine) => worlds.TryGetValue(engine, out var world) ? world : worlds[engine] = await TrioWorld.MakeAsync(await beds.OpenAsync(engine));

    public Task<WebHouse> FreshAsync(Engine engine, bool demo = true, bool realClock = false) => beds.FreshAsync(engine, demo, realClock);

    public async ValueTask DisposeAsync()
    {
        foreach (var world in worlds.Values) world.Dispose();
        await beds.DisposeAsync();
    }
}

/// <summary>An office with something real behind every address: a licence that came down the whole line, and an application being written.</summary>
internal sealed class TrioWorld : IDisposable
{
    /// <summary>What no page that refuses may say of the record behind it: its people, their telephone and address, its title and code.</summary>
    private static readonly string[] Personal = ["Ninh Hải", "rong nho", "0905 123 482", "0905123482", "ninhhai.example", "Phạm Văn Lộc", "12 Trần Phú"];

    private readonly Dictionary<string, Visitor> visitors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<string, string>> values;

    private TrioWorld(WebHouse house, Visitor applicant, DocumentFacts document, RegisterEntry entry, Dictionary<string, Dictionary<string, string>> values)
    {
        (House, Document, Entry, this.values) = (house, document, entry, values);
        visitors["applicant"] = applicant;
        // No statement was taken in, and payments have their own tests: these stand for what could be there.
        var nothing = $"{Guid.NewGuid()}";
        (values["mot-cua"]["paymentId"], values["ho-so-cua-toi"]["paymentId"], values["thu-phi"]) = (nothing, nothing, new() { ["id"] = nothing });
    }

    public WebHouse House { get; }

    public DocumentFacts Document { get; }

    public RegisterEntry Entry { get; }

    public Guid Dossier => Document.MatterId;

    public static async Task<TrioWorld> MakeAsync(WebHouse house)
    {
        var line = new TheLine(house);
        var (citizen, code) = await line.SubmitAsync();
        var dossier = await line.ToOfficerAsync(code);
        var page = await line.ToApprovedAsync(dossier);
        await line.SignAsync(page);
        (await line.SealAsync(page)).Dispose();
        // Its fee is paid, so that the result may be taken.
        using (var desk = await house.SignInAsync("motcua"))
        {
            await desk.GetAsync($"/mot-cua/{dossier}/phi");
            await desk.SubmitAsync(new() { ["Cash.ReceiptNumber"] = "0000123" }, "Ghi đã thu 1.290.000 ₫");
        }

        var document = (await house.AskAsync((IDocumentOffice o) => o.OfMatterAsync(dossier, CancellationToken.None))).Single();
        var entry = await house.AskAsync((DepartmentDb db) => db.Set<RegisterEntry>().AsNoTracking().SingleAsync(e => e.DocumentId == document.Id));
        var form = await house.AskAsync((DepartmentDb db) => db.Set<DossierForm>().Where(f => f.DossierId == dossier && f.Template == "mau-01").Select(f => f.Id).SingleAsync());
        var file = await house.AskAsync((DepartmentDb db) => db.Set<DossierComponent>().Where(c => c.DossierId == dossier && c.FileId != null).Select(c => c.FileId!.Value).FirstAsync());
        var person = await house.AskAsync((DepartmentDb db) => db.Set<Person>().Where(p => p.FullName == "Hoàng Văn Đức").Select(p => p.Id).SingleAsync());
        using var writer = house.Visit();
        await writer.GetAsync("/thu-tuc/" + TheLine.Procedure);
        await writer.SubmitAsync(button: "Nộp trực tuyến");
        Dictionary<string, Dictionary<string, string>> parts = new(StringComparer.Ordinal)
        {
            ["mot-cua"] = new() { ["code"] = TheLine.Procedure, ["id"] = $"{dossier}", ["act"] = "tra-ket-qua", ["fileId"] = $"{file}", ["opinionId"] = $"{Guid.Empty}", ["checkId"] = $"{Guid.Empty}", ["formId"] = $"{form}", ["postingId"] = $"{Guid.Empty}" },
            ["van-ban"] = new() { ["id"] = $"{document.Id}", ["book"] = document.Book, ["year"] = $"{document.Date.Year}" },
            ["so-bo"] = new() { ["code"] = entry.Register, ["id"] = $"{entry.Id}" },
            ["danh-sach-cong-khai"] = new() { ["code"] = entry.Register },
            ["xac-minh"] = new() { ["token"] = document.Token },
            ["co-cau"] = new() { ["code"] = "TTBC" },
            ["nhiem-vu"] = new() { ["citation"] = "4.3.2.a" },
            ["quan-tri"] = new() { ["id"] = $"{person}", ["kind"] = "procedure", ["code"] = TheLine.Procedure },
            ["thu-tuc"] = new() { ["code"] = TheLine.Procedure },
            ["nop-ho-so"] = new() { ["token"] = writer.Path.Split('/')[2], ["step"] = "1" },
            ["nguoi-nop"] = new() { ["id"] = $"{dossier}" },
            ["ho-so-cua-toi"] = new() { ["formId"] = $"{form}" },
            ["ky-so"] = new() { ["ticket"] = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA" },
            ["bao-cao"] = new() { ["id"] = $"{Guid.Empty}" },
            ["loi"] = new() { ["code"] = "404" },
            ["api"] = new() { ["documentName"] = "v1", ["code"] = entry.Register },
        };
        var owner = house.Visit();
        Dictionary<string, string> account = new() { ["Phone"] = "0935 111 222", ["Password"] = "ruộng muối Hòn Khói", ["Again"] = "ruộng muối Hòn Khói" };
        await owner.GetAsync("/nguoi-nop/dang-ky");
        await owner.SubmitAsync(account);
        await owner.SubmitAsync(account);
        await owner.SubmitAsync(new() { ["Code"] = code, ["LastFour"] = "3482" }, "Thêm vào tài khoản");
        return new TrioWorld(house, citizen, document, entry, parts) { visitors = { ["owner"] = owner } };
    }

    /// <summary>The address of a route; <paramref name="part"/> of it replaced by <paramref name="value"/>.</summary>
    public string AddressOf(Expected route, string? part = null, string? value = null)
    {
        var own = values.GetValueOrDefault(route.Route.Split('/')[1]);
        return string.Join('/', route.Route.Split('/').Select(s => !s.StartsWith('{') ? s : s.Trim('{', '}').Split(':')[0].TrimEnd('?') is var name && name == part ? value : own![name])) + route.Query;
    }

    /// <summary>Somebody who may: the applicant, a member of staff with the role, anyone.</summary>
    public Task<Visitor> WhoMayAsync(string who) => who switch
    {
        "anyone" or "ticket" or "machine" => NobodyAsync(),
        "applicant" or "owner" => Task.FromResult(visitors[who]),
        "account" or "staff" or "program" => StaffAsync("chuyenvien"),
        "matter" or "desk" => StaffAsync("motcua"),
        "leader" => StaffAsync("giamdoc"),
        "head" => StaffAsync("truongphong"),
        "admin" or "keeper" => StaffAsync("quantri"),
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "routes.txt names somebody unknown"),
    };

    /// <summary>Staff of another unit, without any of the roles.</summary>
    public Task<Visitor> StrangerAsync() => StaffAsync("phongcntt");

    public async Task<Visitor> StaffAsync(string userName) => visitors.TryGetValue(userName, out var known) ? known : visitors[userName] = await House.SignInAsync(userName);

    public Task<Visitor> NobodyAsync()
    {
        if (!visitors.TryGetValue("", out var nobody)) visitors[""] = nobody = House.Visit();
        return Task.FromResult(nobody);
    }

    /// <summary>A password account whose post ended yesterday, still signed in from before.</summary>
    public async Task<Visitor> FormerAsync()
    {
        if (visitors.TryGetValue("former", out var known)) return known;
        var former = await House.SignInAsync("chanhthanhtra");
        var day = House.Time.GetUtcNow().UtcDateTime.Date.AddDays(-1);
        await House.AskAsync(async (DepartmentDb db) =>
        {
            var person = await db.Set<Account>().Where(a => a.UserName == "chanhthanhtra").Select(a => a.PersonId).SingleAsync();
            (await db.Set<Appointment>().SingleAsync(a => a.PersonId == person)).To = DateOnly.FromDateTime(day);
            return await db.SaveChangesAsync();
        });
        return visitors["former"] = former;
    }

    /// <summary>Every row of every table, but for the runner's own.</summary>
    public Task<string> FingerprintAsync() => FingerprintAsync(House);

    public static Task<string> FingerprintAsync(WebHouse house) => house.AskAsync(async (DepartmentDb db) =>
    {
        await using var all = new MemoryStream();
        await db.Database.OpenConnectionAsync();
        foreach (var table in DumpedTable.All(db).Where(t => t.Name is not ("pf_job" or "id_key"))) await DumpAsync(table, db.Database.GetDbConnection(), all);
        return Convert.ToHexString(SHA256.HashData(all.ToArray()));
    });

    /// <summary>A page in words, of the house's frame, without a trace of the machine; one that refuses says nothing of the record.</summary>
    public void IsInWords(Visitor visitor, string why) => IsInWords(visitor, why, Document.Symbol, Document.Token);

    public static void IsInWords(Visitor visitor, string why, params string[] secrets)
    {
        var source = System.Text.Encoding.UTF8.GetString(visitor.Bytes);
        ((int)visitor.Status).ShouldBeLessThan(500, $"{why}: {visitor.Text}");
        if (visitor.Path.StartsWith("/api", StringComparison.Ordinal) && (int)visitor.Status >= 400) visitor.MediaType.ShouldBe("application/problem+json", why);
        if (visitor.MediaType is "application/pdf" or "application/javascript" or "text/javascript") return;
        foreach (var trace in (string[])["Exception", "   at ", ".cs:line", "NhiemSo."]) source.ShouldNotContain(trace, Case.Sensitive, why);
        if (visitor.Status is System.Net.HttpStatusCode.Forbidden or System.Net.HttpStatusCode.NotFound or System.Net.HttpStatusCode.Unauthorized)
            foreach (var word in (string[])[.. Personal, .. secrets]) Uri.UnescapeDataString(System.Net.WebUtility.HtmlDecode(source)).ShouldNotContain(word, Case.Insensitive, why);
        if (visitor.MediaType != "text/html" || visitor.Path.StartsWith("/api", StringComparison.Ordinal)) return;
        visitor.Page.DocumentElement.GetAttribute("lang").ShouldBe("vi", why);
        visitor.Page.Title.ShouldNotBeNullOrWhiteSpace(why);
        visitor.Page.QuerySelectorAll("h1").Length.ShouldBe(1, why);
        visitor.Heading.ShouldNotBeEmpty(why);
    }

    public void Dispose()
    {
        foreach (var visitor in visitors.Values) visitor.Dispose();
    }

    private static async Task DumpAsync(DumpedTable table, DbConnection connection, Stream to)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = table.Select;
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync()) RowText.Write(to, reader, table.Columns);
    }
}
