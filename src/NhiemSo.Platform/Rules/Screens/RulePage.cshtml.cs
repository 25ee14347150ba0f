using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.Shell.Components;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Rules.Screens;

/// <summary>One book as it is in use today: sources, what is doubtful and who confirmed what, its versions, its text.</summary>
internal sealed class RulePageModel(DepartmentDb db, CurrentReader current, RuleShelf shelf, RuleConfirmations confirmations, DemoMark demo, TimeProvider time) : PageModel
{
    public RuleBook Book { get; private set; } = null!;

    /// <summary>What is to be said of the book past the law horizon.</summary>
    public string? Note { get; private set; }

    public IReadOnlyList<Choice> Doubtful { get; private set; } = [];

    public IReadOnlyList<RuleConfirmation> Confirmed { get; private set; } = [];

    public IReadOnlyList<RuleVersion> Versions { get; private set; } = [];

    [BindProperty]
    public IReadOnlyList<string>? Fact { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    public async Task<IActionResult> OnGetAsync(string kind, string code, CancellationToken ct) => await LoadAsync(kind, code, ct) is { } problem ? this.Answer(problem) : Page();

    public async Task<IActionResult> OnPostAsync(string kind, string code, CancellationToken ct)
    {
        if (await LoadAsync(kind, code, ct) is { } problem) return this.Answer(problem);
        if (Fact is not { Count: > 0 } facts) return this.Answer(Problem.Field(nameof(Fact), "Chọn điểm đã đối chiếu."));
        var done = await confirmations.ConfirmAsync(Book, facts, Source ?? "", await current.GetAsync(ct), await demo.IsDemoAsync(ct), ct);
        return done.Ok ? Redirect($"/quan-tri/quy-tac/{kind}/{code}") : this.Answer(done.Problem);
    }

    private async Task<Problem?> LoadAsync(string kind, string code, CancellationToken ct)
    {
        if (!RuleWords.MayKeep(await current.GetAsync(ct))) return Problem.Forbidden();
        var today = shelf.At(time.Today());
        if (today.Books.FirstOrDefault(b => b.Kind == kind && b.Code == code) is not { } book) return Problem.NotFound();
        (Book, Note) = (book, today.HorizonNote(book));
        Doubtful = [.. shelf.Doubtful(book).Select(f => new Choice(f.Path, $"{f.Path}: {f.Words}", $"{RuleWords.Level(f.Level)}. {RuleWords.Source(f)}"))];
        Confirmed = [.. shelf.Confirmations.Where(c => c.Kind == kind && c.Code == code)];
        Versions = await db.Set<RuleVersion>().AsNoTracking().Where(v => v.Kind == kind && v.Code == code).OrderByDescending(v => v.Id).ToListAsync(ct);
        return null;
    }
}
