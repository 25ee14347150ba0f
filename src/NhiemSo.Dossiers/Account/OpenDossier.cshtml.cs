using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Follow;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Dossiers.Account;

/// <summary>From the account's list to a dossier's own page, as after a look-up.</summary>
[AllowAnonymous]
internal sealed class OpenDossierModel(AccountCookie cookie, OwnDossiers own, Passes passes) : PageModel
{
    /// <param name="tai">Straight to its result.</param>
    public async Task<IActionResult> OnGetAsync(Guid id, bool tai, CancellationToken ct)
    {
        if (await cookie.CurrentAsync(HttpContext, ct) is not { } account) return Redirect(AccountHomeModel.SignInPage);
        if (!await own.HoldsAsync(account.Id, id, ct)) return this.Answer(Problem.NotFound("Hồ sơ này không có trong tài khoản của bạn. Thêm hồ sơ bằng mã tra cứu."));
        passes.Admit(HttpContext, id);
        return Redirect(tai ? "/ho-so-cua-toi/ket-qua" : "/ho-so-cua-toi");
    }
}
