using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Mandate.Succession.Model;
using NhiemSo.Mandate.Succession.Planning;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Papers;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Mandate.Succession.Minutes;

/// <summary>The minutes of going over to a decision, on screen and on paper, with the trail of what was arranged.</summary>
internal sealed class MinutesPageModel(PlanReader plans, MinutesBook book, DepartmentDb db, CurrentReader current, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Loai { get; set; }

    /// <summary>Cursor: the last line of the page before.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Sau { get; set; }

    public Plan Plan { get; private set; } = null!;

    public string Summary { get; private set; } = "";

    public IReadOnlyList<(string Word, string Name, int Count)> Tabs { get; private set; } = [];

    public IReadOnlyList<Move> Lines { get; private set; } = [];

    public string? Next { get; private set; }

    public IReadOnlyList<TimelineEvent> Trail { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var counts = await book.CountsAsync(id, ct);
        Summary = MinutesBook.Summary(Plan, counts);
        Tabs = [.. MinutesBook.Kinds.Select(k => (k.Word, k.Name, counts.GetValueOrDefault(k.Kind)))];
        if (Tabs.All(t => t.Word != Loai)) Loai = Tabs[0].Word;
        var found = await book.PageAsync(id, MinutesBook.Kinds.First(k => k.Word == Loai).Kind, Sau, ct);
        (Lines, Next) = ([.. found.Take(MinutesBook.PageSize)], found.Count > MinutesBook.PageSize ? $"{found[MinutesBook.PageSize - 1].Id}" : null);
        Trail = [.. (await db.TrailAsync("mandate", id, ct)).Select(e => e.Line())];
        return Page();
    }

    public async Task<IActionResult> OnGetPdfAsync(Guid id, CancellationToken ct)
    {
        if (await LoadAsync(id, ct) is { } problem) return this.Answer(problem);
        var pdf = new MemoryStream();
        var printed = PaperPdf.Render(await book.PaperAsync(Plan, ct), pdf, time.GetUtcNow().UtcDateTime);
        return printed.Ok ? File(pdf.ToArray(), "application/pdf") : this.Answer(printed.Problem);
    }

    private async Task<Problem?> LoadAsync(Guid id, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!reader.Has(Role.Admin) && !reader.Has(Role.Leader)) return Problem.Forbidden();
        if (await plans.FindAsync(id, ct) is not { Succession.State: not SuccessionState.Planned } plan) return Problem.NotFound("Chưa có biên bản nào cho quyết định này.");
        Plan = plan;
        return null;
    }
}
