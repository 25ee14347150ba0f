using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell.Components;

namespace NhiemSo.Dossiers.Feedback;

/// <summary>One complaint or comment, answered by whoever reads it.</summary>
internal sealed class AnswerPageModel(DepartmentDb db, FeedbackDesk desk, FeedbackClock clock, CurrentReader current) : PageModel
{
    [BindProperty]
    public string? Text { get; set; }

    /// <summary><c>dung</c> or <c>khong</c>; only of a complaint about conduct.</summary>
    [BindProperty]
    public string? Right { get; set; }

    public IReadOnlyList<Choice> Verdicts { get; } = [new("dung", FeedbackClock.Verdict(true)), new("khong", FeedbackClock.Verdict(false))];

    public FeedbackItem Item { get; private set; } = null!;

    public (string State, string Text, string Date) Chip => clock.Of(Item);

    public string? Doubt => clock.Doubt(Item);

    /// <summary>Who answers, as the person outside will read it.</summary>
    public string Answerer { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await LoadAsync(id, ct) ? Page() : this.Answer(Problem.NotFound());

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await LoadAsync(id, ct)) return this.Answer(Problem.NotFound());
        var done = await desk.AnswerAsync(id, Text, Right switch { "dung" => true, "khong" => false, _ => null }, await current.GetAsync(ct), ct);
        return done.Ok ? Redirect($"/mot-cua/phan-anh/{id}") : this.Answer(done.Problem);
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await db.FeedbackOf(reader).AsNoTracking().FirstOrDefaultAsync(f => f.Id == id, ct) is not { } item) return false;
        (Item, Answerer) = (item, $"{reader.Name}, {reader.Capacity}");
        return true;
    }
}
