using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession;
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
internal sealed class MandateView(DepartmentDb db, Lineage lineage, IEnumerable<IDutyEvidence> sources, TimeProvider time)
{
    private readonly IReadOnlyList<IDutyEvidence> sources = [.. sources];

    public Task<MandateDecision?> CurrentAsync(CancellationToken ct) => AtAsync(time.Today(), ct);

    /// <summary>The decision in force on a day.</summary>
    public async Task<MandateDecision?> AtAsync(DateOnly day, CancellationToken ct) => (await lineage.UntilAsync(day, ct)).LastOrDefault();

    public Task<List<Unit>> UnitsAsync(CancellationToken ct)
    {
        var day = time.Today();
        return db.Set<Unit>().AsNoTracking().Where(u => u.From <= day && (u.To == null || u.To >= day)).OrderBy(u => u.Order).ToListAsync(ct);
    }

    public Task<Unit> UnitAsync(Guid id, CancellationToken ct) => db.Set<Unit>().AsNoTracking().FirstAsync(u => u.Id == id, ct);

    /// <summary>The unit of that code today, else the last that had it; the very one when its id is given. Null when there never was one.</summary>
    public async Task<Unit?> UnitAsync(string code, Guid? id, CancellationToken ct)
    {
        var day = time.Today();
        var found = await db.Set<Unit>().AsNoTracking().Where(u => u.Code == code && u.ParentId != null && u.From <= day && (id == null || u.Id == id)).ToListAsync(ct);
        return found.MaxBy(u => (u.To is null, u.From));
    }

    /// <summary>
    /// The provision a link means: the very one when it says so, else that of the decision in force; a citation it hasn't any more is looked
    /// for in those before it, so that what was once cited stays readable.
    /// </summary>
    public async Task<(MandateDecision Mandate, Provision Provision)?> CitedAsync(string citation, Guid? id, CancellationToken ct)
    {
        var mandates = await lineage.UntilAsync(time.Today(), ct);
        var known = mandates.ConvertAll(m => m.Id);
        var found = await db.Set<Provision>().AsNoTracking().Where(p => p.Citation == citation && p.IsDuty && p.UnitId != null && known.Contains(p.MandateId) && (id == null || p.Id == id)).ToListAsync(ct);
        return found.Count == 0 ? null : found.Select(p => (mandates.First(m => m.Id == p.MandateId), p)).MaxBy(x => x.Item1.From);
    }

    /// <summary>The duties in the order of the text; of one unit when given.</summary>
    public async Task<IReadOnlyList<DutyLine>> DutiesAsync(Guid mandateId, Guid? unitId, Reader reader, CancellationToken ct)
    {
        var provisions = await db.Set<Provision>().AsNoTracking().Where(p => p.MandateId == mandateId && p.IsDuty && (unitId == null || p.UnitId == unitId)).OrderBy(p => p.Order).ToListAsync(ct);
        return await LinesAsync(provisions, reader, ct);
    }

    public async Task<DutyLine> DutyAsync(Provision provision, Reader reader, CancellationToken ct) => (await LinesAsync([provision], reader, ct))[0];

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

    /// <summary>What was done under the duties a duty took over is shown with it, and the books that cite those are bound to it.</summary>
    private async Task<IReadOnlyList<DutyLine>> LinesAsync(IReadOnlyList<Provision> provisions, Reader reader, CancellationToken ct)
    {
        var day = time.Today();
        var mandates = await lineage.UntilAsync(day, ct);
        var earlier = (await lineage.EarlierAsync([.. provisions.Select(p => p.Id)], ct)).ToLookup(e => e.Now, e => e.Earlier);
        var ids = provisions.Select(p => p.Id).Concat(earlier.SelectMany(e => e).Select(p => p.Id)).Distinct().ToList();
        var evidence = new List<IReadOnlyDictionary<Guid, IReadOnlyList<EvidenceRow>>>();
        foreach (var source in sources) evidence.Add(await source.OfAsync(ids, reader, ct));
        return [.. provisions.Select(p => new DutyLine(
            p,
            [.. earlier[p.Id].Prepend(p).SelectMany(e => sources.SelectMany(s => s.BooksOf(Cited(e), day))).DistinctBy(b => (b.Kind, b.Code))],
            [.. Rows(p.Id), .. earlier[p.Id].SelectMany(e => Rows(e.Id).Select(r => r with { Source = $"{r.Source}, mở theo {e.Citation} Quyết định {mandates.Find(m => m.Id == e.MandateId)?.Number}" }))]))];

        IEnumerable<EvidenceRow> Rows(Guid id) => evidence.SelectMany(e => e.TryGetValue(id, out var rows) ? rows : []);

        CitedDuty Cited(Provision p)
        {
            var at = mandates.FindIndex(m => m.Id == p.MandateId);
            return new CitedDuty(p.Citation, at <= 0 ? DateOnly.MinValue : mandates[at].From, at >= 0 && at + 1 < mandates.Count ? mandates[at + 1].From.AddDays(-1) : null);
        }
    }
}

internal sealed record PostHolder(string Name, string Title, DateOnly Since);
