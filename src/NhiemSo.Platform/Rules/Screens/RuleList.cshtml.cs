using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules.Books;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Rules.Screens;

/// <summary>The books in use today, and every fact of theirs that nobody confirmed.</summary>
internal sealed class RuleListModel(CurrentReader current, RuleShelf shelf, RuleConfirmations confirmations, TimeProvider time) : PageModel
{
    public IReadOnlyList<RuleBook> Books { get; private set; } = [];

    public IReadOnlyList<(RuleBook Book, DoubtfulFact Fact)> Doubtful { get; private set; } = [];

    public DateOnly? Horizon { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!RuleWords.MayKeep(await current.GetAsync(ct))) return this.Answer(Problem.Forbidden());
        var today = shelf.At(time.Today());
        Books = [.. today.Books.OrderBy(b => b.File, StringComparer.Ordinal)];
        Doubtful = [.. confirmations.All(today.Date)];
        Horizon = today.Horizon;
        return Page();
    }
}
