using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Registers.Verify;

/// <summary>The signed PDF, where the register publishes it.</summary>
[AllowAnonymous]
internal sealed class SignedFileModel(Verification verification) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await verification.FindAsync(token, ct) is not { } found || await verification.FileAsync(found, ct) is not { } pdf)
            return this.Answer(Problem.NotFound("Tệp của văn bản này không được công khai, hoặc mã không đúng."));
        Response.Headers["X-Robots-Tag"] = "noindex";
        return File(pdf, "application/pdf", found.Document.Symbol.Replace('/', '-') + ".pdf");
    }
}
