using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Mandate.Succession.Running;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Succession.Arrange;

/// <summary>Says which units follow one, and where each of its posts goes.</summary>
internal sealed class ArrangeUnitModel(PlanReader plans, ArrangeDesk desk, PostMoves moves, DepartmentDb db, CurrentReader current) : PageModel
{
    private const string Follows = "", Ends = "thoi";

    public Plan Plan { get; private set; } = null!;

    public PlanUnit Unit { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IReadOnlyList<Choice> Defaults { get; private set; } = [];

    public IReadOnlyList<Choice> PostChoices { get; private set; } = [];

    public IReadOnlyList<PostMove> Held { get; private set; } = [];

    public bool Arranged => Plan.Of(Unit).Count > 0;

    [BindProperty]
    public IReadOnlyList<Guid>? New { get; set; }

    [BindProperty]
    public Guid? Default { get; set; }

    [BindProperty]
    public bool WindsUp { get; set; }

    /// <summary>By post: empty follows the unit, <c>thoi</c> ends, else the unit it goes to.</summary>
    [BindProperty]
    public Dictionary<Guid, string?>? Posts { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var to = Plan.Of(Unit);
        (New, Default, WindsUp) = ([.. to.Select(m => m.NewId)], to.Count > 1 ? to[0].NewId : null, to.Count > 0 && to[0].WindsUp);
        var own = await db.Set<PostMapping>().AsNoTracking().Where(m => m.MandateId == Plan.New.Id).ToDictionaryAsync(m => m.AppointmentId, m => m.UnitId, ct);
        Posts = Held.ToDictionary(p => p.Appointment.Id, p => (string?)(!own.TryGetValue(p.Appointment.Id, out var unit) ? Follows : unit is null ? Ends : $"{unit}"));
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var posts = Held.Select(p => (p.Appointment.Id, Said: Posts?.GetValueOrDefault(p.Appointment.Id))).Select(p => new PostChoice(p.Id, string.IsNullOrEmpty(p.Said), Guid.TryParse(p.Said, out var unit) ? unit : null)).ToList();
        var done = await desk.ArrangeUnitAsync(id, new UnitChoice(New ?? [], Default, WindsUp, posts), await current.GetAsync(ct), ct);
        return done.Ok ? Redirect("/quan-tri/sap-xep") : this.Answer(done.Problem);
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var done = await desk.UndoUnitAsync(id, await current.GetAsync(ct), ct);
        return done.Ok ? Redirect("/quan-tri/sap-xep") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        if (await plans.CurrentAsync(ct) is not { } plan || plan.OldUnits.FirstOrDefault(u => u.Id == id) is not { } unit) return Problem.NotFound("Không có đơn vị này để sắp xếp. Xem trang Chuyển sang quyết định mới.");
        (Plan, Unit) = (plan, unit);
        var likeness = new Suggestions(plan.OldDuties, plan.NewDuties);
        Choices = [.. plan.NewUnits.Select(u => (Unit: u, Share: likeness.Share(unit.Id, u.Id))).OrderByDescending(u => u.Share).Select(u => new Choice($"{u.Unit.Id}", u.Unit.Name, Words(u.Share)))];
        Defaults = [new("", "Đơn vị đã chọn ở trên"), .. plan.NewUnits.Select(u => new Choice($"{u.Id}", u.Name))];
        PostChoices = [new(Follows, "Theo đơn vị"), .. plan.NewUnits.Select(u => new Choice($"{u.Id}", u.Name)), new(Ends, "Thôi giữ chức vụ")];
        Held = [.. (await moves.PostsAsync(plan, plan.New.From, ct)).Where(p => p.Position.UnitId == unit.Id)];
        return null;
    }

    private static string? Words(double share) => share >= 0.6 ? "nhận phần lớn nhiệm vụ" : share >= 0.2 ? "nhận một phần nhiệm vụ" : share > 0 ? "nhận vài nhiệm vụ" : null;
}
