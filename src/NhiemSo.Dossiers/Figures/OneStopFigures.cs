using Microsoft.EntityFrameworkCore;
using NhiemSo.Dossiers.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Matters;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Figures;

/// <summary>Which dossiers are counted.</summary>
/// <param name="Procedures">Only these; null: all.</param>
/// <param name="UnitId">Only those for which the unit answers now; null: all.</param>
internal sealed record FigureScope(ReportPeriod Period, IReadOnlyList<string>? Procedures = null, Guid? UnitId = null);

/// <summary>A dossier with its place in a period.</summary>
internal sealed class Placed
{
    public required Course Course { get; init; }

    public required Came Came { get; init; }

    public required Stands Stands { get; init; }

    public required bool Refused { get; init; }

    public required bool Promised { get; init; }
}

/// <summary>
/// Figures of a period, counted in the database over the dossiers that the reader may see. A period that is not over is counted up to now;
/// of one that is over, open dossiers are judged by their limit as it is known today.
/// </summary>
internal sealed class OneStopFigures(DepartmentDb db, TimeProvider time)
{
    public const int PageSize = 50;

    public async Task<IReadOnlyList<Bucket>> CountAsync(Reader reader, FigureScope scope, CancellationToken ct) =>
    [
        .. (await Place(reader, scope).GroupBy(p => new { p.Course.Procedure, p.Came, p.Stands, p.Refused, p.Promised })
            .Select(g => new { g.Key.Procedure, g.Key.Came, g.Key.Stands, g.Key.Refused, g.Key.Promised, Count = g.Count() }).ToListAsync(ct))
            .Select(g => new Bucket(g.Procedure, g.Came, g.Stands, g.Refused, g.Promised, g.Count)),
    ];

    /// <summary>The dossiers behind a figure, newest first, one more than a page when there is more.</summary>
    public async Task<IReadOnlyList<(Matter Matter, Course Course)>> ListAsync(Reader reader, FigureScope scope, Figure figure, Guid? after, CancellationToken ct)
    {
        var found = figure.Of(Place(reader, scope));
        if (after is { } id) found = found.Where(p => p.Course.Id < id);
        var rows = await found.OrderByDescending(p => p.Course.Id).Take(PageSize + 1).AsNoTracking().ToListAsync(ct);
        var ids = rows.Select(p => p.Course.Id).ToList();
        var matters = await db.Set<Matter>().Where(m => ids.Contains(m.Id)).AsNoTracking().ToDictionaryAsync(m => m.Id, ct);
        return [.. rows.Select(p => (matters[p.Course.Id], p.Course))];
    }

    /// <summary>From the courses and the keys alone: the spine's rows are many times as long and would all be read for a count.</summary>
    public IQueryable<Placed> Place(Reader reader, FigureScope scope)
    {
        // Up to and with this moment: what was done just now is done.
        var now = time.UtcNow().AddMicroseconds(1);
        var (start, until) = (scope.Period.Start, scope.Period.End < now ? scope.Period.End : now);
        var courses = db.Set<Course>().Where(c => (c.EndedAt == null || c.EndedAt >= start) && (c.AcceptedAt < until || (c.AcceptedAt == null && c.Ending == Ending.NotAccepted && c.EndedAt < until)));
        if (scope.Procedures is { } procedures) courses = courses.Where(c => procedures.Contains(c.Procedure));
        if (scope.UnitId is { } unit) courses = courses.Where(c => db.Set<Matter>().Any(m => m.Id == c.Id && m.UnitId == unit));
        var seen = db.SeenBy(reader);
        return from c in courses
               where seen.Any(s => s.MatterId == c.Id)
               select new Placed
               {
                   Course = c,
                   Came = c.AcceptedAt == null ? Came.NotAccepted : c.AcceptedAt < start ? Came.CarriedOver : c.Channel == Channel.Online ? Came.Online : c.Channel == Channel.Post ? Came.Post : Came.Desk,
                   Stands = c.AcceptedAt == null ? Stands.NotAccepted
                       : c.EndedAt != null && c.EndedAt < until
                           ? (c.Ending == Ending.Withdrawn ? Stands.Withdrawn
                               : c.Ending == Ending.Stopped ? Stands.Stopped
                               : c.LateFrom != null && (c.StoodAt ?? c.EndedAt) >= c.LateFrom ? Stands.Late
                               : c.OnTimeFrom != null && (c.StoodAt ?? c.EndedAt) < c.OnTimeFrom ? Stands.Early : Stands.OnTime)
                           : c.LateFrom != null && c.LateFrom <= until && (c.StoodAt == null || c.LateFrom <= c.StoodAt) ? Stands.OpenLate
                           : c.Waiting && c.StoodAt < until ? Stands.OpenWaiting : Stands.OpenInTime,
                   Refused = c.Ending == Ending.Refused && c.EndedAt < until,
                   Promised = c.PromisedLateFrom != null && (c.EndedAt != null && c.EndedAt < until ? (c.StoodAt ?? c.EndedAt) < c.PromisedLateFrom : until < c.PromisedLateFrom),
               };
    }
}
