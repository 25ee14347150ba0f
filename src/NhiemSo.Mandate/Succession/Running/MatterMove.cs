using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Succession.Running;

/// <summary>What a run goes by, read once.</summary>
/// <param name="Duties">Every duty of any decision.</param>
/// <param name="Staff">By person, the units in which they may work on a matter from the day on.</param>
internal sealed record RunPlan(Plan Plan, Destinations To, IReadOnlySet<Guid> Duties, ILookup<Guid, Guid> Staff)
{
    /// <summary>Units that are no more, each with the one that follows it.</summary>
    public IReadOnlyDictionary<Guid, Guid> Ended { get; } = Plan.OldUnits.Where(u => !Plan.GoesOn(u.Id)).ToDictionary(u => u.Id, u => Plan.Following(u.Id)!.Value);

    public Actor By { get; } = new(Plan.Succession.StartedById, Plan.Succession.StartedBy ?? Actor.System.Name, Plan.Succession.StartedAs ?? Actor.System.Capacity);
}

/// <summary>
/// One matter's move, within one act. It keeps the provision it was opened under, its state, its clocks. The officer who has it keeps it when he
/// has a post in the unit it goes to; else it is that unit's head's turn to assign it. A restricted matter exists only for the persons named on
/// it, so they keep it.
/// </summary>
internal sealed class MatterMove(DepartmentDb db, MatterHandover handover, TimeProvider time)
{
    public const string Act = "chuyen-don-vi";

    public async Task<Outcome<Done>> InActAsync(RunPlan run, Guid id, CancellationToken ct)
    {
        if (await db.Set<Matter>().FirstOrDefaultAsync(m => m.Id == id && m.Closed == null, ct) is not { } matter) return Done.Yes;
        var (plan, from) = (run.Plan, matter.UnitId);
        var to = run.To.Of(matter.DutyId, from, run.Duties.Contains(matter.DutyId)) ?? run.To.OfUnit(from) ?? from;
        var restricted = matter.Confidentiality == Confidentiality.Restricted;
        var keeps = restricted || matter.ResponsibleId is not { } responsible || run.Staff[responsible].Contains(to);
        var officer = keeps || to == from ? null : await db.Set<Person>().Where(p => p.Id == matter.ResponsibleId).Select(p => p.FullName).FirstOrDefaultAsync(ct);
        var changes = new List<Change> { new("đơn vị", plan.UnitName(from), plan.UnitName(to)) };
        if (officer is not null) changes.Add(new("người xử lý", officer, null));
        var text = to == from ? "Chuyển phần việc đã giao cho đơn vị cũ sang đơn vị nối tiếp" : $"Chuyển từ {plan.UnitName(from)} sang {plan.UnitName(to)}" + (officer is null ? "" : ", chờ phân công lại");
        var note = new AuditNote(Act, text, await ReasonAsync(run, matter, ct), to == from ? [] : changes);
        await handover.InActAsync(matter, new Handover(to, keeps || to == from, run.Ended, note), run.By, ct);
        await LineAsync(plan, matter, from, to, officer, restricted, ct);
        return Done.Yes;
    }

    /// <summary>By person, the units where they hold a post that works on matters.</summary>
    public async Task<ILookup<Guid, Guid>> StaffAsync(DateOnly day, CancellationToken ct)
    {
        var posts = await (from a in db.Set<Appointment>()
                           join p in db.Set<Position>() on a.PositionId equals p.Id
                           where a.From <= day && (a.To == null || a.To >= day) && p.From <= day && (p.To == null || p.To >= day)
                           select new { a.PersonId, p.UnitId, p.Roles }).AsNoTracking().ToListAsync(ct);
        return posts.Where(p => RoleWords.Read(p.Roles).Any(r => r is Role.Officer or Role.UnitHead)).ToLookup(p => p.PersonId, p => p.UnitId);
    }

    /// <summary>The decision and the article that give the work to the unit.</summary>
    private async Task<string> ReasonAsync(RunPlan run, Matter matter, CancellationToken ct)
    {
        var decision = $"Quyết định {run.Plan.New.Number}, thay Quyết định {run.Plan.Old.Number} từ {run.Plan.New.From:dd/MM/yyyy}";
        if (run.To.Successor(matter.DutyId) is { } successor && await db.Set<Provision>().Where(p => p.Id == successor).Select(p => p.Display).FirstOrDefaultAsync(ct) is { } display)
            return $"{display} {decision}; hồ sơ giữ căn cứ lúc mở là {matter.DutyCitation}";
        return $"{decision}; quyết định mới không còn nhiệm vụ {matter.DutyCitation}, đơn vị nhận kết thúc việc đang mở";
    }

    private async Task LineAsync(Plan plan, Matter matter, Guid from, Guid to, string? officer, bool restricted, CancellationToken ct)
    {
        var subject = $"{matter.Id:N}";
        if (await db.Set<Move>().AnyAsync(m => m.MandateId == plan.New.Id && m.Kind == MoveKind.Matter && m.Subject == subject, ct)) return;
        db.Add(new Move
        {
            MandateId = plan.New.Id, Kind = MoveKind.Matter, Subject = subject, Name = restricted ? "Việc hạn chế người xem" : $"{matter.Number ?? "Chưa có số"}: {matter.Title}",
            From = plan.UnitName(from), To = plan.UnitName(to), Note = matter.StateName + (officer is null ? "" : $"; {officer} không ở đơn vị mới, chờ phân công lại"), Moved = true, At = Microseconds.Trim(time.UtcNow()),
        });
    }
}
