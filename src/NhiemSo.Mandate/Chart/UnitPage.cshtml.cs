using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Reading;
using NhiemSo.Platform.Identity;
using Unit = NhiemSo.Platform.Organisation.Unit;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Chart;

/// <summary>One unit: function, duties, positions of the decision, who holds them.</summary>
[AllowAnonymous]
internal sealed class UnitPageModel(MandateView view, CurrentReader current, RuleShelf rules) : PageModel
{
    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<DutyLine> Duties { get; private set; } = [];

    public IReadOnlyList<DutyCell> Cells => ChartModel.Cells(Duties, null);

    public IReadOnlyList<PostHolder> People { get; private set; } = [];

    public IReadOnlyList<string> Positions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (await view.CurrentAsync(ct) is not { } mandate || (await view.UnitsAsync(ct)).Find(u => u.Code == code && u.ParentId is not null) is not { } unit)
            return this.Answer(Problem.NotFound("Không có đơn vị này trong quyết định đang thi hành."));
        Unit = unit;
        Duties = await view.DutiesAsync(mandate.Id, unit.Id, await current.GetAsync(ct), ct);
        People = await view.PeopleAsync(unit.Id, ct);
        Positions = rules.At(mandate.From).Find<MandateRule>(mandate.Code)?.Units.FirstOrDefault(u => u.Code == code)?.Positions ?? [];
        return Page();
    }
}
