using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.Sessions;

/// <summary>Where one's account is open, and ending it there.</summary>
internal sealed class MySessionsModel(OpenSessions sessions, UserManager<Account> users, CurrentReader current, Work work, AuditTrail audit, SignInSettings settings) : PageModel
{
    public IReadOnlyList<Session> Open { get; private set; } = [];

    public Guid? This => SessionCheck.IdOf(User);

    public SignInSettings Settings => settings;

    public async Task OnGetAsync(CancellationToken ct) => Open = await sessions.OfAsync(AccountId, ct);

    public Task<IActionResult> OnPostEndAsync(Guid id, CancellationToken ct) => EndAsync(id, "Kết thúc một phiên đăng nhập", "Phiên này đã kết thúc từ trước.", ct);

    public Task<IActionResult> OnPostOthersAsync(CancellationToken ct) => EndAsync(null, "Kết thúc mọi phiên đăng nhập khác", "Không còn phiên nào khác.", ct);

    private Guid AccountId => Guid.Parse(users.GetUserId(User)!);

    private async Task<IActionResult> EndAsync(Guid? id, string note, string none, CancellationToken ct)
    {
        var who = await current.GetAsync(ct);
        var done = await work.ActAsync<Done>(async c =>
        {
            if (await sessions.EndInActAsync(AccountId, id, id is null ? This : null, c) == 0) return Problem.WrongState(none);
            await audit.WriteAsync("account", AccountId, new Actor(who.PersonId, who.Name, who.Capacity), new AuditNote("ket-thuc-phien", note), c);
            return Done.Yes;
        }, ct);
        if (done.Ok) return RedirectToPage();
        await OnGetAsync(ct);
        return this.Answer(done.Problem);
    }
}
