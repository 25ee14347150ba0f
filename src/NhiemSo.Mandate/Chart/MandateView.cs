using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Evidence;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Chart;

/// <summary>One duty with what is bound to it and what was done under it.</summary>
internal sealed record DutyLine(Provision Provision, IReadOnlyList<BoundBook> Books, IReadOnlyList<EvidenceRow> Evidence)
{
    public int Open => Evidence.Sum(e => e.Open ?? 0);

    public int Late => Evidence.Sum(e => e.Late ?? 0);

    public int Done => Evidence.Sum(e => e.DoneThisYear);

    public DutyState State => Late > 0 ? DutyState.Late : Open + Done > 0 ? DutyState.Active : Books.Count > 0 ? DutyState.Silent : DutyState.Unbound;

    public string StateWords => State switch
    {
        DutyState.Late => "có việc quá hạn",
        DutyState.Active => "có việc",
        DutyState.Silent => "chưa có việc",
        _ => "chưa gắn quy tắc nào",
    };
}

/// <summary>Reads the mandate of a day for the chart, the unit and duty pages and the API.</summary>
internal sealed class MandateView(DepartmentDb db, IEnumerable<IDutyEvidence> sources, TimeProvider time)
{
    private readonly IReadOnlyList<IDutyEvidence> sources = [.. sources];

    public Task<MandateDecision?> CurrentAsync(CancellationToken ct)
    {
        var day = time.Today();
        return db.Set<MandateDecision>().AsNoTracking().Where(m => m.From <= day && (m.To == null || m.To >= day)).OrderByDescending(m => m.From).FirstOrDefaultAsync(ct);
    }

    public Task<List<Unit>> UnitsAsync(CancellationToken ct)
    {
        var day = time.Today();
        return db.Set<Unit>().AsNoTracking().Where(u => u.From <= day && (u.To == null || u.To >= day)).OrderBy(u => u.Order).ToListAsync(ct);
    }

    /// <summary>The duties in the order of the text; of one unit when given.</summary>
    public async Task<IReadOnlyList<DutyLine>> DutiesAsync(Guid mandateId, Guid? unitId, Reader reader, CancellationToken ct)
    {
        var provisions = await db.Set<Provision>().AsNoTracking().Where(p => p.MandateId == mandateId && p.IsDuty && (unitId == null || p.UnitId == unitId)).OrderBy(p => p.Order).ToListAsync(ct);
        return await LinesAsync(provisions, reader, ct);
    }

    public async Task<DutyLine?> DutyAsync(Guid mandateId, string citation, Reader reader, CancellationToken ct)
    {
        var provision = await db.Set<Provision>().AsNoTracking().FirstOrDefaultAsync(p => p.MandateId == mandateId && p.Citation == citation && p.IsDuty, ct);
        return provision is null ? null : (await LinesAsync([provision], reader, ct))[0];
    }

    /// <summary>Who holds which post in a unit today.</summary>
    public Task<List<PostHolder>> PeopleAsync(Guid unitId, CancellationToken ct)
    {
        var day = time.Today();
        return (from a in db.Set<Appointment>()
                join p in db.Set<Position>() on a.PositionId equals p.Id
                join person in db.Set<Person>() on a.PersonId equals person.Id
                where p.UnitId == unitId && a.From <= day && (a.To == null || a.To >= day)
                orderby p.Rank, person.SortKey
                select new PostHolder(person.FullName, p.Title, a.From)).ToListAsync(ct);
    }

    private async Task<IReadOnlyList<DutyLine>> LinesAsync(IReadOnlyList<Provision> provisions, Reader reader, CancellationToken ct)
    {
        var ids = provisions.Select(p => p.Id).ToList();
        var evidence = new List<IReadOnlyDictionary<Guid, IReadOnlyList<EvidenceRow>>>();
        foreach (var source in sources) evidence.Add(await source.OfAsync(ids, reader, ct));
        var day = time.Today();
        return [.. provisions.Select(p => new DutyLine(
            p,
            [.. sources.SelectMany(s => s.BooksOf(p.Citation, day))],
            [.. evidence.SelectMany(e => e.TryGetValue(p.Id, out var rows) ? rows : [])]))];
    }
}

internal sealed record PostHolder(string Name, string Title, DateOnly Since);
