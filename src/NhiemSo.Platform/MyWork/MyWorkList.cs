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
        var query = Filtered(reader, filter);
        if (Cursor.Read(after) is { } cursor)
            query = cursor.Due is { } due
                ? query.Where(m => m.Due > due || m.Due == null || (m.Due == due && m.Id > cursor.Id))
                : query.Where(m => m.Due == null && m.Id > cursor.Id);
        return await query.OrderBy(m => m.Due == null).ThenBy(m => m.Due).ThenBy(m => m.Id).Take(PageSize + 1).AsNoTracking().ToListAsync(ct);
    }

    /// <summary>Ordered by what is indexed with it: ordered by id, the engine would walk through every matter there ever was.</summary>
    public Task<int> CountAsync(Reader reader, WorkFilter filter, CancellationToken ct) => Filtered(reader, filter).OrderBy(m => m.Turn).Take(CountLimit).CountAsync(ct);

    private IQueryable<Matter> Filtered(Reader reader, WorkFilter filter)
    {
        var now = time.UtcNow();
        var soon = Vietnam.Utc(time.Today().AddDays(2), TimeOnly.MinValue);
        var visible = db.VisibleTo(reader);
        return filter switch
        {
            WorkFilter.Late => Waiting(visible, reader).Where(m => m.Due != null && m.Due < now),
            WorkFilter.Soon => Waiting(visible, reader).Where(m => m.Due != null && m.Due >= now && m.Due < soon),
            WorkFilter.Others => visible.Where(m => m.ResponsibleId == reader.PersonId && m.Turn != null && m.Turn != Role.Officer),
            _ => Waiting(visible, reader),
        };
    }

    private static IQueryable<Matter> Waiting(IQueryable<Matter> visible, Reader reader)
    {
        var heads = reader.Grants.Where(g => g.Role == Role.UnitHead).Select(g => g.UnitId).ToList();
        var anywhere = reader.Grants.Select(g => g.Role).Where(r => r is Role.Desk or Role.Leader or Role.Clerk).Distinct().Select(r => (Role?)r).ToList();
        // "Not null" says nothing new to people, but it lets the engines begin behind all that is done.
        return visible.Where(m => m.Turn != null && (
            (m.Turn == Role.Officer && m.ResponsibleId == reader.PersonId)
            || (m.Turn == Role.UnitHead && heads.Contains(m.UnitId))
            || anywhere.Contains(m.Turn)));
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
