using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Dossiers.Account;
using NhiemSo.Dossiers.Apply;
using NhiemSo.Dossiers.Procedures;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Dossiers.Portal;

/// <summary>One procedure in plain words: what is needed, how long, how much; the beginning of an application.</summary>
[AllowAnonymous]
internal sealed class ProcedurePageModel(Catalogue catalogue, Drafts drafts, AccountCookie cookie, TimeProvider time) : PageModel
{
    public OfferedProcedure Offered { get; private set; } = null!;

    public IActionResult OnGet(string code) => Load(code) ? Page() : this.Answer(Problem.NotFound("Không có thủ tục này. Tìm lại trên trang chủ."));

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken ct)
    {
        if (!Load(code)) return this.Answer(Problem.NotFound("Không có thủ tục này. Tìm lại trên trang chủ."));
        var token = await drafts.BeginAsync(code, (await cookie.CurrentAsync(HttpContext, ct))?.Id, ct);
        return token.Ok ? Redirect($"/nop-ho-so/{token.Value}/0") : this.Answer(token.Problem);
    }

    private bool Load(string code)
    {
        if (catalogue.Find(code, time.Today()) is not { Procedure.OpenedByOffice: false } offered) return false;
        Offered = offered;
        return true;
    }
}
