using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Rating;

/// <summary>A quarter of a year.</summary>
internal sealed record Quarter(int Year, int Number)
{
    public static Quarter Of(DateOnly day) => new(day.Year, ((day.Month - 1) / 3) + 1);

    public Quarter Before => Number == 1 ? new(Year - 1, 4) : new(Year, Number - 1);

    public string Value => $"{Year}-{Number}";

    public string Words => $"quý {Number}/{Year}";

    public DateTime From => Vietnam.Utc(new DateOnly(Year, ((Number - 1) * 3) + 1, 1), TimeOnly.MinValue);

    public DateTime To => Vietnam.Utc(new DateOnly(Year, ((Number - 1) * 3) + 1, 1).AddMonths(3), TimeOnly.MinValue);
}

/// <summary>What many applicants said.</summary>
/// <param name="People">Null: too few to show.</param>
/// <param name="LeftOut">Names of units with too few answers; not part of the sum either, or it would give them away.</param>
internal sealed record SatisfactionFacts(int? People, IReadOnlyDictionary<(string Question, string Answer), int> Counts, IReadOnlyList<string> Comments, IReadOnlyList<string> LeftOut);

/// <summary>Sums of ratings over units that have enough of them.</summary>
internal sealed class Satisfaction(DepartmentDb db)
{
    private const int MostComments = 200;

    /// <summary>Units whose sums a reader sees: leaders all, heads their own; null: none.</summary>
    public async Task<IReadOnlyList<Unit>?> UnitsAsync(Reader reader, CancellationToken ct)
    {
        if (!MaySee(reader)) return null;
        var own = reader.Grants.Where(g => g.Role == Role.UnitHead).Select(g => g.UnitId).ToList();
        var all = reader.Has(Role.Leader);
        return await db.Set<Unit>().AsNoTracking().Where(u => all || own.Contains(u.Id)).OrderBy(u => u.Code).ToListAsync(ct);
    }

    public static bool MaySee(Reader reader) => reader.Has(Role.Leader) || reader.Has(Role.UnitHead);

    public async Task<SatisfactionFacts> SumAsync(IReadOnlyList<Unit> units, Quarter quarter, int smallest, CancellationToken ct)
    {
        var (ids, from, to) = (units.Select(u => u.Id).ToList(), quarter.From, quarter.To);
        var of = db.Set<DossierRating>().Where(r => r.At >= from && r.At < to);
        var people = await of.Where(r => ids.Contains(r.UnitId)).GroupBy(r => r.UnitId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(x => x.Key, x => x.Count, ct);
        var enough = people.Where(p => p.Value >= smallest).Select(p => p.Key).ToList();
        var leftOut = units.Where(u => people.ContainsKey(u.Id) && !enough.Contains(u.Id)).Select(u => u.Name).ToList();
        if (enough.Count == 0) return new SatisfactionFacts(null, new Dictionary<(string, string), int>(), [], leftOut);
        var shown = of.Where(r => enough.Contains(r.UnitId));
        var counts = await (from a in db.Set<RatingAnswer>() join r in shown on a.RatingId equals r.Id group a by new { a.Question, a.Answer } into g select new { g.Key.Question, g.Key.Answer, Count = g.Count() }).ToListAsync(ct);
        // Ordered by the words themselves: the order of arrival would lead back to the dossiers.
        var comments = await shown.Where(r => r.Comment != null).OrderBy(r => r.Comment).Select(r => r.Comment!).Take(MostComments).ToListAsync(ct);
        return new SatisfactionFacts(people.Where(p => enough.Contains(p.Key)).Sum(p => p.Value), counts.ToDictionary(c => (c.Question, c.Answer), c => c.Count), comments, leftOut);
    }
}
