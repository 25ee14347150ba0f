using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Search.Asking;

namespace NhiemSo.Mandate.Chart;

/// <summary>All provisions of the mandate in force, for who asks in his own words: duties, functions, positions, articles.</summary>
internal sealed class AskedMandate(DepartmentDb db, MandateView view) : IAskedMandate
{
    public string Kind => MandateSearch.Duty;

    public async Task<string?> MarkAsync(CancellationToken ct) => (await view.CurrentAsync(ct))?.Id.ToString("N");

    public async Task<IReadOnlyList<AskedProvision>> ProvisionsAsync(CancellationToken ct)
    {
        if (await view.CurrentAsync(ct) is not { } mandate) return [];
        var provisions = await db.Set<Provision>().AsNoTracking().Where(p => p.MandateId == mandate.Id).OrderBy(p => p.Order).ToListAsync(ct);
        var units = (await view.UnitsAsync(ct)).ToDictionary(u => u.Id);
        var byCitation = provisions.ToDictionary(p => p.Citation, StringComparer.Ordinal);
        var parents = provisions.Select(p => p.ParentCitation).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. provisions.Select(p =>
            {
                var unit = p.UnitId is { } id ? units.GetValueOrDefault(id) : null;
                var href = p.IsDuty ? $"/nhiem-vu/{p.Citation}" : unit is not null ? $"/co-cau/{unit.Code}" : "/co-cau";
                return new AskedProvision(p.Citation, unit?.Name ?? "", Words(p), [.. Above(p, byCitation)], parents.Contains(p.Citation), href);
            }),
        ];
    }

    private static string Words(Provision p) => p.Heading is null || p.Heading == p.Text ? p.Text : $"{p.Heading}. {p.Text}";

    // The article that holds everything says nothing of one provision.
    private static IEnumerable<string> Above(Provision p, Dictionary<string, Provision> byCitation)
    {
        for (var at = p; at.ParentCitation is { } parent && byCitation.TryGetValue(parent, out var above); at = above)
            if (above.UnitId is not null) yield return above.Heading ?? above.Text;
    }
}
