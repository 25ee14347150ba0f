using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Intake;
using NhiemSo.Dossiers.Model;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Dossiers.Process;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Host.Operate;

/// <summary>What was invented.</summary>
internal sealed record Seeded(int Submitted, int Accepted, int Transferred);

/// <summary>
/// Invented dossiers, handed in and accepted by the same services that serve people, spread over past working days. Only in a
/// database with demo accounts, beside a running server if need be: a batch is one short transaction.
/// </summary>
internal sealed class Seed(
    DepartmentDb db, Work work, Submission submission, IntakeDesk intake, Catalogue catalogue, Readers readers, OfficeCalendar calendar, SeedClock clock)
{
    private const int Batch = 25;

    /// <summary>Fewer than the four digits of a day's serial allow, and what a desk could take in.</summary>
    private const int PerDay = 200;

    public async Task<Outcome<Seeded>> RunAsync(int count, int seed, Action<double> progress, CancellationToken ct)
    {
        if (!await db.Set<Account>().AnyAsync(a => a.Demo, ct))
            return Problem.WrongState("Cơ sở dữ liệu này không có tài khoản minh họa. Hồ sơ giả định không được đưa vào cơ sở dữ liệu dùng thật.");
        var today = Vietnam.Day(TimeProvider.System.UtcNow());
        // An invented number names no licence, so nothing is asked to be changed.
        if (catalogue.ForApplicants(today).Where(p => p is { MayBeFiled: true, Procedure.Result.ActsOn: null }).ToList() is not { Count: > 0 } offered) return Problem.WrongState("Chưa có thủ tục nào nhận hồ sơ.");
        if (await DeskAsync(ct) is not { } desk) return Problem.WrongState("Chưa có ai giữ vai trò Bộ phận Một cửa.");
        var random = new Random(seed);
        var (days, done) = (Days(today, count), new Seeded(0, 0, 0));
        while (done.Submitted < count)
        {
            ct.ThrowIfCancellationRequested();
            var day = days[done.Submitted / PerDay];
            clock.Set(Vietnam.Utc(day, new TimeOnly(8, 0)).AddSeconds(done.Submitted % PerDay * 60));
            var ids = await SubmitAsync(offered[random.Next(offered.Count)], Math.Min(Batch, count - done.Submitted), desk, random, day, ct);
            if (!ids.Ok) return ids.Problem;
            var moved = await TakeInAsync(ids.Value, desk, random, ct);
            if (!moved.Ok) return moved.Problem;
            done = new Seeded(done.Submitted + ids.Value.Count, done.Accepted + moved.Value.Accepted, done.Transferred + moved.Value.Transferred);
            db.ChangeTracker.Clear();
            progress(done.Submitted / (double)count);
        }

        return done;
    }

    private async Task<Outcome<IReadOnlyList<Guid>>> SubmitAsync(OfferedProcedure offered, int count, Reader desk, Random random, DateOnly day, CancellationToken ct)
    {
        // Invented before the act: it may be repeated from its start, and must then say the same.
        var answers = Enumerable.Range(0, count).Select(_ => InventedAnswers.Of(offered.Procedure, random, day)).ToList();
        return await work.ActAsync<IReadOnlyList<Guid>>(async c =>
        {
            var ids = new List<Guid>();
            foreach (var typed in answers)
            {
                var handedIn = await submission.InActAsync(new NewSubmission(offered.Procedure.Code, Channel.Desk, typed, new Dictionary<string, Guid>(StringComparer.Ordinal), "desk"), desk, c);
                if (!handedIn.Ok) return handedIn.Problem;
                ids.Add(handedIn.Value.DossierId);
            }

            foreach (var party in db.ChangeTracker.Entries<Party>()) party.Entity.Demo = true;
            return Outcome.Of<IReadOnlyList<Guid>>(ids);
        }, ct);
    }

    /// <summary>Of ten dossiers one waits at the desk, one waits for its transfer.</summary>
    private async Task<Outcome<(int Accepted, int Transferred)>> TakeInAsync(IReadOnlyList<Guid> ids, Reader desk, Random random, CancellationToken ct)
    {
        var (accepted, transferred) = (0, 0);
        foreach (var id in ids)
        {
            var lot = random.Next(10);
            if (lot == 0) continue;
            var papers = await db.Set<DossierComponent>().Where(p => p.DossierId == id).Select(p => p.Code).ToListAsync(ct);
            var taken = await intake.AcceptAsync(new DossierAct(id, "tiep-nhan", desk, null), [.. papers.Select(p => new PaperCheck(p, true, null))], ct);
            if (!taken.Ok) return taken.Problem;
            accepted++;
            if (lot == 1) continue;
            var moved = await intake.TransferAsync(new DossierAct(id, "chuyen", desk, null), ct);
            if (!moved.Ok) return moved.Problem;
            transferred++;
        }

        return (accepted, transferred);
    }

    /// <summary>As many past working days as are needed, the oldest first.</summary>
    private List<DateOnly> Days(DateOnly today, int count)
    {
        var days = new List<DateOnly>();
        for (var day = today.AddDays(-1); days.Count <= count / PerDay; day = day.AddDays(-1))
            if (calendar.Calendar.IsWorking(day)) days.Add(day);
        days.Reverse();
        return days;
    }

    private async Task<Reader?> DeskAsync(CancellationToken ct)
    {
        foreach (var person in await db.Set<Account>().Where(a => a.Demo && a.PersonId != null).OrderBy(a => a.UserName).Select(a => a.PersonId!.Value).ToListAsync(ct))
            if (await readers.OfPersonAsync(person, Vietnam.Day(TimeProvider.System.UtcNow()), ct) is { } reader && reader.Has(Role.Desk)) return reader;
        return null;
    }
}
