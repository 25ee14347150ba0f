using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Mandate.Model;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Mandate.Succession.Running;
using NhiemSo.Mandate.Succession.Withdraw;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Mandate.Succession.Arrange;

/// <summary>One line of the difference.</summary>
/// <param name="Old">Null for what is new.</param>
/// <param name="Suggested">The likeliest successor of what nobody has arranged.</param>
internal sealed record DutyRow(PlanDuty? Old, Fate Fate, IReadOnlyList<Candidate> To, string? WindsUp, Candidate? Suggested);

internal sealed record UnitRow(PlanUnit? Old, Fate Fate, IReadOnlyList<PlanUnit> To);

/// <summary>The two decisions side by side: what became of each unit and each duty, and what is still to be said.</summary>
internal sealed class OverviewModel(PlanReader plans, ArrangeDesk desk, SuccessionRun run, Withdrawals withdrawals, DepartmentDb db, CurrentReader current, TimeProvider time) : PageModel
{
    private const string All = "tat-ca";

    public static readonly IReadOnlyList<(Fate Fate, string Word)> Words =
    [
        (Fate.Open, "chua-xep"), (Fate.Same, "giu-nguyen"), (Fate.Moved, "chuyen"), (Fate.Reworded, "sua-loi"), (Fate.Merged, "nhap"), (Fate.Split, "tach"), (Fate.Dropped, "bo"), (Fate.New, "moi"),
    ];

    /// <summary>Which part of the difference: a word of <see cref="Words"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Loc { get; set; }

    public Plan? Plan { get; private set; }

    public IReadOnlyList<UnitRow> Units { get; private set; } = [];

    public IReadOnlyList<DutyRow> Duties { get; private set; } = [];

    public IReadOnlyList<(string Word, string Name, int Count)> Tabs { get; private set; } = [];

    public IReadOnlyList<MandateDecision> Done { get; private set; } = [];

    public IReadOnlyList<Withdrawal> Withdrawn { get; private set; } = [];

    /// <summary>Why it can't be gone over to yet; null when it can.</summary>
    public string? NotYet { get; private set; }

    /// <summary>Open matters that are still to move, while it runs.</summary>
    public int Left { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is { } problem ? this.Answer(problem) : Page();

    /// <summary>Takes up the suggestion for one duty.</summary>
    public async Task<IActionResult> OnPostAcceptAsync(Guid old, Guid @new, CancellationToken ct)
    {
        var done = await desk.ArrangeAsync(old, new DutyChoice([@new], null, null), await current.GetAsync(ct), ct);
        if (done.Ok) return Redirect("/quan-tri/sap-xep" + (Loc is null ? "" : $"?loc={Uri.EscapeDataString(Loc)}"));
        return this.Answer(await LoadAsync(ct) ?? done.Problem);
    }

    private async Task<Problem?> LoadAsync(CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        Done = await db.Set<MandateSuccession>().Where(s => s.State == SuccessionState.Done).Join(db.Set<MandateDecision>(), s => s.MandateId, m => m.Id, (_, m) => m).OrderByDescending(m => m.From).AsNoTracking().ToListAsync(ct);
        Withdrawn = await withdrawals.AllAsync(ct);
        if (await plans.CurrentAsync(ct) is not { } plan) return null;
        Plan = plan;
        NotYet = ChangeOver.Fault(plan, time.Today())?.Message;
        if (plan.Succession.State == SuccessionState.Running) Left = await run.LeftAsync(plan, ct);
        Units = [.. plan.OldUnits.Select(u => new UnitRow(u, Difference.Of(plan, u), [.. plan.Of(u).Select(m => plan.NewUnits.First(n => n.Id == m.NewId))])), .. plan.NewUnits.Where(n => plan.Units.All(m => m.NewId != n.Id)).Select(n => new UnitRow(null, Fate.New, [n]))];
        Compare(plan);
        return null;
    }

    private void Compare(Plan plan)
    {
        var likeness = new Suggestions(plan.OldDuties, plan.NewDuties);
        var rows = plan.OldDuties.Select(d => Row(plan, d, likeness)).Concat(plan.NewDuties.Where(n => plan.Before(n).Count == 0).Select(n => new DutyRow(null, Fate.New, [new Candidate(n, 0)], null, null))).ToList();
        var counts = rows.CountBy(r => r.Fate).ToDictionary(c => c.Key, c => c.Value);
        Tabs = [.. Words.Select(w => (w.Word, Platform.Words.Wording.Capital(Difference.Words(w.Fate)), counts.GetValueOrDefault(w.Fate))).Where(t => t.Item3 > 0), (All, "Tất cả", rows.Count)];
        if (Tabs.All(t => t.Word != Loc)) Loc = Tabs[0].Word;
        Duties = Loc == All ? rows : rows.FindAll(r => r.Fate == Words.First(w => w.Word == Loc).Fate);
    }

    private static DutyRow Row(Plan plan, PlanDuty duty, Suggestions likeness)
    {
        var to = plan.Of(duty);
        var fate = Difference.Of(plan, duty, likeness);
        return new DutyRow(
            duty, fate, [.. to.Where(m => m.NewId is not null).Select(m => plan.Duty(m.NewId!.Value)).Select(n => new Candidate(n, likeness.Between(duty, n)))],
            to.Count > 0 && to[0].UnitId is { } unit ? plan.UnitName(unit) : null, fate == Fate.Open ? likeness.For(duty).FirstOrDefault() : null);
    }
}
