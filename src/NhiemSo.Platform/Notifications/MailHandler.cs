using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Organisation;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.Rules;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Notifications;

/// <summary>From which address the department's e-mails come.</summary>
public sealed record MailSettings(string FromAddress);

/// <summary>Leaves each e-mail as an <c>.eml</c> file in <c>outbox/</c>, where the department's mail server picks it up. One file per e-mail, however often it is tried.</summary>
internal sealed class MailHandler(
    DepartmentDb db, Work work, DatabaseSettings settings, MailSettings from, RuleShelf rules, IEnumerable<IMailAttachments> sources, MessageSeal seal, TimeProvider time) : IJobHandler
{
    public const string JobKind = "mail";

    public string Kind => JobKind;

    public string Title => "Gửi thư điện tử";

    internal sealed record Sending(Guid MailId);

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Sending>(job.Body, JobQueue.Json)?.MailId ?? throw new InvalidDataException("the job has no e-mail");
        var mail = await db.Set<Mail>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) ?? throw new InvalidDataException("the e-mail is gone");
        if (mail.SentAt is not null) return;
        using var message = await MessageAsync(mail, ct);
        using var bytes = new MemoryStream();
        await message.WriteToAsync(bytes, ct);
        await Durable.WriteAsync(Path.Combine(settings.DataFolder, "outbox", $"{mail.Id:N}.eml"), bytes.ToArray(), ct);
        await work.ActAsync<Done>(async c =>
        {
            var sent = await db.Set<Mail>().FirstAsync(m => m.Id == id, c);
            sent.SentAt = Microseconds.Trim(time.UtcNow());
            if (sent.Sealed) sent.Text = "";
            return Done.Yes;
        }, ct);
    }

    private async Task<MimeMessage> MessageAsync(Mail mail, CancellationToken ct)
    {
        var body = new BodyBuilder { TextBody = mail.Sealed ? seal.Open(mail.Text) ?? throw new InvalidDataException("sealed with keys that are gone") : mail.Text };
        foreach (var attachment in JsonSerializer.Deserialize<IReadOnlyList<MailAttachment>>(mail.Attachments, JobQueue.Json) ?? [])
        {
            var file = await sources.First(s => s.Source == attachment.Source).MakeAsync(attachment.Id, ct);
            body.Attachments.Add(file.Name, file.Content, ContentType.Parse(file.ContentType));
        }

        var message = new MimeMessage
        {
            Date = Vietnam.Local(time.UtcNow()),
            MessageId = $"{mail.Id:N}@{from.FromAddress.Split('@')[^1]}",
            Subject = mail.Subject,
            Body = body.ToMessageBody(),
        };
        // RFC 3834: no holiday answer comes back to an address that nobody reads.
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.From.Add(new MailboxAddress(rules.Today.All<OfficeRule>() is [var office, ..] ? office.Name : "Nhiệm Sở", from.FromAddress));
        message.To.Add(new MailboxAddress(mail.ToName, mail.To));
        return message;
    }
}
