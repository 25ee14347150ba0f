using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Search;

namespace NhiemSo.Mandate.Chart;

/// <summary>Duties and units of the mandate in force, found by everybody: the answer to "ai cấp giấy phép …".</summary>
internal sealed class MandateSearch(DepartmentDb db, MandateView view) : ISearchSource
{
    public const string Duty = "duty";

    private const string Unit = "unit";

    public IReadOnlyList<SearchKind> Kinds { get; } = [new(Duty, "Nhiệm vụ", 1), new(Unit, "Đơn vị", 2)];

    public async Task<IReadOnlyList<SearchItem>> ItemsAsync(CancellationToken ct)
    {
        if (await view.CurrentAsync(ct) is not { } mandate) return [];
        var units = await view.UnitsAsync(ct);
        var names = units.ToDictionary(u => u.Id, u => u.Name);
        var duties = await db.Set<Provision>().AsNoTracking().Where(p => p.MandateId == mandate.Id && p.IsDuty && p.UnitId != null).OrderByDescending(p => p.Order).ToListAsync(ct);
        string[] keys = [SearchKeys.Public];
        return
        [
            .. duties.Where(d => names.ContainsKey(d.UnitId!.Value)).Select(d => new SearchItem(
                Duty, d.Citation, d.Text, $"{names[d.UnitId!.Value]} · {d.Citation}", $"/nhiem-vu/{d.Citation}", $"{d.Display} Quyết định {mandate.Number}", keys)),
            .. units.Where(u => u.ParentId is not null).OrderByDescending(u => u.Order).Select(u => new SearchItem(
                Unit, u.Code, u.Name, u.Code, $"/co-cau/{u.Code}", u.Function ?? "", keys)),
        ];
    }
}
