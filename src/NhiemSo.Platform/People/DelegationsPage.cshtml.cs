using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.People;

/// <summary>A delegation with the names of both and its state in words.</summary>
internal sealed record DelegationRow(Delegation Delegation, string From, string To, string State, bool Running);

/// <summary>Delegations: recorded, taken back.</summary>
internal sealed class DelegationsPageModel(DepartmentDb db, CurrentReader current, PeopleView view, DelegationDesk desk, TimeProvider time) : PageModel
{
    public IReadOnlyList<DelegationRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Running { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public bool Revoking { get; private set; }

    [BindProperty]
    public DelegationInput Input { get; set; } = new();

    [BindProperty]
    public Guid? Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AnswerAsync(await desk.AddAsync(Input, await current.GetAsync(ct), ct), ct);

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken ct)
    {
        Revoking = true;
        return await AnswerAsync(await desk.RevokeAsync(Id ?? Guid.Empty, Reason, await current.GetAsync(ct), ct), ct);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<Done> done, CancellationToken ct) =>
        done.Ok ? Redirect("/quan-tri/uy-quyen") : this.Answer(await LoadAsync(ct) ?? done.Problem);

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        var today = time.Today();
        var names = await db.Set<Person>().ToDictionaryAsync(p => p.Id, p => p.FullName, ct);
        var all = await db.Set<Delegation>().AsNoTracking().OrderByDescending(d => d.Id).ToListAsync(ct);
        Rows = [.. all.Select(d => new DelegationRow(d, names[d.FromPersonId], names[d.ToPersonId], State(d, today), d.RevokedAt is null && d.To >= today))];
        Running = [.. Rows.Where(r => r.Running).Select(r => new Choice(r.Delegation.Id.ToString(), $"{r.From} cho {r.To}, {r.Delegation.Basis}"))];
        People = await view.PersonChoicesAsync(ct);
        return null;
    }

    private static string State(Delegation d, DateOnly today) =>
        d.RevokedAt is { } at ? $"đã thu hồi {Vietnam.Local(at):dd/MM/yyyy}" : d.To < today ? "đã hết hạn" : d.From > today ? "chưa đến ngày" : "đang có hiệu lực";
}
