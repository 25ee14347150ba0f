using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.People;

/// <summary>Who holds which post, unit by unit.</summary>
internal sealed class PeoplePageModel(CurrentReader current, PeopleView view) : PageModel
{
    public IReadOnlyList<(Unit Unit, IReadOnlyList<HeldPost> Posts)> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return this.Answer(Problem.Forbidden());
        Units = await view.ByUnitAsync(ct);
        return Page();
    }
}
