using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Documents.Signing;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Documents.Outgoing;

/// <summary>The document as PDF: signed as far as it is, or as it will be signed.</summary>
internal sealed class DocumentPdfModel(DocumentList list, DocumentFiles files, DocumentPaper paper, CurrentReader current) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await list.FindAsync(id, await current.GetAsync(ct), ct) is not { } document) return this.Answer(Problem.NotFound());
        if (document.FileHash is { } hash) return File(await files.BytesAsync(hash, ct), "application/pdf");
        var rendered = paper.Render(document);
        return rendered.Ok ? File(rendered.Value.Pdf, "application/pdf") : this.Answer(rendered.Problem);
    }
}
