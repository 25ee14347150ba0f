using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Chart;

/// <summary>One duty: its words, its legal form, what is bound to it, who answers, and the evidence of what was done.</summary>
[AllowAnonymous]
internal sealed class DutyPageModel(MandateView view, CurrentReader current) : PageModel
{
    public MandateDecision Mandate { get; private set; } = null!;

    public DutyLine Duty { get; private set; } = null!;

    public Unit Unit { get; private set; } = null!;

    public IReadOnlyList<PostHolder> People { get; private set; } = [];

    public IReadOnlyList<DutyCell> Siblings { get; private set; } = [];

    /// <summary>"Điểm a mục 4.3.2 khoản 4 Điều 1", beginning a sentence.</summary>
    public string Display => char.ToUpperInvariant(Duty.Provision.Display[0]) + Duty.Provision.Display[1..];

    public async Task<IActionResult> OnGetAsync(string citation, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await view.CurrentAsync(ct) is not { } mandate || await view.DutyAsync(mandate.Id, citation, reader, ct) is not { Provision.UnitId: { } unitId } duty)
            return this.Answer(Problem.NotFound($"Quyết định đang thi hành không có nhiệm vụ {citation}. Xem danh sách ở trang Cơ cấu, nhiệm vụ."));
        (Mandate, Duty, Unit) = (mandate, duty, (await view.UnitsAsync(ct)).First(u => u.Id == unitId));
        People = await view.PeopleAsync(unitId, ct);
        Siblings = ChartModel.Cells(await view.DutiesAsync(mandate.Id, unitId, reader, ct), citation);
        return Page();
    }
}
