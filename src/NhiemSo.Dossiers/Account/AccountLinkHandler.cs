using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Identity.Reset;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.Words;

namespace NhiemSo.Dossiers.Account;

/// <summary>Sends a link to whoever has an account with an e-mail address.</summary>
internal sealed class AccountLinkHandler(DepartmentDb db, Work work, OneTimeSecrets secrets, Outbox outbox, PublicAddress address) : IJobHandler
{
    public const string JobKind = "account-link";

    public string Kind => JobKind;

    public string Title => "Gửi liên kết đặt lại mật khẩu cho người nộp";

    internal sealed record Asked(Guid? AccountId);

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        if (JsonSerializer.Deserialize<Asked>(job.Body, JsonSerializerOptions.Web)?.AccountId is not { } accountId) return;
        var key = $"{JobKind}:{job.Id:N}";
        var sent = await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<Mail>().AnyAsync(m => m.Key == key, c)) return Done.Yes;
            if (await db.Set<ApplicantAccount>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, c) is not { Email: { } to } account) return Done.Yes;
            var secret = await secrets.MakeInActAsync(accountId, SecretUse.ApplicantLink, c);
            await outbox.MailAsync(key, new MailMessage(to, "", "Đặt lại mật khẩu", $"""
                Có người vừa xin đặt lại mật khẩu của tài khoản người nộp hồ sơ {Mask.Phone(account.Phone)}. Nếu là bạn, mở liên kết sau trong 30 phút, dùng được một lần:

                {address.Of(ResetByMailModel.Address + secret)}

                Không phải bạn thì bỏ qua thư này; mật khẩu không thay đổi. Không chuyển thư này cho ai, kể cả người tự xưng là cán bộ.
                """) { Secret = true }, c);
            return Done.Yes;
        }, ct);
        if (!sent.Ok) throw new InvalidOperationException(sent.Problem.Message);
    }
}
