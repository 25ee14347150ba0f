using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Outcomes;
using QRCoder;

namespace NhiemSo.Platform.Identity.MyAccount;

/// <summary>What one holds, and the second step of signing in (TOTP) switched on and off.</summary>
internal sealed class MyAccountModel(UserManager<Account> users, CurrentReader current, OwnPassword own, Work work, AuditTrail audit) : PageModel
{
    public Reader Who { get; private set; } = Reader.Nobody;

    public string UserName { get; private set; } = "";

    public bool HasCode { get; private set; }

    /// <summary>Codes that replace the telephone once each; shown once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public int CodesLeft { get; private set; }

    public string Key { get; private set; } = "";

    public string QrSource { get; private set; } = "";

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? OffPassword { get; set; }

    [BindProperty]
    public string? CodesPassword { get; set; }

    public async Task OnGetAsync(CancellationToken ct) => await LoadAsync(ct);

    public async Task<IActionResult> OnPostOnAsync(CancellationToken ct)
    {
        var account = await LoadAsync(ct);
        var digits = new string([.. (Code ?? "").Where(char.IsAsciiDigit)]);
        if (!await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, digits))
            return this.Answer(Problem.Field(nameof(Code), "Mã không đúng. Kiểm tra giờ của điện thoại rồi nhập mã mới hiện."));
        return await SwitchAsync(account, on: true, ct);
    }

    public async Task<IActionResult> OnPostOffAsync(CancellationToken ct)
    {
        var account = await LoadAsync(ct);
        if (HasCode && await own.WrongAsync(account, OffPassword, nameof(OffPassword), ct) is { } wrong) return this.Answer(wrong);
        return await SwitchAsync(account, on: false, ct);
    }

    public async Task<IActionResult> OnPostCodesAsync(CancellationToken ct)
    {
        var account = await LoadAsync(ct);
        if (!HasCode) return this.Answer(Problem.WrongState("Mã dự phòng chỉ có khi mã xác thực đang bật. Bật ở bên dưới."));
        if (await own.WrongAsync(account, CodesPassword, nameof(CodesPassword), ct) is { } wrong) return this.Answer(wrong);
        var done = await work.ActAsync<Done>(async c =>
        {
            await MakeCodesAsync(account);
            await audit.WriteAsync("account", account.Id, Actor, new AuditNote("tao-ma-du-phong", "Tạo mã dự phòng mới; mã cũ hết hiệu lực"), c);
            return Done.Yes;
        }, ct);
        return done.Ok ? Page() : this.Answer(done.Problem);
    }

    private async Task<IActionResult> SwitchAsync(Account account, bool on, CancellationToken ct)
    {
        if (HasCode == on)
            return this.Answer(Problem.WrongState(on ? "Mã xác thực đã bật từ trước. Muốn đổi điện thoại thì tắt rồi bật lại." : "Mã xác thực chưa bật nên không có gì để tắt. Bật ở bên dưới."));
        var done = await work.ActAsync<Done>(async c =>
        {
            if (!on) (await users.ResetAuthenticatorKeyAsync(account)).OrConflict();
            (await users.SetTwoFactorEnabledAsync(account, on)).OrConflict();
            if (on) await MakeCodesAsync(account);
            await audit.WriteAsync("account", account.Id, Actor, new AuditNote(on ? "bat-ma-xac-thuc" : "tat-ma-xac-thuc", on ? "Bật mã xác thực" : "Tắt mã xác thực"), c);
            return Done.Yes;
        }, ct);
        if (!done.Ok) return this.Answer(done.Problem);
        if (!on) return RedirectToPage();
        HasCode = true;
        return Page();
    }

    private async Task MakeCodesAsync(Account account)
    {
        Codes = [.. await users.GenerateNewTwoFactorRecoveryCodesAsync(account, 10) ?? []];
        CodesLeft = Codes.Count;
    }

    private Actor Actor => new(Who.PersonId, Who.Name, Who.Capacity);

    private async Task<Account> LoadAsync(CancellationToken ct)
    {
        var account = await users.GetUserAsync(User) ?? throw new InvalidOperationException("The signed-in account is gone.");
        (Who, UserName, HasCode) = (await current.GetAsync(ct), account.UserName!, account.TwoFactorEnabled);
        if (HasCode)
        {
            CodesLeft = await users.CountRecoveryCodesAsync(account);
            return account;
        }

        if (await users.GetAuthenticatorKeyAsync(account) is not { Length: > 0 }) await users.ResetAuthenticatorKeyAsync(account);
        var key = await users.GetAuthenticatorKeyAsync(account) ?? "";
        Key = string.Join(' ', key.Chunk(4).Select(c => new string(c)));
        var address = $"otpauth://totp/{UrlEncoder.Default.Encode("Nhiệm Sở:" + account.UserName)}?secret={key}&issuer={UrlEncoder.Default.Encode("Nhiệm Sở")}&digits=6";
        QrSource = "data:image/png;base64," + Convert.ToBase64String(PngByteQRCodeHelper.GetQRCode(address, QRCodeGenerator.ECCLevel.M, 5));
        return account;
    }
}
