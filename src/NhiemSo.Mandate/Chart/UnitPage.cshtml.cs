using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Reading;
using Unit = NhiemSo.Platform.Organisation.Unit;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Chart;

/// <summary>One unit: function, duties, positions of the decision, who holds them. One that is no more says where its work went.</summary>
[AllowAnonymous]
internal sealed class UnitPageModel(MandateView view, WhereItWent where, CurrentReader current, RuleShelf rules) : PageModel
{
    public MandateDecision Mandate { get; private set; } = null!;

    public Unit Unit { get; private set; } = null!;

    public Went Went { get; private set; } = null!;

    public IReadOnlyList<DutyLine> Duties { get; private set; } = [];

    public IReadOnlyList<DutyCell> Cells => ChartModel.Cells(Duties, null, Unit.To is not null);

    public IReadOnlyList<PostHolder> People { get; private set; } = [];

    public IReadOnlyList<string> Positions { get; private set; } = [];

    public string Href(DutyLine duty) => ChartModel.Href(duty, Unit.To is not null);

    public async Task<IActionResult> OnGetAsync(string code, Guid? ma, CancellationToken ct)
    {
        if (await view.UnitAsync(code, ma, ct) is not { } unit || (unit.To is { } last ? await view.AtAsync(last, ct) : await view.CurrentAsync(ct)) is not { } mandate)
            return this.Answer(Problem.NotFound("Không có đơn vị này trong quyết định đang thi hành."));
        (Mandate, Unit, Went) = (mandate, unit, await where.OfAsync(unit, ct));
        Duties = await view.DutiesAsync(mandate.Id, unit.Id, await current.GetAsync(ct), ct);
        People = await view.PeopleAsync(unit.Id, ct);
        Positions = rules.At(mandate.From).Find<MandateRule>(mandate.Code)?.Units.FirstOrDefault(u => u.Code == code)?.Positions ?? [];
        return Page();
    }
}
