using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Registers.Verify;

/// <summary>What the address printed on a paper stands for.</summary>
[AllowAnonymous]
internal sealed class VerifyResultModel(Verification verification, TimeProvider time) : PageModel
{
    public Verified? Found { get; private set; }

    public Verdict? Compared { get; private set; }

    /// <summary>Why what stands in the address can't be a code; null when it can.</summary>
    public string? NoCode { get; private set; }

    public DateTime At => time.UtcNow();

    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        Found = await verification.FindAsync(token, ct);
        NoCode = VerificationCode.Fault(token);
        return Shown();
    }

    public async Task<IActionResult> OnPostAsync(string token, IFormFile? tep, CancellationToken ct)
    {
        Found = await verification.FindAsync(token, ct);
        if (Found is null) return await OnGetAsync(token, ct);
        var done = await verification.CompareAsync(Found.Document, tep, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        Compared = done.Value;
        return Page();
    }

    private PageResult Shown()
    {
        Response.Headers["X-Robots-Tag"] = "noindex";
        var page = Page();
        if (Found is null) page.StatusCode = StatusCodes.Status404NotFound;
        return page;
    }
}
