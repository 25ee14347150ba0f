using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Succession.Arrange;

/// <summary>What becomes of a duty, as chosen.</summary>
/// <param name="Default">The way of open work; needn't be said when there is only one.</param>
/// <param name="WindsUp">The unit that ends the open work of a duty nobody is given any more.</param>
internal sealed record DutyChoice(IReadOnlyList<Guid> New, Guid? Default, Guid? WindsUp);

/// <summary>What becomes of a unit.</summary>
/// <param name="WindsUp">It is dropped: the one unit chosen only ends what it leaves.</param>
internal sealed record UnitChoice(IReadOnlyList<Guid> New, Guid? Default, bool WindsUp, IReadOnlyList<PostChoice> Posts);

/// <summary>What becomes of a post of the unit.</summary>
/// <param name="Follows">It goes where the unit goes; else to the unit named, or it ends when none is.</param>
internal sealed record PostChoice(Guid AppointmentId, bool Follows, Guid? UnitId);

/// <summary>The administrator says what becomes of duties, units and posts. Each saying is an act in the decision's trail and can be taken back until the day.</summary>
internal sealed class ArrangeDesk(DepartmentDb db, Work work, AuditTrail audit, PlanReader plans, TimeProvider time)
{
    public Task<Outcome<Done>> ArrangeAsync(Guid oldDuty, DutyChoice choice, Reader by, CancellationToken ct) => InPlanAsync(by, async (plan, c) =>
    {
        if (plan.OldDuties.FirstOrDefault(d => d.Id == oldDuty) is not { } duty) return Problem.NotFound();
        var rows = Rows(plan, duty, choice);
        if (!rows.Ok) return rows.Problem;
        var before = Words(plan, plan.Of(duty));
        await db.Set<DutyMapping>().Where(m => m.MandateId == plan.New.Id && m.OldId == oldDuty).ExecuteDeleteAsync(c);
        db.AddRange(rows.Value.Select(r => new DutyMapping { MandateId = plan.New.Id, OldId = oldDuty, NewId = r.New, UnitId = r.New is null ? choice.WindsUp : null, IsDefault = r.IsDefault, By = by.Name, At = Now }));
        var after = Words(plan, [.. rows.Value.OrderByDescending(r => r.IsDefault).Select(r => new DutyMapping { MandateId = plan.New.Id, OldId = oldDuty, NewId = r.New, UnitId = choice.WindsUp, IsDefault = r.IsDefault, By = "", At = Now })]);
        await NoteAsync(plan, "sap-xep-nhiem-vu", $"Nhiệm vụ {duty.Citation}: {after}", new Change($"nhiệm vụ {duty.Citation}", before, after), by, c);
        return Done.Yes;
    }, ct);

    public Task<Outcome<Done>> UndoAsync(Guid oldDuty, Reader by, CancellationToken ct) => InPlanAsync(by, async (plan, c) =>
    {
        if (plan.OldDuties.FirstOrDefault(d => d.Id == oldDuty) is not { } duty) return Problem.NotFound();
        if (plan.Of(duty).Count == 0) return Problem.WrongState("Nhiệm vụ này chưa được sắp xếp nên không có gì để bỏ.");
        await db.Set<DutyMapping>().Where(m => m.MandateId == plan.New.Id && m.OldId == oldDuty).ExecuteDeleteAsync(c);
        await NoteAsync(plan, "bo-sap-xep-nhiem-vu", $"Bỏ sắp xếp nhiệm vụ {duty.Citation}", new Change($"nhiệm vụ {duty.Citation}", Words(plan, plan.Of(duty)), null), by, c);
        return Done.Yes;
    }, ct);

    public Task<Outcome<Done>> ArrangeUnitAsync(Guid oldUnit, UnitChoice choice, Reader by, CancellationToken ct) => InPlanAsync(by, async (plan, c) =>
    {
        if (plan.OldUnits.FirstOrDefault(u => u.Id == oldUnit) is not { } unit) return Problem.NotFound();
        if (plan.GoesOn(oldUnit)) return Problem.WrongState($"{unit.Name} giữ nguyên tên trong quyết định mới nên không phải sắp xếp.");
        var chosen = choice.New.Distinct().ToList();
        if (chosen.Count == 0 || chosen.Exists(n => plan.NewUnits.All(u => u.Id != n))) return Problem.Field("New", "Chọn ít nhất một đơn vị của quyết định mới.");
        if (choice.WindsUp && chosen.Count > 1) return Problem.Field("New", "Đơn vị bị bỏ thì chỉ chọn một đơn vị kết thúc việc đang mở.");
        if (Default(chosen, choice.Default) is not { } main) return Problem.Field("Default", "Chọn đơn vị nhận những gì gắn với cả đơn vị, trong các đơn vị đã chọn.");
        var before = Names(plan, plan.Of(unit));
        await db.Set<UnitMapping>().Where(m => m.MandateId == plan.New.Id && m.OldId == oldUnit).ExecuteDeleteAsync(c);
        var rows = chosen.ConvertAll(n => new UnitMapping { MandateId = plan.New.Id, OldId = oldUnit, NewId = n, IsDefault = n == main, WindsUp = choice.WindsUp, By = by.Name, At = Now });
        db.AddRange(rows);
        var posts = await SetPostsAsync(plan, choice.Posts, c);
        await NoteAsync(plan, "sap-xep-don-vi", $"{unit.Name}: {Names(plan, rows)}" + (posts.Count == 0 ? "" : $". {string.Join("; ", posts)}"), new Change(unit.Name, before, Names(plan, rows)), by, c);
        return Done.Yes;
    }, ct);

