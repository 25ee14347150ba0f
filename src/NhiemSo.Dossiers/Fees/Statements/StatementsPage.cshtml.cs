using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees.Statements;

/// <summary>Bank statements: import one, and the lines that wait for a person.</summary>
internal sealed class StatementsModel(DepartmentDb db, StatementImport import, CurrentReader current) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? Sau { get; set; }

    [BindProperty]
    public IFormFile? Tep { get; set; }

    public IReadOnlyList<StatementLine> Open { get; private set; } = [];

    public IReadOnlyList<BankStatement> Imported { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is { } problem) return this.Answer(problem);
        var taken = await import.TakeAsync(Tep, await current.GetAsync(ct), ct);
        return taken.Ok ? Redirect($"/thu-phi/sao-ke/{taken.Value}") : this.Answer(taken.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Desk)) return FeeActs.NotTheDesk;
        var lines = db.Set<StatementLine>().AsNoTracking().Where(l => l.State == LineState.Open);
        if (Sau is { } after) lines = lines.Where(l => l.Id < after);
        var found = await lines.OrderByDescending(l => l.Id).Take(PageSize + 1).ToListAsync(ct);
        Next = found.Count > PageSize ? found[PageSize - 1].Id.ToString() : null;
        Open = [.. found.Take(PageSize)];
        Imported = await db.Set<BankStatement>().AsNoTracking().OrderByDescending(s => s.Id).Take(20).ToListAsync(ct);
        return null;
    }
}
