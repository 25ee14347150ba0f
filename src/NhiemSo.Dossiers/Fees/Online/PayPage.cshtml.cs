using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Fees.Online;

/// <summary>The applicant goes to the gateway. The way there is a link: the page's policy lets no form lead to another house.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class PayModel(Passes passes, FeeBook book, Gateways gateways, OnlinePayments payments) : PageModel
{
    public long Amount { get; private set; }

    public string? Gateway => gateways.Current?.Name;

    /// <summary>The gateway's address for the order just made.</summary>
    public Uri? Way { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) is null ? Redirect("/tra-cuu") : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (await LoadAsync(ct) is not { } id) return Redirect("/tra-cuu");
        var begun = await payments.BeginAsync(id, ct);
        if (!begun.Ok) return this.Answer(begun.Problem);
        Way = begun.Value;
        return Page();
    }

    private async Task<Guid?> LoadAsync(CancellationToken ct)
    {
        if (passes.Admitted(HttpContext) is not { } id) return null;
        Amount = Math.Max(0, (await book.FindAsync(id, ct))?.Sheet.Left ?? 0);
        return id;
    }
}
