using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Documents;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Registers.Verify;

/// <summary>Where somebody with a paper or a file in hand begins.</summary>
[AllowAnonymous]
internal sealed class VerifyStartModel(Verification verification) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Ma { get; set; }

    public Verdict? Verdict { get; private set; }

    public DocumentFacts? Known { get; private set; }

    public IReadOnlyList<SignatureFacts> Signatures { get; private set; } = [];

    /// <summary>The public list that holds a licence of which there is only paper.</summary>
    public string? ListHref { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!Request.Query.ContainsKey("ma")) return Page();
        var code = VerificationCode.Of(Ma);
        if (VerificationCode.Fault(code) is not { } fault) return Redirect(VerificationCode.Address + code);
        if (await verification.OnPaperAsync(Ma!.Trim(), ct) is not var (verdict, href)) return this.Answer(Problem.Field("ma", fault));
        (Verdict, ListHref) = (verdict, href);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? tep, CancellationToken ct)
    {
        var done = await verification.RecogniseAsync(tep, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        (Verdict, Known, var check) = done.Value;
        Signatures = check.Signatures;
        return Page();
    }
}
