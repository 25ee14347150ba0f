using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.MyWork;

/// <summary>Which part of my work.</summary>
public enum WorkFilter
{
    /// <summary>All that waits for me.</summary>
    Mine,
    Late,

    /// <summary>Due today or tomorrow.</summary>
    Soon,

    /// <summary>I am responsible, somebody else has the next step.</summary>
    Others,
}

/// <summary>"Việc của tôi": what waits for this reader, from the spine alone, whatever the room.</summary>
public sealed class MyWorkList(DepartmentDb db, TimeProvider time)
{
    public const int PageSize = 50;

    /// <summary>Counts stop here and show "99+".</summary>
    public const int CountLimit = 100;

    /// <summary>Due first; matters without a due date last. The cursor is the last row's due instant and id.</summary>
    public async Task<IReadOnlyList<Matter>> ReadAsync(Reader reader, WorkFilter filter, string? after, CancellationToken ct)
    {
        var (found, cursor) = (new List<Matter>(), Cursor.Read(after));
        foreach (var seat in Seats(reader, filter))
        {
            var page = cursor is { Due: null } ? [] : await PageAsync(AfterDue(seat, cursor).OrderBy(m => m.Due).ThenBy(m => m.Id), PageSize + 1, ct);
            found.AddRange(page);
            if (page.Count <= PageSize && filter is WorkFilter.Mine or WorkFilter.Others)
                found.AddRange(await PageAsync(AfterUndated(seat, cursor).OrderBy(m => m.Id), PageSize + 1 - page.Count, ct));
        }

        return [.. found.OrderBy(m => m.Due is null).ThenBy(m => m.Due).ThenBy(m => m.Id).Take(PageSize + 1)];
    }

    public async Task<int> CountAsync(Reader reader, WorkFilter filter, CancellationToken ct)
    {
        var count = 0;
        foreach (var seat in Seats(reader, filter))
            if (count < CountLimit) count += await seat.OrderBy(m => m.Turn).Take(CountLimit - count).CountAsync(ct);
        return count;
    }

    private static Task<List<Matter>> PageAsync(IQueryable<Matter> ordered, int rows, CancellationToken ct) => ordered.Take(rows).AsNoTracking().ToListAsync(ct);

    private static IQueryable<Matter> AfterDue(IQueryable<Matter> seat, Cursor? cursor) =>
        cursor is { Due: { } due, Id: var id } ? seat.Where(m => m.Due >= due && (m.Due > due || m.Id > id)) : seat.Where(m => m.Due != null);

    private static IQueryable<Matter> AfterUndated(IQueryable<Matter> seat, Cursor? cursor)
    {
        var undated = seat.Where(m => m.Due == null);
        return cursor is { Due: null, Id: var id } ? undated.Where(m => m.Id > id) : undated;
    }

    private IEnumerable<IQueryable<Matter>> Seats(Reader reader, WorkFilter filter)
    {
        var now = time.UtcNow();
        var soon = Vietnam.Utc(time.Today().AddDays(2), TimeOnly.MinValue);
        var (visible, person) = (db.VisibleTo(reader), reader.PersonId);
        return filter switch
        {
            WorkFilter.Late => Waiting(visible, reader).Select(seat => seat.Where(m => m.Due < now)),
            WorkFilter.Soon => Waiting(visible, reader).Select(seat => seat.Where(m => m.Due >= now && m.Due < soon)),
            WorkFilter.Others => person is null ? [] : [visible.Where(m => m.ResponsibleId == person && m.Turn != null && m.Turn != Role.Officer)],
            _ => Waiting(visible, reader),
        };
    }

    /// <summary>
    /// What waits for the reader, seat by seat: each is one stretch of an index in the order of due dates, so that a page is read and no more.
    /// All of them joined by "or" would be read and sorted, however many there are.
    /// </summary>
    private static IEnumerable<IQueryable<Matter>> Waiting(IQueryable<Matter> visible, Reader reader)
    {
        if (reader is { PersonId: { } person, IsStaff: true }) yield return visible.Where(m => m.Turn == Role.Officer && m.ResponsibleId == person);
        foreach (var unit in reader.Grants.Where(g => g.Role == Role.UnitHead).Select(g => g.UnitId).Distinct()) yield return visible.Where(m => m.Turn == Role.UnitHead && m.UnitId == unit);
        foreach (var role in reader.Grants.Select(g => g.Role).Where(r => r is Role.Desk or Role.Leader or Role.Clerk).Distinct()) yield return visible.Where(m => m.Turn == role);
    }
}

/// <summary>Keyset cursor: the last row's due instant and id.</summary>
public readonly record struct Cursor(DateTime? Due, Guid Id)
{
    public static string Write(Matter last) => $"{last.Due?.Ticks}_{last.Id:N}";

    public static Cursor? Read(string? text)
    {
        var parts = (text ?? "").Split('_');
        if (parts.Length != 2 || !Guid.TryParseExact(parts[1], "N", out var id)) return null;
        if (parts[0].Length == 0) return new Cursor(null, id);
        return long.TryParse(parts[0], out var ticks) && ticks is > 0 and < 3155378975999999999 ? new Cursor(new DateTime(ticks, DateTimeKind.Utc), id) : null;
    }
}