    public Task<Outcome<Done>> UndoUnitAsync(Guid oldUnit, Reader by, CancellationToken ct) => InPlanAsync(by, async (plan, c) =>
    {
        if (plan.OldUnits.FirstOrDefault(u => u.Id == oldUnit) is not { } unit) return Problem.NotFound();
        if (plan.GoesOn(oldUnit) || plan.Of(unit).Count == 0) return Problem.WrongState("Đơn vị này chưa được sắp xếp nên không có gì để bỏ.");
        await db.Set<UnitMapping>().Where(m => m.MandateId == plan.New.Id && m.OldId == oldUnit).ExecuteDeleteAsync(c);
        await NoteAsync(plan, "bo-sap-xep-don-vi", $"Bỏ sắp xếp {unit.Name}", new Change(unit.Name, Names(plan, plan.Of(unit)), null), by, c);
        return Done.Yes;
    }, ct);

    private DateTime Now => Microseconds.Trim(time.UtcNow());

    private async Task<Outcome<Done>> InPlanAsync(Reader by, Func<Plan, CancellationToken, Task<Outcome<Done>>> act, CancellationToken ct)
    {
        if (!by.Has(Role.Admin)) return Problem.Forbidden();
        return await work.ActAsync<Done>(async c => await plans.InActAsync(c) switch
        {
            null => Problem.NotFound("Chưa có quyết định kế tiếp nào để sắp xếp."),
            { Succession.State: not SuccessionState.Planned } plan => Problem.WrongState($"Công việc đã chuyển sang Quyết định {plan.New.Number} nên không sửa cách sắp xếp được nữa."),
            { } plan => await act(plan, c),
        }, ct);
    }

    private static Outcome<IReadOnlyList<(Guid? New, bool IsDefault)>> Rows(Plan plan, PlanDuty duty, DutyChoice choice)
    {
        var chosen = choice.New.Distinct().ToList();
        if (chosen.Exists(n => plan.NewDuties.All(d => d.Id != n))) return Problem.Field("New", "Chọn trong các điểm của quyết định mới.");
        if (chosen.Count > 0 && choice.WindsUp is not null) return Problem.Field("WindsUp", "Nhiệm vụ có điểm nối tiếp thì việc đang mở theo điểm ấy. Bỏ trống ô này, hoặc bỏ chọn các điểm.");
        if (chosen.Count == 0)
            return choice.WindsUp is { } unit && plan.NewUnits.Any(u => u.Id == unit) ? Outcome.Of<IReadOnlyList<(Guid?, bool)>>([(null, true)])
                : Problem.Field("New", $"Chọn điểm nối tiếp nhiệm vụ {duty.Citation}, hoặc chọn đơn vị kết thúc việc đang mở nếu quyết định mới không còn nhiệm vụ này.");
        return Default(chosen, choice.Default) is { } main
            ? Outcome.Of<IReadOnlyList<(Guid?, bool)>>([.. chosen.Select(n => ((Guid?)n, n == main))])
            : Problem.Field("Default", "Nhiệm vụ được tách: ghi điểm nhận việc đang mở, là một trong các điểm đã chọn.");
    }

    private static Guid? Default(List<Guid> chosen, Guid? said) => chosen.Count == 1 ? chosen[0] : said is { } main && chosen.Contains(main) ? main : null;

    private async Task<IReadOnlyList<string>> SetPostsAsync(Plan plan, IReadOnlyList<PostChoice> posts, CancellationToken ct)
    {
        var ids = posts.Select(p => p.AppointmentId).ToList();
        await db.Set<PostMapping>().Where(m => m.MandateId == plan.New.Id && ids.Contains(m.AppointmentId)).ExecuteDeleteAsync(ct);
        var own = posts.Where(p => !p.Follows && (p.UnitId is null || plan.NewUnits.Any(u => u.Id == p.UnitId))).ToList();
        db.AddRange(own.Select(p => new PostMapping { MandateId = plan.New.Id, AppointmentId = p.AppointmentId, UnitId = p.UnitId }));
        var names = await (from a in db.Set<Appointment>()
                           join x in db.Set<Person>() on a.PersonId equals x.Id
                           where ids.Contains(a.Id)
                           select new { a.Id, x.FullName }).ToDictionaryAsync(a => a.Id, a => a.FullName, ct);
        return [.. own.Where(p => names.ContainsKey(p.AppointmentId)).Select(p => $"{names[p.AppointmentId]}: {(p.UnitId is { } unit ? plan.UnitName(unit) : "thôi giữ chức vụ")}")];
    }

    private async Task NoteAsync(Plan plan, string act, string text, Change change, Reader by, CancellationToken ct) =>
        await audit.WriteAsync("mandate", plan.New.Id, by.As(Role.Admin), new AuditNote(act, text, Changes: [change]), ct);

    private static string? Words(Plan plan, IReadOnlyList<DutyMapping> to) => to.Count == 0 ? null
        : to[0].NewId is null ? $"không còn; {plan.UnitName(to[0].UnitId!.Value)} kết thúc việc đang mở"
        : string.Join(", ", to.Select(m => plan.Duty(m.NewId!.Value).Citation)) + (to.Count > 1 ? $"; việc đang mở theo {plan.Duty(to[0].NewId!.Value).Citation}" : "");

    private static string? Names(Plan plan, IReadOnlyList<UnitMapping> to) => to.Count == 0 ? null
        : to[0].WindsUp ? $"không còn; {plan.UnitName(to[0].NewId)} kết thúc việc đang mở" : string.Join(", ", to.Select(m => plan.UnitName(m.NewId)));
}
