using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Matters;

namespace NhiemSo.Documents.Incoming;

/// <summary>Papers that arrived, newest first; each leads to the work it answers.</summary>
internal sealed class IncomingModel(IncomingBook book, IEnumerable<MatterKind> kinds, CurrentReader current) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Sau { get; set; }

    public IReadOnlyList<IncomingRow> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string? Href(IncomingRow row) => kinds.FirstOrDefault(k => k.Kind == row.Kind)?.Href(row.Paper.MatterId);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var found = await book.ReadAsync(await current.GetAsync(ct), Sau, ct);
        Next = found.Count > IncomingBook.PageSize ? found[IncomingBook.PageSize - 1].Paper.Id.ToString() : null;
        Rows = [.. found.Take(IncomingBook.PageSize)];
    }
}
