using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Opinions;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Apology;

/// <summary>
/// Each morning looks for dossiers that will miss their day: on the last working day on which the apology comes in time, and on those already
/// late, it prepares mẫu 04 for the unit's head. Nothing is sent and nothing moves: the head confirms, corrects, or lets it be.
/// </summary>
internal sealed class ApologyPreparer(DepartmentDb db, Work work, AuditTrail audit, RuleShelf rules, OfficeCalendar calendar, TimeProvider time) : IJobHandler
{
    public const string Name = "dossiers.apology";

    private const int Batch = 100;

    /// <summary>Longer than any run of days off.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(16);

    private static readonly Role?[] Turns = [Role.UnitHead, Role.Officer, Role.Leader, Role.Clerk];

    public string Kind => Name;

    public string Title => "Chuẩn bị thư xin lỗi và hẹn lại";

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        foreach (var turn in Turns)
        {
            for (var (due, last) = (DateTime.MinValue, Guid.Empty); ;)
            {
                var page = await PageAsync(turn, due, last, ct);
                foreach (var matter in page.Where(IsTime)) await PrepareAsync(matter.Id, ct);
                if (page.Count < Batch) break;
                (due, last) = (page[^1].Due!.Value, page[^1].Id);
            }
        }
    }

    private Task<List<Matter>> PageAsync(Role? turn, DateTime due, Guid last, CancellationToken ct)
    {
        var until = time.UtcNow() + Ahead;
        return db.Set<Matter>().AsNoTracking()
            .Where(m => m.Turn == turn && m.Group == StateGroup.Open && m.Due < until && (m.Due > due || (m.Due == due && m.Id > last)) && m.Kind == DossiersRoom.Kind)
            .OrderBy(m => m.Due).ThenBy(m => m.Id).Take(Batch).ToListAsync(ct);
    }

    /// <summary>Today is the last working day on which the act comes in time, or later.</summary>
    private bool IsTime(Matter matter)
    {
        var process = rules.Version<ProcessDefinition>(matter.ProcessVersion);
        if (process.Act(UnitWork.Reschedule) is not { BeforeDue: { } before } act || !act.From.Contains(matter.State) || MatterClocks.Read(matter.Clocks).Main(process) is not { OpenPause: null, Finished: null }) return false;
        var last = Vietnam.Day(matter.Due!.Value).AddDays(-(int)Math.Ceiling(before.Amount));
        while (!calendar.Calendar.IsWorking(last)) last = last.AddDays(-1);
        return time.Today() >= last;
    }

    private Task<Outcome<Done>> PrepareAsync(Guid id, CancellationToken ct) => work.ActAsync<Done>(async c =>
    {
        var matter = await db.Set<Matter>().AsNoTracking().FirstAsync(m => m.Id == id, c);
        var known = await db.Set<ApologyProposal>().FirstOrDefaultAsync(p => p.DossierId == id, c);
        if (matter.Due is not { } due || known?.ForDue == due) return Done.Yes;
        if (await db.Set<AuditEntry>().AnyAsync(e => e.Subject == "matter" && e.SubjectId == id && e.Act == UnitWork.Reschedule, c)) return Done.Yes;
        var proposal = known ?? new ApologyProposal { DossierId = id, ForDue = due, Day = default, Reason = "", PreparedAt = default };
        (proposal.ForDue, proposal.Day, proposal.Reason, proposal.PreparedAt) = (due, NewDay(matter, due), await ReasonAsync(matter, c), Microseconds.Trim(time.UtcNow()));
        if (known is null) db.Add(proposal);
        await audit.WriteAsync("matter", id, Actor.System, new AuditNote("chuan-bi-xin-loi", $"Chuẩn bị xin lỗi và hẹn lại ngày {proposal.Day:dd/MM/yyyy}, chờ lãnh đạo phòng xem", proposal.Reason), c);
        return Done.Yes;
    }, ct);

    /// <summary>As many working days after the due day, or after today when that is later, as the steps after this one have of the limit; at least one.</summary>
    private DateOnly NewDay(Matter matter, DateTime due)
    {
        var process = rules.Version<ProcessDefinition>(matter.ProcessVersion);
        var clocks = MatterClocks.Read(matter.Clocks);
        var share = process.Steps.SkipWhile(s => s.Id != clocks.Step).Skip(1).Sum(s => s.SharePercent);
        var limit = clocks.Main(process)!.Limit;
        var days = limit.Unit.CountsDays() ? (int)Math.Ceiling(limit.Amount * share / 100) : 1;
        var day = Vietnam.Day(due) > time.Today() ? Vietnam.Day(due) : time.Today();
        for (var i = 0; i < Math.Clamp(days, 1, 15); i++) day = calendar.Calendar.NextWorkingDay(day);
        return day;
    }

    private async Task<string> ReasonAsync(Matter matter, CancellationToken ct)
    {
        var asked = await db.Set<Opinion>().Where(o => o.DossierId == matter.Id && o.State == OpinionState.Asked).Select(o => o.Asked).ToListAsync(ct);
        return asked.Count > 0 ? $"Đang chờ ý kiến của {string.Join(", ", asked)}." : $"Hồ sơ cần thêm thời gian ở bước “{matter.StateName}”.";
    }
}
