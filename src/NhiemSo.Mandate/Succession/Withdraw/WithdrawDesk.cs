using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Review;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Succession.Withdraw;

/// <summary>What somebody who takes a decision back has looked at.</summary>
/// <param name="Position">How far its trail had come: whoever arranges something meanwhile makes it longer.</param>
internal sealed record SeenPlan(Guid MandateId, long Position);

/// <summary>What goes with a planned decision.</summary>
/// <param name="Units">Units that a person arranged; likewise duties and posts.</param>
/// <param name="Preset">Duties arranged at the import, which another import arranges again.</param>
internal sealed record Arranged(int Units, int Duties, int Posts, int Preset)
{
    public string Words => string.Join(", ", new[] { (Units, "đơn vị"), (Duties, "nhiệm vụ"), (Posts, "chức vụ") }.Where(x => x.Item1 > 0).Select(x => $"{x.Item1} {x.Item2}"));
}

/// <summary>
/// Takes a planned decision back: what was arranged goes, the decision in force stays in force, the reading it came from is open again.
/// Nothing has gone by a planned decision yet, so nothing else refers to it. Not once its run has begun.
/// </summary>
internal sealed class WithdrawDesk(DepartmentDb db, Work work, AuditTrail audit, PlanReader plans)
{
    public const string Act = "rut-quyet-dinh-ke-tiep";

    public async Task<Outcome<Done>> WithdrawAsync(SeenPlan seen, string? reason, Reader by, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        return await work.ActAsync<Done>(async c =>
        {
            if (await plans.InActAsync(c) is not { } plan) return Problem.NotFound("Không còn quyết định kế tiếp nào để rút lại.");
            if (Fault(plan) is { } fault) return fault;
            if (string.IsNullOrWhiteSpace(reason)) return Problem.Field("Reason", "Ghi lý do rút lại.");
            if (seen != await SeenAsync(plan, c)) return Problem.Conflict("Có người vừa sắp xếp thêm hoặc nạp quyết định khác. Xem lại những gì sẽ mất rồi xác nhận lần nữa.");
            await RemoveAsync(plan, reason.Trim(), by.As(Role.Admin), c);
            return Done.Yes;
        }, ct);
    }

    /// <summary>Why it can't be taken back; null when it can.</summary>
    public static Problem? Fault(Plan plan) => plan.Succession.State == SuccessionState.Planned ? null
        : Problem.WrongState($"Công việc đã bắt đầu chuyển sang Quyết định {plan.New.Number} nên không rút lại được nữa.");

    public async Task<SeenPlan> SeenAsync(Plan plan, CancellationToken ct) =>
        new(plan.New.Id, await db.Set<AuditEntry>().Where(e => e.Subject == "mandate" && e.SubjectId == plan.New.Id).MaxAsync(e => e.Position, ct));

    public async Task<Arranged> ArrangedAsync(Plan plan, CancellationToken ct)
    {
        var preset = plan.Duties.Where(m => m.By == Actor.System.Name).Select(m => m.OldId).Distinct().Count();
        return new Arranged(
            plan.Units.Where(m => !plan.GoesOn(m.OldId)).Select(m => m.OldId).Distinct().Count(), plan.Duties.Select(m => m.OldId).Distinct().Count() - preset,
            await db.Set<PostMapping>().CountAsync(m => m.MandateId == plan.New.Id, ct), preset);
    }

    /// <summary>The readings it came from; none when it came from a rules folder.</summary>
    public Task<List<StoredReading>> ReadingsAsync(Plan plan, CancellationToken ct) => db.Set<StoredReading>().Where(r => r.MandateCode == plan.New.Code && r.InForceAt != null).ToListAsync(ct);

    private async Task RemoveAsync(Plan plan, string reason, Actor by, CancellationToken ct)
    {
        var (id, number) = (plan.New.Id, plan.New.Number);
        var words = (await ArrangedAsync(plan, ct)).Words;
        var text = $"Rút lại Quyết định {number} trước khi thi hành, Quyết định {plan.Old.Number} tiếp tục thi hành" + (words.Length == 0 ? "" : $"; bỏ cách sắp xếp {words}");
        await audit.WriteAsync("mandate", id, by, new AuditNote(Act, text, reason, [new Change("ngày thi hành", $"{plan.New.From:dd/MM/yyyy}", null)]), ct);
        foreach (var reading in await ReadingsAsync(plan, ct))
        {
            (reading.MandateCode, reading.InForceAt, reading.InForceBy, reading.Version) = (null, null, null, reading.Version + 1);
            await audit.WriteAsync(ReviewDesk.Subject, reading.Id, by, new AuditNote(Act, $"Rút lại Quyết định {number}, bản đọc sửa và nạp lại được", reason), ct);
        }

        await db.Set<DutyMapping>().Where(m => m.MandateId == id).ExecuteDeleteAsync(ct);
        await db.Set<UnitMapping>().Where(m => m.MandateId == id).ExecuteDeleteAsync(ct);
        await db.Set<PostMapping>().Where(m => m.MandateId == id).ExecuteDeleteAsync(ct);
        await db.Set<PlannedUnit>().Where(u => u.MandateId == id).ExecuteDeleteAsync(ct);
        await db.Set<Provision>().Where(p => p.MandateId == id).ExecuteDeleteAsync(ct);
        await db.Set<MandateSuccession>().Where(s => s.MandateId == id).ExecuteDeleteAsync(ct);
        await db.Set<MandateDecision>().Where(m => m.Id == id).ExecuteDeleteAsync(ct);
    }
}
