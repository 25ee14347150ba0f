using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NhiemSo.Documents;
using NhiemSo.Documents.Model;
using NhiemSo.Documents.Pades;
using NhiemSo.Documents.Signing;
using NhiemSo.HouseTests.Bed;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Numbering;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers.Templates;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;
using Shouldly;

namespace NhiemSo.HouseTests.Documents;

/// <summary>An office with a director, a deputy, a văn thư, their demo keys, and one matter waiting for its result.</summary>
internal sealed class SigningOffice(Office office, Follower follower) : IAsyncDisposable
{
    public const string Book = "so-giay-phep";
    private const string Template = "giay-phep-xuat-ban-tai-lieu-khong-kinh-doanh";
    private WebApplication timeStamps = null!;

    public Office Office => office;

    public Follower Follower => follower;

    public Guid Director { get; private set; }

    public Guid Deputy { get; private set; }

    public Guid Clerk { get; private set; }

    public Matter Matter { get; private set; } = null!;

    public static async Task<SigningOffice> OpenAsync(TestBed bed, Engine engine)
    {
        var follower = new Follower();
        var office = await bed.FreshAsync(engine, services =>
        {
            services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["PublicAddress"] = "https://so.example" }).Build());
            services.AddHttpContextAccessor();
            services.AddSingleton<IDocumentFollower>(follower);
            // Văn thư sees what it has to seal; in the whole house the later room of the kind says so.
            services.AddSingleton(new RoleScope(Role.Clerk, Scope.Kind("thu")));
        });
        var opened = new SigningOffice(office, follower);
        await opened.FillAsync();
        return opened;
    }

    public Task<T> DeskAsync<T>(Func<SigningDesk, Task<T>> act) => office.AskAsync(act);

    public Task<Reader> ReaderAsync(Guid person) => office.AskAsync((Readers r) => r.OfPersonAsync(person, default));

    public async Task<DocumentFacts> ReserveAsync() => (await office.ActAsync<DocumentFacts>(async (services, ct) =>
    {
        var template = services.GetRequiredService<RuleShelf>().Today.Get<PaperTemplate>(Template);
        var values = template.Placeholders.ToDictionary(p => p, p => (object?)$"giá trị {p}");
        var document = new NewDocument(Book, "Giấy phép", "Xuất bản tài liệu không kinh doanh", Template, values, Director, "Lê Hoàng Nam", "GIÁM ĐỐC", "Hội Khuyến học");
        return await services.GetRequiredService<IDocumentOffice>().ReserveAsync(Matter, document, ct);
    })).Must();

    public async Task<Outcome<DocumentFacts>> SignAsync(Guid id, Guid person, string pin = DemoSigning.Pin)
    {
        var reader = await ReaderAsync(person);
        return await DeskAsync(d => d.SignHereAsync(id, reader, pin, default));
    }

    public async Task<Outcome<DocumentFacts>> SealAsync(Guid id, Guid person)
    {
        var reader = await ReaderAsync(person);
        return await DeskAsync(d => d.SealAndIssueAsync(id, reader, default));
    }

    public async Task<Outcome<DocumentFacts>> VoidAsync(Guid id, Guid person, string? reason)
    {
        var reader = await ReaderAsync(person);
        return await DeskAsync(d => d.VoidAsync(id, reader, reason, default));
    }

    public Task<Document> StoredAsync(Guid id) => office.AskAsync((DepartmentDb db) => db.Set<Document>().AsNoTracking().SingleAsync(d => d.Id == id));

    public Task<List<NumberUse>> BookAsync() => office.AskAsync((DepartmentDb db) => db.Set<NumberUse>().AsNoTracking().OrderBy(u => u.Number).ToListAsync());

    public Task<List<FileRef>> FilesAsync() => office.AskAsync((DepartmentDb db) => db.Set<FileRef>().AsNoTracking().Where(f => f.RemovedAt == null).ToListAsync());

    public async Task<byte[]> PdfAsync(Guid fileId)
    {
        var clerk = await ReaderAsync(Clerk);
        return await office.AskAsync(async (MatterFiles files) =>
        {
            await using var open = (await files.OpenAsync(fileId, clerk, default)).Must();
            using var memory = new MemoryStream();
            await open.Content.CopyToAsync(memory);
            return memory.ToArray();
        });
    }

    public PadesReport Check(byte[] pdf) => PadesVerifier.Verify(pdf, office.Services.GetRequiredService<SigningKeys>().Roots(), office.Time.UtcNow());

    public async ValueTask DisposeAsync()
    {
        await timeStamps.DisposeAsync();
        await office.DisposeAsync();
    }

    private async Task FillAsync()
    {
        var imported = await office.AskAsync((RuleImport i) => i.ImportAsync(CalendarFolder.FindRules()!, Actor.System, default));
        imported.Ok.ShouldBeTrue(string.Join('\n', imported.Problem?.Fields.Select(f => $"{f.Field}: {f.Message}") ?? []));
        await office.Services.GetRequiredService<RuleShelf>().RefreshAsync(default, now: true);
        await office.AskAsync(async (DepartmentDb db) =>
        {
            var root = new Unit { Code = "SO", Name = "Sở", From = new DateOnly(2020, 1, 1) };
            db.Add(root);
            Director = Appoint(db, root, "Lê Hoàng Nam", "Giám đốc", "leader", 1);
            Deputy = Appoint(db, root, "Phan Thị Thu Hương", "Phó Giám đốc", "leader", 2);
            Clerk = Appoint(db, root, "Ngô Thị Mai", "Văn thư", "clerk", 5);
            var now = Microseconds.Trim(office.Time.UtcNow());
            Matter = new Matter
            {
                Kind = "thu", Title = "Việc thử", DutyId = Guid.CreateVersion7(), DutyCitation = "4.3.2.a", UnitId = root.Id, Process = "thu", ProcessVersion = "", State = "cho-ky",
                StateName = "Chờ ký", Opened = now, LastEvent = now,
            };
            db.Add(Matter);
            db.AddRange(Scope.KeysOf(Matter, []).Select(k => new MatterScope { MatterId = Matter.Id, Key = k }));
            return await db.SaveChangesAsync();
        });
        await office.AskAsync(async (IEnumerable<IDemoPart> parts) =>
        {
            await parts.OfType<DemoSigning>().Single().LoadAsync(default);
            return 0;
        });
        await StartTimeStampsAsync();
    }

    /// <summary>The demo's time-stamp authority on a port of its own: this office has no web server.</summary>
    private async Task StartTimeStampsAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(office.Services.GetRequiredService<SigningKeys>());
        timeStamps = builder.Build();
        timeStamps.Urls.Add("http://127.0.0.1:0");
        DemoTimeStamps.Map(timeStamps);
        await timeStamps.StartAsync();
        office.Services.GetRequiredService<IConfiguration>()[SigningKeys.TimeStampUrl] = timeStamps.Urls.Single() + DemoTimeStamps.Path;
    }

    private static Guid Appoint(DepartmentDb db, Unit unit, string name, string title, string roles, int rank)
    {
        var person = new Person { FullName = name, SortKey = name };
        var position = new Position { UnitId = unit.Id, Title = title, Roles = roles, Rank = rank, From = unit.From };
        db.AddRange(person, position, new Appointment { PersonId = person.Id, PositionId = position.Id, From = unit.From, Basis = "Quyết định thử" });
        return person.Id;
    }
}

