using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity.Passwords;
using NhiemSo.Platform.Identity.Sessions;
using NhiemSo.Platform.Identity.SignIn;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;

namespace NhiemSo.Platform.Identity.Reset;

/// <summary>
/// Sets a forgotten password of the staff by a link or a code. Nobody is signed in by it: the sign-in still asks for the authenticator's code, where one is set up.
/// </summary>
internal sealed class ResetDesk(
    DepartmentDb db, Work work, OneTimeSecrets secrets, SignInGuard guard, PasswordCheck passwords, UserManager<Account> users, OpenSessions sessions, Readers readers, AuditTrail audit, Outbox outbox)
{
    public static readonly Problem LinkOver = Problem.WrongState("Liên kết này đã dùng rồi hoặc đã quá 30 phút. Xin liên kết mới.");

    private const string WrongCode = "Tên đăng nhập hoặc mã không đúng, hoặc mã đã dùng rồi, đã quá 24 giờ. Kiểm tra lại, hoặc nhờ quản trị viên cấp mã mới.";

    public Task<OneTimeSecret?> FindLinkAsync(string? secret, CancellationToken ct) => secrets.FindAsync(secret, SecretUse.StaffLink, ct);

    public async Task<Outcome<Done>> ByLinkAsync(string? link, string? password, string? again, CancellationToken ct) =>
        await FindLinkAsync(link, ct) is { } secret ? await SetAsync(secret, password, again, LinkOver, "bằng liên kết gửi đến thư điện tử", ct) : LinkOver;

    /// <summary>A name that nobody has, another's code, a used one and an old one are answered and counted alike.</summary>
    public async Task<Outcome<Done>> ByCodeAsync(string? userName, string? code, string? password, string? again, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(userName)) return Problem.Field("UserName", "Nhập tên đăng nhập.");
        if (string.IsNullOrWhiteSpace(code)) return Problem.Field("Code", "Nhập mã mà quản trị viên đưa.");
        var counted = await guard.CountAsync("ma-dat-lai", userName.Trim(), ct);
        if (!counted.Ok) return counted.Problem;
        var secret = await secrets.FindAsync(code, SecretUse.StaffCode, ct);
        var account = await users.FindByNameAsync(userName.Trim());
        if (secret is null || account is null || secret.AccountId != account.Id) return Problem.Field("Code", WrongCode);
        await guard.TakeBackAsync(counted.Value, ct);
        return await SetAsync(secret, password, again, Problem.Field("Code", WrongCode), "bằng mã do quản trị viên cấp", ct);
    }

    private async Task<Outcome<Done>> SetAsync(OneTimeSecret secret, string? password, string? again, Problem over, string how, CancellationToken ct)
    {
        if (await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == secret.AccountId, ct) is not { } of) return over;
        if (await passwords.FaultsAsync(of, password, again, ct) is { Count: > 0 } faults) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
        return await work.ActAsync<Done>(async c =>
        {
            if (!await secrets.UseInActAsync(secret, c)) return over;
            var account = await db.Set<Account>().FirstAsync(a => a.Id == secret.AccountId, c);
            (await users.RemovePasswordAsync(account)).OrConflict();
            (await users.AddPasswordAsync(account, password!)).OrConflict();
            (await users.RemoveClaimAsync(account, NewPassword.MustChangeClaim)).OrConflict();
            await sessions.EndInActAsync(account.Id, only: null, but: null, c);
            var reader = await readers.OfPersonAsync(account.PersonId ?? Guid.Empty, c);
            await audit.WriteAsync("account", account.Id, new Actor(reader.PersonId, reader.Name, reader.Capacity), new AuditNote("dat-lai-mat-khau", $"Đặt lại mật khẩu {how}; mọi phiên đăng nhập kết thúc"), c);
            if ((await db.Set<Person>().FindAsync([account.PersonId ?? Guid.Empty], c))?.Email is { Length: > 0 } email)
                await outbox.MailAsync($"password-set:{secret.Id:N}", new MailMessage(email, reader.Name, "Mật khẩu đã được đặt lại", ToldOf(account.UserName!, how)), c);
            return Done.Yes;
        }, ct);
    }

    private static string ToldOf(string userName, string how) => $"""
        Mật khẩu của tài khoản {userName} vừa được đặt lại {how}. Mọi nơi đang mở tài khoản đã đăng xuất.

        Không phải bạn làm thì báo ngay quản trị viên của Sở để khóa tài khoản.
        """;
}
