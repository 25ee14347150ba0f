using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Succession.Arrange;

/// <summary>Says what becomes of one duty; the likeliest provisions are offered, any other is named by its citation.</summary>
internal sealed class ArrangeDutyModel(PlanReader plans, ArrangeDesk desk, CurrentReader current) : PageModel
{
    private const int Offered = 8;

    public Plan Plan { get; private set; } = null!;

    public PlanDuty Duty { get; private set; } = null!;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IReadOnlyList<Choice> Units { get; private set; } = [];

    public bool Arranged => Plan.Of(Duty).Count > 0;

    [BindProperty]
    public IReadOnlyList<Guid>? New { get; set; }

    /// <summary>Citations of provisions that aren't offered.</summary>
    [BindProperty]
    public string? Other { get; set; }

    /// <summary>Citation of the provision that open work goes by.</summary>
    [BindProperty]
    public string? Default { get; set; }

    [BindProperty]
    public Guid? WindsUp { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var to = Plan.Of(Duty);
        New = [.. to.Where(m => m.NewId is not null).Select(m => m.NewId!.Value)];
        (Default, WindsUp) = (New.Count > 1 ? Plan.Duty(New[0]).Citation : null, to.Count > 0 ? to[0].UnitId : null);
        Offer();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        Offer();
        var (more, unknown) = Read(Other);
        if (unknown is not null) return this.Answer(Problem.Field(nameof(Other), $"Quyết định mới không có nhiệm vụ {unknown}."));
        var (main, wrong) = Read(Default);
        if (wrong is not null || main.Count > 1) return this.Answer(Problem.Field(nameof(Default), "Ghi một điểm của quyết định mới, ví dụ 2.3.1.a."));
        var done = await desk.ArrangeAsync(id, new DutyChoice([.. New ?? [], .. more], main.Count == 0 ? null : main[0], WindsUp), await current.GetAsync(ct), ct);
        return done.Ok ? Redirect("/quan-tri/sap-xep") : this.Answer(done.Problem);
    }

    public async Task<IActionResult> OnPostUndoAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        Offer();
        var done = await desk.UndoAsync(id, await current.GetAsync(ct), ct);
        return done.Ok ? Redirect("/quan-tri/sap-xep?loc=chua-xep") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        if (!(await current.GetAsync(ct)).Has(Role.Admin)) return Problem.Forbidden();
        if (await plans.CurrentAsync(ct) is not { } plan || plan.OldDuties.FirstOrDefault(d => d.Id == id) is not { } duty) return Problem.NotFound("Không có nhiệm vụ này để sắp xếp. Xem trang Chuyển sang quyết định mới.");
        (Plan, Duty) = (plan, duty);
        Units = [new("", "Vẫn còn nhiệm vụ này"), .. plan.NewUnits.Select(u => new Choice($"{u.Id}", u.Name))];
        return null;
    }

    /// <summary>The likeliest, and whatever is chosen already.</summary>
    private void Offer()
    {
        var likeness = new Suggestions(Plan.OldDuties, Plan.NewDuties);
        var chosen = (New ?? []).Where(n => Plan.NewDuties.Any(d => d.Id == n)).Select(n => new Candidate(Plan.Duty(n), likeness.Between(Duty, Plan.Duty(n))));
        Choices = [.. chosen.Concat(likeness.For(Duty).Take(Offered)).DistinctBy(c => c.Duty.Id).Select(c => new Choice($"{c.Duty.Id}", $"{c.Duty.Citation}: {c.Duty.Text}", $"{Plan.UnitName(c.Duty.UnitId)} · {c.Words}"))];
    }

    private (IReadOnlyList<Guid> Found, string? Unknown) Read(string? citations)
    {
        var typed = (citations ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var found = typed.Select(t => (Text: t, Duty: Plan.NewDuties.FirstOrDefault(d => d.Citation.Equals(t, StringComparison.OrdinalIgnoreCase)))).ToList();
        return ([.. found.Where(f => f.Duty is not null).Select(f => f.Duty!.Id)], found.Find(f => f.Duty is null).Text);
    }
}
