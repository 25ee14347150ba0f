using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Registers.Verify;

/// <summary>The paper's public content as a page, for who can't read the PDF.</summary>
[AllowAnonymous]
internal sealed class FullTextModel(Verification verification) : PageModel
{
    public Verified Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        if (await verification.FindAsync(token, ct) is not { Entry: not null } found) return this.Answer(Problem.NotFound("Không có toàn văn công khai của văn bản này. Kiểm tra lại mã."));
        Response.Headers["X-Robots-Tag"] = "noindex";
        Found = found;
        return Page();
    }
}
