using System.Text.Json;
using MimeKit;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Files;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Notifications;

/// <summary>From whom the department's e-mails come.</summary>
public sealed record MailSettings(string FromName, string FromAddress);

/// <summary>Leaves each e-mail as an <c>.eml</c> file in <c>outbox/</c>, where the department's mail server picks it up. One file per job, however often it is tried.</summary>
internal sealed class MailHandler(DatabaseSettings settings, MailSettings from, TimeProvider time) : IJobHandler
{
    public const string JobKind = "mail";

    public string Kind => JobKind;

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        var message = JsonSerializer.Deserialize<MailMessage>(job.Body, JobQueue.Json) ?? throw new InvalidDataException("the job has no message");
        using var mail = new MimeMessage
        {
            Date = Vietnam.Local(time.UtcNow()),
            MessageId = $"{job.Id:N}@{from.FromAddress.Split('@')[^1]}",
            Subject = message.Subject,
            Body = new TextPart("plain") { Text = message.Text },
        };
        mail.From.Add(new MailboxAddress(from.FromName, from.FromAddress));
        mail.To.Add(new MailboxAddress(message.ToName, message.To));
        using var bytes = new MemoryStream();
        await mail.WriteToAsync(bytes, ct);
        await Durable.WriteAsync(Path.Combine(settings.DataFolder, "outbox", $"{job.Id:N}.eml"), bytes.ToArray(), ct);
    }
}
