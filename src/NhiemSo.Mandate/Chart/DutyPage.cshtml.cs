using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Model;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Chart;

/// <summary>One duty: its words, its legal form, what is bound to it, who answers, and the evidence of what was done. One of an earlier decision says where it went.</summary>
[AllowAnonymous]
internal sealed class DutyPageModel(MandateView view, WhereItWent where, CurrentReader current) : PageModel
{
    public MandateDecision Mandate { get; private set; } = null!;

    public DutyLine Duty { get; private set; } = null!;

    public Unit Unit { get; private set; } = null!;

    public Went Went { get; private set; } = null!;

    public IReadOnlyList<PostHolder> People { get; private set; } = [];

    public IReadOnlyList<DutyCell> Siblings { get; private set; } = [];

    /// <summary>"Điểm a mục 4.3.2 khoản 4 Điều 1", beginning a sentence.</summary>
    public string Display => char.ToUpperInvariant(Duty.Provision.Display[0]) + Duty.Provision.Display[1..];

    /// <param name="citation">e.g. <c>4.3.2.a</c>.</param>
    /// <param name="ma">The very provision, where the same citation stands in several decisions.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IActionResult> OnGetAsync(string citation, Guid? ma, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await view.CitedAsync(citation, ma, ct) is not var (mandate, provision))
            return this.Answer(Problem.NotFound($"Quyết định đang thi hành không có nhiệm vụ {citation}. Xem danh sách ở trang Cơ cấu, nhiệm vụ."));
        (Mandate, Duty, Unit) = (mandate, await view.DutyAsync(provision, reader, ct), await view.UnitAsync(provision.UnitId!.Value, ct));
        Went = await where.OfAsync(provision, ct);
        People = await view.PeopleAsync(Unit.Id, ct);
        Siblings = ChartModel.Cells(await view.DutiesAsync(mandate.Id, Unit.Id, reader, ct), citation, Mandate.To is not null);
        return Page();
    }
}
