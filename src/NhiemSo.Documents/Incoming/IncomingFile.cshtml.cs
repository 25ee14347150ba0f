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
        if (!opened.Ok) return this.Answer(opened.Problem);
        Response.Headers["Content-Security-Policy"] = "sandbox; default-src 'none'";
        return File(opened.Value.Content, opened.Value.Ref.ContentType, opened.Value.Ref.Name);
    }
}
