using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Incoming;

/// <summary>A paper that arrived, as it was scanned or received.</summary>
internal sealed class IncomingFileModel(IncomingBook book, MatterFiles files, CurrentReader current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (await book.FindAsync(id, reader, ct) is not { } paper) return this.Answer(Problem.NotFound());
        var opened = await files.OpenAsync(paper.FileId, reader, ct);
        return opened.Ok ? this.Answer(opened.Value) : this.Answer(opened.Problem);
    }
}
