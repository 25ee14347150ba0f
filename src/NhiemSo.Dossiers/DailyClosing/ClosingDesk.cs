using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Figures;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.DailyClosing;

/// <summary>The desk's day: its figures, the dossiers behind them, and closing it, once.</summary>
internal sealed class ClosingDesk(DepartmentDb db, Work work, AuditTrail audit, TimeProvider time)
{
    public const int PageSize = 50, LongestNote = 1000;

    public static bool MaySee(Reader reader) => reader.Has(Role.Desk) || reader.Has(Role.Leader);

    public DeskDay Today => new(time.Today(), time.UtcNow());

    public async Task<IReadOnlyDictionary<string, int>> CountAsync(Reader reader, DeskDay day, CancellationToken ct)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var figure in DayFigure.All) counts[figure.Word] = await Dossiers(reader).Where(figure.Of(day)).CountAsync(ct);
        return counts;
    }

    public async Task<IReadOnlyList<DayDossier>> ListAsync(Reader reader, DeskDay day, DayFigure figure, Guid? after, CancellationToken ct)
    {
        var found = Dossiers(reader).Where(figure.Of(day));
        if (after is { } id) found = found.Where(d => d.Course.Id < id);
        return await found.OrderByDescending(d => d.Course.Id).Take(PageSize + 1).AsNoTracking().ToListAsync(ct);
    }

    public Task<DayClosing?> FindAsync(DateOnly day, CancellationToken ct) => db.Set<DayClosing>().AsNoTracking().FirstOrDefaultAsync(c => c.Day == day, ct);

    public Task<List<DayClosing>> LatestAsync(CancellationToken ct) => db.Set<DayClosing>().AsNoTracking().OrderByDescending(c => c.Day).Take(14).ToListAsync(ct);

    public static IReadOnlyDictionary<string, int> Counts(DayClosing closing) => JsonSerializer.Deserialize<Dictionary<string, int>>(closing.Counts)!;

    public Task<Outcome<DayClosing>> CloseAsync(Reader by, string? note, CancellationToken ct) =>
        work.ActAsync<DayClosing>(async c =>
        {
            if (!by.Has(Role.Desk) || by.PersonId is not { } person) return Problem.Forbidden("Chốt ngày là việc của Bộ phận Một cửa.");
            var day = Today;
            if (await db.Set<DayClosing>().FindAsync([day.Day], c) is { } earlier) return Problem.WrongState($"{earlier.ByName} đã chốt ngày này lúc {Wording.Moment(earlier.At)}. Mỗi ngày chốt một lần.");
            var actor = by.As(Role.Desk);
            var closing = new DayClosing
            {
                Day = day.Day, Counts = Json.Write(await CountAsync(by, day, c)), Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
                ById = person, ByName = actor.Name, Capacity = actor.Capacity, At = Microseconds.Trim(day.Now),
            };
            db.Add(closing);
            await audit.WriteAsync("installation", Guid.Empty, actor, new AuditNote("chot-ngay", $"Chốt ngày {Wording.Date(day.Day)} của Bộ phận Một cửa", closing.Note), c);
            return closing;
        }, ct);

    private IQueryable<DayDossier> Dossiers(Reader reader) =>
        from c in db.Set<Course>() join m in db.VisibleTo(reader) on c.Id equals m.Id select new DayDossier { Matter = m, Course = c };
}