/// <summary>A later room that notes what it was told, and dies when it is told to: the act around it must leave nothing.</summary>
internal sealed class Follower : IDocumentFollower
{
    public List<string> Heard { get; } = [];

    public bool Dies { get; set; }

    public Task SignedAsync(DocumentFacts document, Actor actor, CancellationToken ct) => Hear("signed", document);

    public Task IssuedAsync(DocumentFacts document, Actor actor, CancellationToken ct) => Hear("issued", document);

    public Task VoidedAsync(DocumentFacts document, Actor actor, string reason, CancellationToken ct) => Hear("voided", document);

    private Task Hear(string what, DocumentFacts document)
    {
        if (Dies) throw new IOException("killed here");
        Heard.Add($"{what} {document.Symbol}");
        return Task.CompletedTask;
    }
}

internal static class Outcomes
{
    public static T Must<T>(this Outcome<T> outcome)
    {
        outcome.Ok.ShouldBeTrue(outcome.Problem?.Message);
        return outcome.Value!;
    }

    public static Problem MustFail<T>(this Outcome<T> outcome, ProblemKind kind)
    {
        outcome.Ok.ShouldBeFalse();
        outcome.Problem!.Kind.ShouldBe(kind, outcome.Problem.Message);
        return outcome.Problem;
    }
}
