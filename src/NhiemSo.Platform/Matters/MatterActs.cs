using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Processes.Definitions;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Matters;

/// <summary>An act that somebody wants to take.</summary>
/// <param name="Act">Id of the act in the matter's process.</param>
/// <param name="Seen">The version on the page; null when there was no page.</param>
/// <param name="Limits">Lengths of clocks that the procedure sets: <c>time_limit</c>, <c>supplement_notice_limit</c>.</param>
public sealed record ActRequest(Guid MatterId, string Act, Reader By, int? Seen = null, string? Reason = null, IReadOnlyDictionary<string, Limit>? Limits = null);

/// <summary>
/// The one engine that moves matters. An act is checked against the process table and the scope keys, the room does its
/// part, then state, clocks, keys, trail and followers are written: all in one transaction or nothing.
/// </summary>
public sealed class MatterActs(
    DepartmentDb db, Work work, AuditTrail audit, RuleShelf rules, OfficeCalendar calendar, IEnumerable<IActFollower> followers, TimeProvider time)
{
    /// <summary>What the room does within the act; a problem undoes all.</summary>
    public delegate Task<Outcome<Done>> RoomPart(ActScope act, CancellationToken ct);

    public static readonly RoomPart Nothing = (_, _) => Task.FromResult<Outcome<Done>>(Done.Yes);

    /// <summary>Takes an act on a matter that exists; answers the matter as it is then.</summary>
    public Task<Outcome<Matter>> TakeAsync(ActRequest request, RoomPart room, CancellationToken ct) =>
        work.ActAsync(c => InActAsync(request, room, c), ct);

    /// <summary>The same within an act already open, when one act makes another room's matter move.</summary>
    public async Task<Outcome<Matter>> InActAsync(ActRequest request, RoomPart room, CancellationToken ct)
    {
        var matter = await db.Set<Matter>().FirstOrDefaultAsync(m => m.Id == request.MatterId, ct);
        if (matter is null) return Problem.NotFound();
        var assignments = await db.Set<Assignment>().Where(a => a.MatterId == matter.Id).ToListAsync(ct);
        var keys = Scope.KeysOf(matter, assignments);
        if (!Scope.Sees(request.By, keys)) return Problem.NotFound();
        var process = rules.Version<ProcessDefinition>(matter.ProcessVersion);
        if (process.Act(request.Act) is not { } act) return Problem.NotFound("Quy trình của hồ sơ này không có bước đó.");
        work.Named(act.Id);
        if (request.Seen is { } seen && seen != matter.Version) return Problem.Conflict();
        if (!act.From.Contains(matter.State)) return Problem.WrongState($"Hồ sơ đang ở bước “{matter.StateName}” nên không thể “{act.Name.TrimEnd('…')}”.");
        if (Permission.May(request.By, new ActRule(act.By, act.Relation), matter, keys) is not { } grant) return Problem.Forbidden();
        if (act.Asks(ActNeed.Reason) && string.IsNullOrWhiteSpace(request.Reason)) return Problem.Field("reason", "Ghi lý do: người nhận sẽ đọc câu này.");
        if (act.After.Count > 0 && await TakenAsync(matter.Id, act.After, ct) == 0)
            return Problem.WrongState($"Phải làm “{string.Join("” hoặc “", act.After.Select(a => process.Act(a)?.Name.TrimEnd('…') ?? a))}” trước rồi mới “{act.Name.TrimEnd('…')}” được.");
        if (act.Times is { } times && await TakenAsync(matter.Id, [act.Id], ct) >= times) return Problem.WrongState($"“{act.Name.TrimEnd('…')}” chỉ được làm {times} lần với một hồ sơ.");
        return await DoAsync(matter, process, act, grant, request, room, ct);
    }

    /// <summary>Opens a matter by an opening act of its process; call inside an act of <see cref="Work"/>.</summary>
    public async Task<Outcome<Matter>> OpenAsync(Matter matter, string act, Reader by, IReadOnlyDictionary<string, Limit>? limits, RoomPart room, CancellationToken ct)
    {
        var process = rules.Version<ProcessDefinition>(matter.ProcessVersion);
        if (process.Act(act) is not { From.Count: 0 } opening) throw new InvalidOperationException($"{act} does not open {process.Code}.");
        if (by.Grants.FirstOrDefault(g => opening.By.Contains(g.Role) && (opening.Relation != Relation.OwnUnit || g.UnitId == matter.UnitId)) is not { } grant) return Problem.Forbidden();
        db.Add(matter);
        return await DoAsync(matter, process, opening, grant, new ActRequest(matter.Id, act, by, Limits: limits), room, ct);
    }

    private async Task<Outcome<Matter>> DoAsync(Matter matter, ProcessDefinition process, ProcessAct act, Grant grant, ActRequest request, RoomPart room, CancellationToken ct)
    {
        var now = Microseconds.Trim(time.GetUtcNow().UtcDateTime);
        var actor = new Actor(request.By.PersonId, request.By.Name, grant.Capacity);
        var scope = new ActScope(matter, process, act, actor, grant, now)
        {
            StateBefore = act.From.Count == 0 ? "" : matter.State,
            Reason = request.Reason,
            Extender = asked => Extended(matter, process, asked, now) is { Ok: true } clock ? clock.Value.Answer(calendar.Calendar).Appointment : Extended(matter, process, asked, now).Problem!,
        };
        var before = (matter.StateName, matter.Due, matter.ResponsibleId, matter.UnitId);
        var part = await room(scope, ct);
        if (!part.Ok) return part.Problem;

        if (act.To is { } to)
        {
            var state = process.State(to)!;
            (matter.State, matter.StateName, matter.Group, matter.Turn) = (state.Id, state.Name, state.Group, Turns.Of(state, matter.ResponsibleId));
            matter.Closed = state.Terminal ? now : null;
        }

        if (MoveClocks(matter, process, act, request, scope, now) is { } problem) return problem;
        matter.LastEvent = now;
        matter.Version++;
        await db.WriteKeysAsync(matter, ct);
        if (before.StateName != matter.StateName && act.From.Count > 0) scope.Changes.Add(new Change("trạng thái", before.StateName, matter.StateName));
        if (before.Due != matter.Due) scope.Changes.Add(new Change("hạn", Instant(before.Due), Instant(matter.Due)));
        await audit.WriteAsync("matter", matter.Id, actor, new AuditNote(act.Id, scope.Text ?? act.Name.TrimEnd('…'), request.Reason, scope.Changes, scope.Evidence), ct);
        foreach (var follower in followers) await follower.AfterAsync(scope, ct);
        return matter;
    }

    private Problem? MoveClocks(Matter matter, ProcessDefinition process, ProcessAct act, ActRequest request, ActScope scope, DateTime now)
    {
        var clocks = MatterClocks.Read(matter.Clocks);
        var running = new Dictionary<string, RunningClock>(clocks.Running, StringComparer.Ordinal);
        foreach (var move in act.Clocks)
        {
            var definition = process.Clocks.First(c => c.Id == move.Clock);
            if (move.Action == ClockAction.Extend)
            {
                if (scope.Extension is not { } extension) continue;
                var extended = Extended(matter, process, extension, now);
                if (!extended.Ok) return extended.Problem;
                running[move.Clock] = extended.Value;
                continue;
            }

            if (Move(definition, move.Action, running.GetValueOrDefault(move.Clock), act, request, definition.Main && scope.Since is { } since ? since : now, now) is not { } moved) continue;
            if (!moved.Ok) return moved.Problem;
            running[move.Clock] = moved.Value;
        }

        var step = act.Step ?? clocks.Step;
        var main = process.Clocks.FirstOrDefault(c => c.Main) is { } m ? running.GetValueOrDefault(m.Id) : null;
        var next = new MatterClocks(running, step, step is null ? null : calendar.StepDue(process, step, running));
        matter.Clocks = next.Write();
        matter.Due = next.Leading(process) is { OpenPause: null, Finished: null } leading ? leading.Due(calendar.Calendar) : null;
        if (main is not null) matter.OriginalDue ??= main.OriginalDue(calendar.Calendar);
        return null;
    }

    private Outcome<RunningClock> Extended(Matter matter, ProcessDefinition process, ClockExtensionAsked asked, DateTime now) =>
        MatterClocks.Read(matter.Clocks).Main(process) is { } main
            ? main.Extend(now, asked.Until, asked.Reason, asked.Basis, calendar.Calendar)
            : Problem.WrongState("Hồ sơ này chưa bắt đầu tính thời hạn nên chưa hẹn lại được.");

    private Outcome<RunningClock>? Move(ProcessClock definition, ClockAction action, RunningClock? known, ProcessAct act, ActRequest request, DateTime since, DateTime now)
    {
        var reason = string.IsNullOrWhiteSpace(request.Reason) ? act.Name.TrimEnd('…') : request.Reason;
        switch (action)
        {
            case ClockAction.Start when MatterClocks.LimitOf(definition, request.Limits) is { } limit: return RunningClock.Start(limit, since, MatterClocks.SettingsOf(definition));
            case ClockAction.Pause: return known?.Pause(now, reason);
            case ClockAction.Resume: return known?.Resume(now);
            case ClockAction.Reset: return known?.Reset(now, reason);
            // Several acts may end a clock; after the first one there is nothing left to end.
            case ClockAction.Stop when known is { Finished: null }: return known.Finish(now);
            default: return null;
        }
    }

    private Task<int> TakenAsync(Guid matterId, IReadOnlyList<string> acts, CancellationToken ct) =>
        db.Set<AuditEntry>().CountAsync(e => e.Subject == "matter" && e.SubjectId == matterId && acts.Contains(e.Act), ct);

    private static string? Instant(DateTime? utc) => utc is { } at ? Vietnam.Local(at).ToString("dd/MM/yyyy HH:mm") : null;
}
