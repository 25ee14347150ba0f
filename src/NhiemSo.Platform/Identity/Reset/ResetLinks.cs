using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Audit;
using NhiemSo.Platform.Authority;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Limits;
using NhiemSo.Platform.Notifications;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Shell;
using NhiemSo.Platform.WorkingTime;
using NhiemSo.Platform.Words;

namespace NhiemSo.Platform.Identity.Reset;

/// <summary>
/// Asks for a link. Whether the name has an account shows neither in the answer nor in the time it takes: a job does the rest, or finds nothing to do.
/// </summary>
internal sealed class ResetLinks(DepartmentDb db, Work work, JobQueue jobs, Tries tries, ILookupNormalizer names)
{
    public const int OfAName = 3, OfAnAddress = 10;

    private const string TooMany = "Trong giờ này đã xin liên kết nhiều lần, cho tên này hoặc từ mạng bạn đang dùng. Đợi sang giờ sau, hoặc nhờ quản trị viên của Sở cấp mã.";

    public async Task<Outcome<Done>> AskAsync(string? userName, IPAddress? address, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(userName)) return Problem.Field("UserName", "Nhập tên đăng nhập.");
        var name = names.NormalizeName(userName.Trim());
        foreach (var (most, key) in new[] { (OfAnAddress, Tries.Key("quen-mat-khau", address)), (OfAName, Tries.Key("quen-mat-khau", name)) })
            if (await tries.CountAsync(most, TooMany, [key], ct) is { Ok: false } counted) return counted.Problem;
        return await work.ActAsync<Done>(async c =>
        {
            var account = await db.Set<Account>().Where(a => a.NormalizedUserName == name).Select(a => (Guid?)a.Id).FirstOrDefaultAsync(c);
            await jobs.EnqueueAsync(ResetLinkHandler.JobKind, $"{ResetLinkHandler.JobKind}:{Guid.CreateVersion7():N}", new ResetLinkHandler.Asked(account), c);
            return Done.Yes;
        }, ct);
    }
}

/// <summary>Sends the link to whoever has an account, an e-mail address and a post.</summary>
internal sealed class ResetLinkHandler(DepartmentDb db, Work work, OneTimeSecrets secrets, Readers readers, AuditTrail audit, Outbox outbox, PublicAddress address, TimeProvider time) : IJobHandler
{
    public const string JobKind = "password-link";

    public string Kind => JobKind;

    public string Title => "Gửi liên kết đặt lại mật khẩu cho công chức";

    internal sealed record Asked(Guid? AccountId);

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        if (JsonSerializer.Deserialize<Asked>(job.Body, JobQueue.Json)?.AccountId is not { } accountId) return;
        var key = $"{JobKind}:{job.Id:N}";
        var sent = await work.ActAsync<Done>(async c =>
        {
            if (await db.Set<Mail>().AnyAsync(m => m.Key == key, c)) return Done.Yes;
            if (await db.Set<Account>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == accountId, c) is not { Demo: false, PersonId: { } personId } account) return Done.Yes;
            var person = await db.Set<Person>().AsNoTracking().FirstAsync(p => p.Id == personId, c);
            if (person.Email is not { Length: > 0 } email || await readers.HasLeftAsync(personId, c)) return Done.Yes;
            var secret = await secrets.MakeInActAsync(accountId, SecretUse.StaffLink, c);
            var until = Wording.Time(TimeOnly.FromDateTime(Vietnam.Local(time.UtcNow() + OneTimeSecrets.LinkLasting).DateTime));
            await outbox.MailAsync(key, new MailMessage(email, person.FullName, "Đặt lại mật khẩu", $"""
                Có người vừa xin đặt lại mật khẩu của tài khoản {account.UserName}. Nếu là bạn, mở liên kết sau trước {until}, dùng được một lần:

                {address.Of(SetPasswordModel.Address + secret)}

                Không phải bạn thì bỏ qua thư này; mật khẩu không thay đổi. Không chuyển thư này cho ai.
                """) { Secret = true }, c);
            await audit.WriteAsync("account", accountId, Actor.System, new AuditNote("gui-lien-ket-dat-lai", "Gửi liên kết đặt lại mật khẩu đến thư điện tử, theo yêu cầu ở trang đăng nhập"), c);
            return Done.Yes;
        }, ct);
        if (!sent.Ok) throw new InvalidOperationException(sent.Problem.Message);
    }
}
