using Microsoft.EntityFrameworkCore;
using NhiemSo.Platform.Data;
using NhiemSo.Platform.Jobs;
using NhiemSo.Platform.Words;
using NhiemSo.Platform.WorkingTime;

namespace NhiemSo.Platform.Notifications.Sms;

/// <summary>A short message and how far it came.</summary>
/// <param name="Job">Null once it was sent long ago.</param>
public sealed record SmsState(SmsMessage Message, Job? Job)
{
    /// <summary>Tried often enough; waits for a person.</summary>
    public bool Failed => Message.SentAt is null && Job?.State == JobState.Dead;
}

/// <summary>Short messages that go out after the act, by the same jobs as e-mails.</summary>
public sealed class SmsOutbox(DepartmentDb db, JobQueue jobs, SmsGateway gateway, MessageSeal seal, TimeProvider time) : ISmsSender
{
    public bool Offered => gateway.Settings is not null;

    public bool BesideMail => gateway.Settings?.BesideMail == true;

    public async Task<bool> QueueAsync(string key, string phone, string text, Guid? matterId, CancellationToken ct)
    {
        if (gateway.Settings is not { } settings || !Phone.IsMobile(phone)) return false;
        if (db.Set<SmsMessage>().Local.Any(m => m.Key == key) || await db.Set<SmsMessage>().AnyAsync(m => m.Key == key, ct)) return true;
        var words = settings.Diacritics ? text : SmsText.Plain(text);
        var message = new SmsMessage { Key = key, MatterId = matterId, To = phone, Text = matterId is null ? seal.Close(words) : words, At = Microseconds.Trim(time.UtcNow()) };
        db.Add(message);
        await jobs.EnqueueAsync(SmsHandler.JobKind, JobKey(message.Id), new SmsHandler.Sending(message.Id), ct);
        return true;
    }

    /// <summary>What went out, or is to go out, about a matter; newest first.</summary>
    public async Task<IReadOnlyList<SmsState>> OfMatterAsync(Guid matterId, CancellationToken ct)
    {
        var messages = await db.Set<SmsMessage>().AsNoTracking().Where(m => m.MatterId == matterId).OrderByDescending(m => m.Id).Take(50).ToListAsync(ct);
        var keys = messages.Select(m => JobKey(m.Id)).ToList();
        var known = await db.Set<Job>().AsNoTracking().Where(j => keys.Contains(j.Key)).ToDictionaryAsync(j => j.Key, ct);
        return [.. messages.Select(m => new SmsState(m, known.GetValueOrDefault(JobKey(m.Id))))];
    }

    internal static string JobKey(Guid message) => $"sms:{message:N}";
}
