using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Search;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Succession.Running;

/// <summary>
/// The day: in one act the decision in force ends and the next begins, units are made and ended, posts and delegations go over. From then on
/// new work goes by the new decision; open work follows matter by matter in <see cref="SuccessionRun"/>.
/// </summary>
internal sealed class ChangeOver(DepartmentDb db, Work work, AuditTrail audit, PlanReader plans, PostMoves posts, BookMoves books, IEnumerable<IUnitFollower> followers, JobQueue jobs, SearchRebuild search, TimeProvider time)
{
    public async Task<Outcome<Done>> StartAsync(Reader by, CancellationToken ct) => by.Has(Role.Admin) ? await StartAsync(by.As(Role.Admin), ct) : Problem.Forbidden();

    public async Task<Outcome<Done>> StartAsync(Actor by, CancellationToken ct)
    {
        var done = await work.ActAsync<Done>(async c =>
        {
            if (await plans.InActAsync(c) is not { } plan) return Problem.NotFound("Chưa có quyết định kế tiếp nào để chuyển sang.");
            if (Fault(plan, time.Today()) is { } fault) return fault;
            await ChangeAsync(plan, by, time.Today(), c);
            await jobs.EnqueueAsync(SuccessionRun.Name, $"{SuccessionRun.Name}:{plan.New.Id:N}", new { mandate = plan.New.Id }, c);
            return Done.Yes;
        }, ct);
        if (done.Ok) await search.FollowSourcesAsync(ct);
        return done;
    }

    /// <summary>Why it can't start; null when it can.</summary>
    public static Problem? Fault(Plan plan, DateOnly today)
    {
        if (plan.Succession.State != SuccessionState.Planned) return Problem.WrongState($"Công việc đã bắt đầu chuyển sang Quyết định {plan.New.Number}. Xem biên bản để biết đã chuyển đến đâu.");
        if (plan.New.From > today) return Problem.WrongState($"Quyết định {plan.New.Number} có hiệu lực từ {plan.New.From:dd/MM/yyyy}; đến ngày ấy mới chuyển được.");
        return plan.IsArranged ? null : Problem.WrongState($"Còn {plan.UnmappedUnits.Count()} đơn vị và {plan.UnmappedDuties.Count()} nhiệm vụ chưa sắp xếp. Sắp xếp hết rồi mới chuyển.");
    }

    private async Task ChangeAsync(Plan plan, Actor by, DateOnly day, CancellationToken ct)
    {
        var now = Microseconds.Trim(time.UtcNow());
        var mandates = await db.Set<MandateDecision>().Where(m => m.Id == plan.Old.Id || m.Id == plan.New.Id).ToDictionaryAsync(m => m.Id, ct);
        (mandates[plan.Old.Id].To, mandates[plan.New.Id].Planned) = (plan.New.From.AddDays(-1), false);
        var succession = await db.Set<MandateSuccession>().FirstAsync(s => s.MandateId == plan.New.Id, ct);
        (succession.State, succession.Day, succession.StartedAt, succession.StartedById, succession.StartedBy, succession.StartedAs) = (SuccessionState.Running, day, now, by.Id, by.Name, by.Capacity);
        var moving = await posts.PostsAsync(plan, day, ct);
        var lent = await posts.DelegationsAsync(moving, day, ct);
        await UnitsAsync(plan, by, now, ct);
        foreach (var post in moving) await MoveAsync(plan, post, day, by, now, ct);
        foreach (var delegation in lent) await MoveAsync(plan, delegation, by, now, ct);
        var to = new UnitsFollowed(plan.OldUnits.Where(u => !plan.GoesOn(u.Id)).ToDictionary(u => u.Id, u => plan.Following(u.Id)!.Value), (await plans.DestinationsAsync(plan, ct)).OfDuty);
        foreach (var follower in followers) await follower.AfterAsync(to, ct);
        foreach (var book in await books.AllAsync(plan, day, ct)) db.Add(Line(plan, book.Kind, book.Code, book.Name, book.From, book.To, book.Note, now));
        await audit.WriteAsync("mandate", plan.New.Id, by, new AuditNote("chuyen-quyet-dinh", $"Chuyển từ Quyết định {plan.Old.Number} sang Quyết định {plan.New.Number}", Changes: [new Change("quyết định thi hành", plan.Old.Number, plan.New.Number)]), ct);
        await audit.WriteAsync("installation", Guid.Empty, by, new AuditNote("dua-quyet-dinh-vao-thi-hanh", $"Đưa {plan.New.Number} vào thi hành: {plan.NewUnits.Count} đơn vị, {plan.NewDuties.Count} nhiệm vụ"), ct);
    }

