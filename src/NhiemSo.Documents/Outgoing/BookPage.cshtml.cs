using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.Rules.Books;

namespace NhiemSo.Documents.Outgoing;

/// <summary>A document book of a year: every number, in order, with what became of it.</summary>
internal sealed class BookPageModel(DocumentList list, CurrentReader current, RuleShelf rules) : PageModel
{
    public string Name { get; private set; } = "";

    public string Year { get; private set; } = "";

    public IReadOnlyList<BookLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string book, string year, CancellationToken ct)
    {
        if (rules.Today.Find<DocumentBook>(book) is not { } rule) return this.Answer(Problem.NotFound("Không có sổ này. Chọn sổ ở trang Văn bản đi."));
        (Name, Year, Lines) = (rule.Name, year, await list.BookAsync(book, year, await current.GetAsync(ct), ct));
        return Lines.Count > 0 ? Page() : this.Answer(Problem.NotFound($"{rule.Name} không có quyển {year}. Chọn sổ ở trang Văn bản đi."));
    }
}
