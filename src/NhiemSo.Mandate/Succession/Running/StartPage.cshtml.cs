using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Parts;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Succession.Running;

/// <summary>Asks once more, then goes over to the next decision: there is no way back.</summary>
internal sealed class StartPageModel(PlanReader plans, ChangeOver change, CurrentReader current, TimeProvider time) : PageModel
{
    public ConfirmStep? Ask { get; private set; }

    public string? NotYet { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await change.StartAsync(await current.GetAsync(ct), ct);
        if (done.Ok) return Redirect("/quan-tri/sap-xep");
        return this.Answer(await LoadAsync(ct) ?? done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        if (await plans.CurrentAsync(ct) is not { } plan)
        {
            NotYet = "Chưa có quyết định kế tiếp nào để chuyển sang.";
            return null;
        }

        NotYet = ChangeOver.Fault(plan, time.Today())?.Message;
        if (NotYet is null)
            Ask = new ConfirmStep(
                $"Chuyển sang Quyết định {plan.New.Number}?",
                $"Quyết định {plan.Old.Number} kết thúc, đơn vị, chức vụ, ủy quyền và mọi việc đang mở chuyển theo cách đã sắp xếp. Chuyển rồi không quay lại được.",
                "Chuyển sang quyết định mới", "/quan-tri/sap-xep");
        return null;
    }
}
