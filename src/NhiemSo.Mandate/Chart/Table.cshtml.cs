using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;

namespace NhiemSo.Mandate.Chart;

/// <summary>The mandate map as a table.</summary>
[AllowAnonymous]
internal sealed class TableModel(MandateView view, CurrentReader current) : PageModel
{
    public IReadOnlyList<DutyLine> Duties { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> UnitNames { get; private set; } = new Dictionary<Guid, string>();

    public async Task OnGetAsync(CancellationToken ct)
    {
        UnitNames = (await view.UnitsAsync(ct)).ToDictionary(u => u.Id, u => u.Name);
        if (await view.CurrentAsync(ct) is { } mandate) Duties = await view.DutiesAsync(mandate.Id, null, await current.GetAsync(ct), ct);
    }
}
