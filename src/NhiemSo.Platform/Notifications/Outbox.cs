using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Notifications.Sms;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Notifications;

/// <summary>An e-mail to one address, in plain text.</summary>
public sealed record MailMessage(string To, string ToName, string Subject, string Text)
{
    public Guid? MatterId { get; init; }

    /// <summary>The text carries a link that opens something: nobody reads it in the database.</summary>
    public bool Secret { get; init; }

    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}

/// <summary>An e-mail and how far it came.</summary>
/// <param name="Job">Null once it was sent long ago.</param>
public sealed record MailState(Mail Mail, Job? Job)
{
    /// <summary>Tried often enough; waits for a person.</summary>
    public bool Failed => Mail.SentAt is null && Job?.State == JobState.Dead;
}

/// <summary>Messages that go out after the act; none goes out if the act is not saved.</summary>
public sealed class Outbox(DepartmentDb db, JobQueue jobs, MessageSeal seal, TimeProvider time)
{
    /// <summary>Writes an e-mail inside the act.</summary>
    /// <param name="key">The same message has the same key and goes out once, e.g. <c>ack:HS-12</c>.</param>
    public async Task MailAsync(string key, MailMessage message, CancellationToken ct)
    {
        if (db.Set<Mail>().Local.Any(m => m.Key == key) || await db.Set<Mail>().AnyAsync(m => m.Key == key, ct)) return;
        var mail = new Mail
        {
            Key = key, MatterId = message.MatterId, To = message.To, ToName = message.ToName, Subject = message.Subject, Sealed = message.Secret,
            Text = message.Secret ? seal.Close(message.Text) : message.Text,
            Attachments = JsonSerializer.Serialize(message.Attachments, JobQueue.Json), At = Microseconds.Trim(time.UtcNow()),
        };
        db.Add(mail);
        await jobs.EnqueueAsync(MailHandler.JobKind, JobKey(mail), new MailHandler.Sending(mail.Id), ct);
    }

    /// <summary>What went out, or is to go out, about a matter; newest first.</summary>
    public async Task<IReadOnlyList<MailState>> OfMatterAsync(Guid matterId, CancellationToken ct)
    {
        var mails = await db.Set<Mail>().AsNoTracking().Where(m => m.MatterId == matterId).OrderByDescending(m => m.Id).Take(50).ToListAsync(ct);
        var keys = mails.Select(JobKey).ToList();
        var known = await db.Set<Job>().AsNoTracking().Where(j => keys.Contains(j.Key)).ToDictionaryAsync(j => j.Key, ct);
        return [.. mails.Select(m => new MailState(m, known.GetValueOrDefault(JobKey(m))))];
    }

    /// <summary>Within an act: lets an e-mail or a short message that gave up be tried again; answers it in words.</summary>
    public async Task<Outcome<string>> SendAgainAsync(Guid matterId, Guid messageId, CancellationToken ct)
    {
        var mail = await db.Set<Mail>().FirstOrDefaultAsync(m => m.Id == messageId && m.MatterId == matterId, ct);
        if (mail is null && !await db.Set<SmsMessage>().AnyAsync(m => m.Id == messageId && m.MatterId == matterId, ct)) return Problem.NotFound();
        var (key, words) = mail is null ? (SmsOutbox.JobKey(messageId), "tin nhắn") : (JobKey(mail), $"thư “{mail.Subject}”");
        if (await db.Set<Job>().Where(j => j.Key == key).Select(j => (Guid?)j.Id).FirstOrDefaultAsync(ct) is not { } jobId) return Problem.WrongState("Thư này đã gửi xong.");
        var again = await jobs.RetryDeadInActAsync(jobId, ct);
        return again.Ok ? words : again.Problem;
    }

    private static string JobKey(Mail mail) => $"mail:{mail.Id:N}";
}
