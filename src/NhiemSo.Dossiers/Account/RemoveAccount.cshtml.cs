using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Identity;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>The desk takes an account away from a number, for who forgot the password or never made it; the reason is kept.</summary>
internal sealed class RemoveAccountModel(Accounts accounts, PhoneProofs proofs, CurrentReader current) : PageModel
{
    private static readonly Problem DeskOnly = Problem.Forbidden("Chỉ Bộ phận Một cửa gỡ tài khoản của người nộp.");

    [BindProperty]
    public string? Phone { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Xong { get; set; }

    public bool ByMessage => proofs.Offered;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => (await current.GetAsync(ct)).Has(Role.Desk) ? Page() : this.Answer(DeskOnly);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var reader = await current.GetAsync(ct);
        if (!reader.Has(Role.Desk)) return this.Answer(DeskOnly);
        Xong = false;
        var done = await accounts.RemoveByDeskAsync(Phone, Reason, reader, ct);
        return done.Ok ? Redirect("/mot-cua/tai-khoan-nguoi-nop?xong=true") : this.Answer(done.Problem);
    }
}
