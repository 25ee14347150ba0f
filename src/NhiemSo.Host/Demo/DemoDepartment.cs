using Microsoft.AspNetCore.Identity;
using NhiemSo.Dossiers.Books;
using NhiemSo.Host.Serve;
using NhiemSo.Mandate;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rooms;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Host.Demo;

/// <summary>One invented member of staff and the sign-in printed at start.</summary>
internal sealed record DemoPerson(string UserName, string FullName, string Unit, string Title, string Roles, int Rank);

/// <summary>
/// The demo department: the real decision put in force, invented people in its units, the doubtful facts of the
/// central procedures confirmed as demo. Loaded into an empty database only, and marked as demo everywhere.
/// </summary>
internal sealed class DemoDepartment(
    DepartmentDb db, Work work, AuditTrail audit, IMandateImport mandate, UserManager<Account> users, Readers readers,
    RuleShelf shelf, RuleConfirmations confirmations, IEnumerable<IDemoPart> parts, OfficeSettings settings, TimeProvider time)
{
    /// <summary>One password for all demo accounts; they work on loopback addresses only.</summary>
    public const string Password = "minh-hoa-2026";

    private const string Basis = "Quyết định bổ nhiệm (minh họa)";

    public static readonly IReadOnlyList<DemoPerson> People =
    [
        new("giamdoc", "Lê Hoàng Nam", "SO", "Giám đốc", "leader", 1),
        new("phogiamdoc", "Phan Thị Thu Hương", "SO", "Phó Giám đốc", "leader", 2),
        new("chanhvanphong", "Đỗ Minh Quân", "VP", "Chánh Văn phòng", "unit-head", 3),
        new("motcua", "Lê Thu Hà", "VP", "Công chức Bộ phận Một cửa", "desk", 5),
        new("vanthu", "Ngô Thị Mai", "VP", "Văn thư", "clerk", 5),
        new("quantri", "Võ Thanh Tùng", "VP", "Quản trị hệ thống", "admin", 5),
        new("chanhthanhtra", "Bùi Văn Sơn", "TTRA", "Chánh Thanh tra", "unit-head", 3),
        new("phongcntt", "Trương Quốc Bảo", "CNTT", "Trưởng phòng", "unit-head", 3),
        new("chuyenviencntt", "Phạm Thị Ngọc Lan", "CNTT", "Chuyên viên", "officer", 5),
        new("truongphong", "Nguyễn Quốc Việt", "TTBC", "Trưởng phòng", "unit-head", 3),
        new("chuyenvien", "Trần Thị Minh Hạnh", "TTBC", "Chuyên viên", "officer", 5),
        new("chuyenvien2", "Hoàng Văn Đức", "TTBC", "Chuyên viên", "officer", 5),
    ];

    public async Task LoadAsync(CancellationToken ct)
    {
        var inForce = await mandate.PutInForceAsync(settings.RulesFolder, "qd-55-2024", Actor.System, ct);
        if (!inForce.Ok) throw new InvalidOperationException(inForce.Problem.Message);
        foreach (var person in People) await AddAsync(person, inForce.Value, ct);
        var leader = await readers.OfPersonAsync(db.Set<Person>().First(p => p.FullName == People[0].FullName).Id, ct);
        var confirmed = await confirmations.ConfirmAllAsync(time.Today(), IsShown, "Xác nhận minh họa, không có giá trị pháp lý", leader, demo: true, ct);
        if (!confirmed.Ok) throw new InvalidOperationException(confirmed.Problem.Message);

        foreach (var part in parts) await part.LoadAsync(ct);
        await shelf.RefreshAsync(ct, now: true);
    }

    /// <summary>Everything the central procedures need; the other procedures show what a department still has to confirm.</summary>
    private bool IsShown(RuleBook book) => shelf.At(time.Today()).Find<Procedure>(book.Code) is not { Central: false } || book.Kind != ProcedureKind.Name;

    private async Task AddAsync(DemoPerson demo, IReadOnlyDictionary<string, Guid> units, CancellationToken ct)
    {
        var outcome = await work.ActAsync<Done>(async c =>
        {
            var from = new DateOnly(2024, 4, 1);
            var person = new Person { FullName = demo.FullName, SortKey = SortKey.OfPerson(demo.FullName), Demo = true };
            var position = new Position { UnitId = units[demo.Unit], Title = demo.Title, Roles = demo.Roles, Rank = demo.Rank, From = from };
            db.AddRange(person, position, new Appointment { PersonId = person.Id, PositionId = position.Id, From = from, Basis = Basis });
            await db.SaveChangesAsync(c);
            var created = await users.CreateAsync(new Account { UserName = demo.UserName, PersonId = person.Id, Demo = true }, Password);
            if (!created.Succeeded) throw new InvalidOperationException(string.Join(' ', created.Errors.Select(e => e.Description)));
            await audit.WriteAsync("installation", Guid.Empty, Actor.System, new AuditNote("them-nguoi", $"Thêm {demo.FullName}, {demo.Title} (minh họa)"), c);
            return Done.Yes;
        }, ct);
        if (!outcome.Ok) throw new InvalidOperationException(outcome.Problem.Message);
    }
}
