using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Platform.People;

/// <summary>One person: posts, account, what was done, and the acts on them.</summary>
internal sealed class PersonPageModel(DepartmentDb db, CurrentReader current, PeopleView view, PeopleDesk desk) : PageModel
{
    private string? handler;

    public Person Person { get; private set; } = null!;

    public Account? Account { get; private set; }

    public IReadOnlyList<HeldPost> Posts { get; private set; } = [];

    /// <summary>Posts that can be ended.</summary>
    public IReadOnlyList<Choice> Running { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public IReadOnlyList<TimelineEvent> History { get; private set; } = [];

    /// <summary>A code just made, shown once.</summary>
    public string? ResetCode { get; private set; }

    [BindProperty]
    public Guid? AppointmentId { get; set; }

    [BindProperty]
    public DateOnly? Last { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    /// <summary>The old password may be in others' hands.</summary>
    [BindProperty]
    public bool LockNow { get; set; }

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public PostInput Post { get; set; } = new();

    /// <summary>The folded form whose faults are shown is open.</summary>
    public bool Opened(string name) => handler == name;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync("End", id, await desk.EndAsync(id, AppointmentId ?? Guid.Empty, Last, Reason, await current.GetAsync(ct), ct), ct);

    public async Task<IActionResult> OnPostAppointAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync("Appoint", id, await desk.AppointAsync(id, Post, await current.GetAsync(ct), ct), ct);

    public async Task<IActionResult> OnPostCodeAsync(Guid id, CancellationToken ct)
    {
        var code = await desk.MakeResetCodeAsync(id, LockNow, await current.GetAsync(ct), ct);
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        if (!code.Ok) return this.Answer(code.Problem);
        ResetCode = code.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostEmailAsync(Guid id, CancellationToken ct) =>
        await AnswerAsync("Email", id, await desk.ChangeEmailAsync(id, Email, await current.GetAsync(ct), ct), ct);

    private async Task<IActionResult> AnswerAsync(string form, Guid id, Outcome<Done> done, CancellationToken ct)
    {
        if (done.Ok) return Redirect($"/quan-tri/nguoi/{id}");
        handler = form;
        return this.Answer(await LoadAsync(id, ct) ?? done.Problem);
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        if (await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == id, ct) is not { } person) return Problem.NotFound();
        Person = person;
        if (handler != "Email") Email = person.Email;
        Account = await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.PersonId == id, ct);
        Posts = await view.OfPersonAsync(id, ct);
        Running = [.. Posts.Where(p => p.To is null).Select(p => new Choice(p.AppointmentId.ToString(), $"{p.Title}, {p.UnitName}"))];
        Units = await view.UnitChoicesAsync(ct);
        if (Account is not null) History = await view.HistoryAsync(Account.Id, ct);
        return null;
    }
}
