using NhiemSo.Platform.Jobs;

namespace NhiemSo.Platform.Notifications;

/// <summary>An e-mail to one address, in plain text.</summary>
public sealed record MailMessage(string To, string ToName, string Subject, string Text);

/// <summary>Messages that go out after the act; none goes out if the act is not saved.</summary>
public sealed class Outbox(JobQueue jobs)
{
    /// <summary>Enqueues an e-mail inside the act.</summary>
    /// <param name="key">The same message has the same key and goes out once, e.g. <c>ack:HS-12</c>.</param>
    public Task MailAsync(string key, MailMessage message, CancellationToken ct) => jobs.EnqueueAsync(MailHandler.JobKind, $"mail:{key}", message, ct);
}
