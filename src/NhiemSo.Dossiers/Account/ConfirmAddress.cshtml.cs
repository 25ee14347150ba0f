using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>The link that was sent to an e-mail address comes back. Confirmed by a press: programs that look through mail open links, too.</summary>
[AllowAnonymous, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ConfirmAddressModel(AccountMail mail) : PageModel
{
    public const string Address = "/nguoi-nop/thu-dien-tu?ma=";

    [BindProperty(SupportsGet = true)]
    public string? Ma { get; set; }

    public string? Email { get; private set; }

    public bool Confirmed { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Email = (await mail.FindAddressAsync(Ma, ct))?.Value;
        return Email is null ? this.Answer(AccountMail.Over) : Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var done = await mail.ConfirmAddressAsync(Ma, ct);
        Confirmed = done.Ok;
        return done.Ok ? Page() : this.Answer(done.Problem);
    }
}
