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
    private const string Address = "/xac-minh/";

    [BindProperty(SupportsGet = true)]
    public string? Ma { get; set; }

    public Verdict? Verdict { get; private set; }

    public DocumentFacts? Known { get; private set; }

    public IReadOnlyList<SignatureFacts> Signatures { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (!Request.Query.ContainsKey("ma")) return Page();
        var code = Code(Ma);
        return code.Length == 0 ? this.Answer(Problem.Field("ma", "Nhập mã in dưới mã QR của giấy phép.")) : Redirect(Address + Uri.EscapeDataString(code));
    }

    public async Task<IActionResult> OnPostAsync(IFormFile? tep, CancellationToken ct)
    {
        var done = await verification.RecogniseAsync(tep, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        (Verdict, Known, var check) = done.Value;
        Signatures = check.Signatures;
        return Page();
    }

    /// <summary>The code alone, also when the whole address was pasted or blanks came between.</summary>
    private static string Code(string? typed)
    {
        var text = string.Concat((typed ?? "").Where(c => !char.IsWhiteSpace(c)));
        var at = text.LastIndexOf(Address, StringComparison.Ordinal);
        var code = at < 0 ? text : text[(at + Address.Length)..];
        var end = code.IndexOfAny(['/', '?', '#']);
        return end < 0 ? code : code[..end];
    }
}