    private async Task UnitsAsync(Plan plan, Actor by, DateTime now, CancellationToken ct)
    {
        var (from, last) = (plan.New.From, plan.New.From.AddDays(-1));
        var there = await db.Set<Unit>().Where(u => u.To == null).ToListAsync(ct);
        var root = there.First(u => u.ParentId is null);
        foreach (var planned in await db.Set<PlannedUnit>().AsNoTracking().Where(u => u.MandateId == plan.New.Id).OrderBy(u => u.Order).ToListAsync(ct))
        {
            if (there.Find(u => u.Id == planned.Id) is { } same)
            {
                (same.Function, same.Order) = (planned.Function, planned.Order);
                continue;
            }

            db.Add(new Unit { Id = planned.Id, Code = planned.Code, Name = planned.Name, Function = planned.Function, ParentId = root.Id, From = from, Order = planned.Order });
            await audit.WriteAsync("unit", planned.Id, by, new AuditNote("lap-don-vi", $"Lập {planned.Name} theo Quyết định {plan.New.Number}"), ct);
        }

        foreach (var old in plan.OldUnits.Where(u => !plan.GoesOn(u.Id)))
        {
            there.First(u => u.Id == old.Id).To = last;
            var to = string.Join(", ", plan.Of(old).Select(m => plan.UnitName(m.NewId)));
            var words = Difference.Words(Difference.Of(plan, old));
            await audit.WriteAsync("unit", old.Id, by, new AuditNote("ket-thuc-don-vi", $"{old.Name} kết thúc ngày {last:dd/MM/yyyy}, chuyển sang {to}", $"Quyết định {plan.New.Number}"), ct);
            db.Add(Line(plan, MoveKind.Unit, $"{old.Id:N}", old.Name, $"đến {last:dd/MM/yyyy}", to, words, now));
        }
    }

    private async Task MoveAsync(Plan plan, PostMove post, DateOnly day, Actor by, DateTime now, CancellationToken ct)
    {
        var (appointment, position) = (post.Appointment, post.Position);
        var (begins, ends, basis) = (appointment.From > day ? appointment.From : day, appointment.To, appointment.Basis);
        // A post that would begin only later never begins in the unit that is no more.
        (appointment.To, position.To) = (begins.AddDays(-1), begins.AddDays(-1));
        var to = post.To is { } unit ? plan.UnitName(unit) : "thôi giữ chức vụ";
        var text = $"{post.Person}, {position.Title}: từ {plan.UnitName(position.UnitId)} sang {to}";
        if (post.To is { } successor)
        {
            var next = new Position { UnitId = successor, Title = position.Title, Roles = position.Roles, Rank = position.Rank, From = begins };
            db.AddRange(next, new Appointment { PersonId = appointment.PersonId, PositionId = next.Id, From = begins, To = ends, Basis = $"{basis}; chuyển theo Quyết định {plan.New.Number}" });
            await audit.WriteAsync("unit", successor, by, new AuditNote("chuyen-chuc-vu", text, $"Quyết định {plan.New.Number}"), ct);
        }

        await audit.WriteAsync("unit", position.UnitId, by, new AuditNote("chuyen-chuc-vu", text, $"Quyết định {plan.New.Number}"), ct);
        await NoteAsync([appointment.PersonId], "chuyen-chuc-vu", text, plan, by, ct);
        db.Add(Line(plan, MoveKind.Post, $"{appointment.Id:N}", $"{post.Person}, {position.Title}", plan.UnitName(position.UnitId), to, null, now));
    }

    private async Task MoveAsync(Plan plan, DelegationMove move, Actor by, DateTime now, CancellationToken ct)
    {
        if (move.Ends) move.Delegation.RevokedAt = now;
        var text = $"Ủy quyền của {move.From} cho {move.To}, {move.Delegation.Basis}: " + (move.Ends ? "chấm dứt cùng chức vụ của người ủy quyền" : "giữ nguyên theo chức vụ mới của người ủy quyền");
        await NoteAsync([move.Delegation.FromPersonId, move.Delegation.ToPersonId], "chuyen-uy-quyen", text, plan, by, ct);
        db.Add(Line(plan, MoveKind.Delegation, $"{move.Delegation.Id:N}", $"{move.From} ủy quyền cho {move.To}, {move.Delegation.Basis}", "", move.Ends ? "chấm dứt" : "giữ nguyên", null, now));
    }

    private async Task NoteAsync(Guid[] people, string act, string text, Plan plan, Actor by, CancellationToken ct)
    {
        var accounts = await db.Set<Account>().Where(a => a.PersonId != null && people.Contains(a.PersonId.Value)).OrderBy(a => a.Id).Select(a => a.Id).ToListAsync(ct);
        foreach (var account in accounts) await audit.WriteAsync("account", account, by, new AuditNote(act, text, $"Quyết định {plan.New.Number}"), ct);
    }

    private static Move Line(Plan plan, MoveKind kind, string subject, string name, string from, string to, string? note, DateTime now) =>
        new() { MandateId = plan.New.Id, Kind = kind, Subject = subject, Name = name, From = from, To = to, Note = note, Moved = true, At = now };
}
