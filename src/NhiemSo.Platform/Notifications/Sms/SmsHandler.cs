using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Outcomes;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>Hands each short message to the gateway, with a key that is the same at each try.</summary>
internal sealed class SmsHandler(DepartmentDb db, Work work, SmsGateway gateway, MessageSeal seal, TimeProvider time) : IJobHandler
{
    public const string JobKind = "sms";

    public string Kind => JobKind;

    public string Title => "Gửi tin nhắn SMS";

    internal sealed record Sending(Guid MessageId);

    public async Task RunAsync(Job job, CancellationToken ct)
    {
        var id = JsonSerializer.Deserialize<Sending>(job.Body, JobQueue.Json)?.MessageId ?? throw new InvalidDataException("the job has no message");
        var message = await db.Set<SmsMessage>().AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct) ?? throw new InvalidDataException("the message is gone");
        if (message.SentAt is not null) return;
        var text = message.MatterId is not null ? message.Text
            : seal.Open(message.Text) ?? throw new SmsRefusedException("Không mở được tin đã niêm phong vì khóa của máy chủ đã đổi; người nhận cần xin mã mới.");
        await gateway.SendAsync(message.To, text, message.Id.ToString("N"), ct);
        await work.ActAsync<Done>(async c =>
        {
            var sent = await db.Set<SmsMessage>().FirstAsync(m => m.Id == id, c);
            sent.SentAt = Microseconds.Trim(time.UtcNow());
            if (sent.MatterId is null) sent.Text = "";
            return Done.Yes;
        }, ct);
    }
}
