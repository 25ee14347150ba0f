using System.Net;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Forms;
using NhiemSo.Platform.Identity.Passwords;
using NhiemSo.Platform.Identity.Reset;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Account;

/// <summary>
/// The e-mail address of an applicant's account, once a link sent there came back, and a forgotten password set anew through it. As with the
/// staff's, asking for a link answers the same of every number and takes as long.
/// </summary>
internal sealed class AccountMail(DepartmentDb db, Work work, Accounts accounts, OneTimeSecrets secrets, PasswordCheck passwords, Outbox outbox, JobQueue jobs, Tries tries, PublicAddress address)
{
    public const int MailsAnHour = 3, FromOneAddress = 10;

    public static readonly Problem Over = Problem.WrongState("Liên kết này đã dùng rồi hoặc đã quá 30 phút. Xin liên kết mới.");

    private const string TooMany = "Trong giờ này đã xin liên kết nhiều lần, cho số này hoặc từ mạng bạn đang dùng. Đợi sang giờ sau rồi xin lại.";

    /// <summary>Sends a link to the address that is to be the account's; with none given the one it has goes at once.</summary>
    /// <returns>The address that a link went to.</returns>
    public async Task<Outcome<string>> ChangeAddressAsync(ApplicantAccount of, string? email, string? password, IPAddress? from, CancellationToken ct)
    {
        var to = (email ?? "").Trim();
        if (to.Length > 0 && FieldPatterns.Fault("email", to) is { } fault) return Problem.Field("Email", fault);
        if (await accounts.WrongAsync(of, password, "MailPassword", ct) is { } wrong) return wrong;
        if (to.Length > 0 && await CountAsync(of.Phone, from, ct) is { } counted) return counted;
        return await work.ActAsync<string>(async c =>
        {
            if (await db.Set<ApplicantAccount>().FindAsync([of.Id], c) is not { } account) return Problem.NotFound();
            if (to.Length == 0)
            {
                (account.Email, account.Version) = (null, account.Version + 1);
                await accounts.NoteAsync(account, "bo-thu-dien-tu", "Bỏ thư điện tử của tài khoản", c);
                return to;
            }

            var secret = await secrets.MakeInActAsync(account.Id, SecretUse.ApplicantAddress, c, to);
            await outbox.MailAsync($"account-address:{Guid.CreateVersion7():N}", new MailMessage(to, "", "Xác nhận thư điện tử", $"""
                Có người vừa ghi địa chỉ này cho tài khoản người nộp hồ sơ {Mask.Phone(account.Phone)}. Nếu là bạn, mở liên kết sau trong 30 phút để xác nhận:

                {address.Of(ConfirmAddressModel.Address + secret)}

                Không phải bạn thì bỏ qua thư này.
                """) { Secret = true }, c);
            return to;
        }, ct);
    }

    public Task<OneTimeSecret?> FindAddressAsync(string? link, CancellationToken ct) => secrets.FindAsync(link, SecretUse.ApplicantAddress, ct);

    public async Task<Outcome<Done>> ConfirmAddressAsync(string? link, CancellationToken ct)
    {
        if (await FindAddressAsync(link, ct) is not { } secret) return Over;
        return await work.ActAsync<Done>(async c =>
        {
            if (!await secrets.UseInActAsync(secret, c) || await db.Set<ApplicantAccount>().FindAsync([secret.AccountId], c) is not { } account) return Over;
            (account.Email, account.Version) = (secret.Value, account.Version + 1);
            await accounts.NoteAsync(account, "xac-nhan-thu-dien-tu", "Xác nhận thư điện tử bằng liên kết", c);
            return Done.Yes;
        }, ct);
    }

    /// <summary>Asks for a link that sets a forgotten password.</summary>
    public async Task<Outcome<Done>> AskLinkAsync(string? phone, IPAddress? from, CancellationToken ct)
    {
        var read = Phone.Read(phone ?? "", "Phone");
        if (!read.Ok) return read.Problem;
        if (await CountAsync(read.Value, from, ct) is { } counted) return counted;
        return await work.ActAsync<Done>(async c =>
        {
            var account = await db.Set<ApplicantAccount>().Where(a => a.Phone == read.Value).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(c);
            await jobs.EnqueueAsync(AccountLinkHandler.JobKind, $"{AccountLinkHandler.JobKind}:{Guid.CreateVersion7():N}", new AccountLinkHandler.Asked(account), c);
            return Done.Yes;
        }, ct);
    }

    public Task<OneTimeSecret?> FindLinkAsync(string? link, CancellationToken ct) => secrets.FindAsync(link, SecretUse.ApplicantLink, ct);

    public async Task<Outcome<Done>> SetPasswordAsync(string? link, string? password, string? again, CancellationToken ct)
    {
        if (await FindLinkAsync(link, ct) is not { } secret) return Over;
        if (passwords.Faults(password, again) is { Count: > 0 } faults) return Problem.Invalid("Sửa các mục sau.", [.. faults]);
        return await work.ActAsync<Done>(async c =>
        {
            if (!await secrets.UseInActAsync(secret, c) || await db.Set<ApplicantAccount>().FindAsync([secret.AccountId], c) is not { } account) return Over;
            Accounts.SetPassword(account, password!);
            await accounts.NoteAsync(account, "dat-lai-mat-khau", "Đặt lại mật khẩu bằng liên kết gửi đến thư điện tử, đăng xuất mọi nơi", c);
            if (account.Email is { } to)
                await outbox.MailAsync($"account-password-set:{secret.Id:N}", new MailMessage(to, "", "Mật khẩu đã được đặt lại", $"""
                    Mật khẩu của tài khoản người nộp hồ sơ {Mask.Phone(account.Phone)} vừa được đặt lại bằng liên kết gửi đến thư này. Mọi nơi đang mở tài khoản đã đăng xuất.

                    Không phải bạn làm thì mang giấy tờ đến Bộ phận Một cửa để gỡ tài khoản rồi tạo lại; hồ sơ không mất.
                    """), c);
            return Done.Yes;
        }, ct);
    }

    private async Task<Problem?> CountAsync(string phone, IPAddress? from, CancellationToken ct)
    {
        foreach (var (most, key) in new[] { (FromOneAddress, Tries.Key("gui-lien-ket", from)), (MailsAnHour, Tries.Key("gui-lien-ket", phone)) })
            if (await tries.CountAsync(most, TooMany, [key], ct) is { Ok: false } counted) return counted.Problem;
        return null;
    }
}
