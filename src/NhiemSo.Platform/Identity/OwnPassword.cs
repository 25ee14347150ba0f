using Microsoft.AspNetCore.Identity;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity;

/// <summary>The password asked once more of who is signed in; guesses from a browser left open are counted.</summary>
internal sealed class OwnPassword(UserManager<Account> users, Tries tries)
{
    public const int TriesAnHour = 10;

    private const string TooMany = "Trong giờ này đã nhập sai mật khẩu nhiều lần. Đợi sang giờ sau rồi làm lại.";

    /// <summary>Null when it is right.</summary>
    /// <param name="orCode">The authenticator's six digits do as well, where it is on.</param>
    public async Task<Problem?> WrongAsync(Account account, string? typed, string field, CancellationToken ct, bool orCode = false)
    {
        if (string.IsNullOrEmpty(typed)) return Problem.Field(field, "Nhập mật khẩu đang dùng.");
        string[] keys = [Tries.Key("nhap-lai", $"{account.Id:N}")];
        if (await tries.CountAsync(TriesAnHour, TooMany, keys, ct) is { Ok: false } counted) return counted.Problem;
        var right = orCode && account.TwoFactorEnabled && typed.Trim() is { Length: 6 } code && code.All(char.IsAsciiDigit)
            ? await users.VerifyTwoFactorTokenAsync(account, users.Options.Tokens.AuthenticatorTokenProvider, code)
            : await users.CheckPasswordAsync(account, typed);
        if (!right) return Problem.Field(field, orCode && account.TwoFactorEnabled ? "Mật khẩu hoặc mã xác thực không đúng. Nhập lại." : "Mật khẩu đang dùng không đúng. Nhập lại.");
        await tries.TakeBackAsync(keys, ct);
        return null;
    }
}
