using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Mandate.Succession.Rehearsal;

/// <summary>The rehearsal: everything that would move, from where to where, and what stands in the way.</summary>
internal sealed class RehearsalPageModel(PlanReader plans, Rehearsing rehearsing, CurrentReader current) : PageModel
{
    public static readonly IReadOnlyList<(string Word, string Name)> Kinds = [("viec", "Việc đang mở"), ("don-vi", "Đơn vị"), ("chuc-vu", "Chức vụ"), ("uy-quyen", "Ủy quyền"), ("phoi-hop", "Việc phối hợp"), ("so", "Thủ tục, sổ")];

    [BindProperty(SupportsGet = true)]
    public string? Loai { get; set; }

    /// <summary>Cursor: the last matter of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Sau { get; set; }

    public Plan? Plan { get; private set; }

    public IReadOnlyList<RehearsalRow> Rows { get; private set; } = [];

    public IReadOnlyList<(string From, string? To, int Open, int Restricted)> Counts { get; private set; } = [];

    public IReadOnlyList<string> Headless { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return this.Answer(Problem.Forbidden());
        if (Kinds.All(k => k.Word != Loai)) Loai = Kinds[0].Word;
        if (await plans.CurrentAsync(ct) is not { Succession.State: SuccessionState.Planned } plan) return Page();
        (Plan, Headless) = (plan, await rehearsing.HeadlessAsync(plan, ct));
        if (Loai == "viec") await MattersAsync(plan, ct);
        else Rows = await RowsAsync(plan, ct);
        return Page();
    }

    private async Task MattersAsync(Plan plan, CancellationToken ct)
    {
        Counts = await rehearsing.CountsAsync(plan, ct);
        (Rows, var next) = await rehearsing.MattersAsync(plan, Sau, ct);
        Next = next?.ToString();
    }

    private async Task<IReadOnlyList<RehearsalRow>> RowsAsync(Plan plan, CancellationToken ct) => Loai switch
    {
        "don-vi" => rehearsing.Units(plan),
        "chuc-vu" => await rehearsing.PostsAsync(plan, ct),
        "uy-quyen" => await rehearsing.DelegationsAsync(plan, ct),
        "phoi-hop" => await rehearsing.AssignmentsAsync(plan, ct),
        _ => await rehearsing.BooksAsync(plan, ct),
    };
}
