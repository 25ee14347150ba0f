using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>Hands each short message to the gateway, with a key that is the same at each try.</summary>
internal sealed class SmsHandler(DepartmentDb db, Work work, SmsGateway gateway, TimeProvider time) : IJobHandler
{
    public const string JobKind = "sms";

    public string Kind => JobKind;

    internal sealed record Sending(Guid MessageId);

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Sending>(job.Body, JobQueue.Json)?.MessageId ?? throw new InvalidDataException("the job has no message");
        var message = await db.Set<SmsMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) ?? throw new InvalidDataException("the message is gone");
        if (message.SentAt is not null) return;
        await gateway.SendAsync(message.To, message.Text, message.Id.ToString("N"), ct);
        await work.ActAsync<Done>(async c =>
        {
            (await db.Set<SmsMessage>().FirstAsync(m => m.Id == id, c)).SentAt = Microseconds.Trim(time.UtcNow());
            return Done.Yes;
        }, ct);
    }
}
